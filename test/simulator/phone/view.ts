import type { Json } from '../check';
import { menuFor } from '../endpoints/menus';
import type { JournalEntry, Platform } from '../platform';
import { sessionOf } from '../sessions';
import type { Follower, State } from '../state';
import { bubblesOf } from './bubbles';
import type { Button, CallLine, FollowerLine, PhoneView } from './types';

const MINUTE_MS = 60_000;
const MOST_CALLS = 40;
const MOST_FOLLOWERS = 50;
const MOST_OF_A_BODY = 600;

/** What a follower is called: by the phone, by the remark of the account, by the OpenID. */
export const nameOf = ({ talk }: State, { openId, remark }: Follower): string =>
	talk.names.get(openId) ?? (remark || openId);

export function lineOf(state: State, follower: Follower): FollowerLine {
	const { openId, isFollowing } = follower;
	return { openId, name: nameOf(state, follower), isFollowing };
}

/** Followers by a part of their name or OpenID, those who wrote last first. */
export function followersOf({ state }: Platform, search = ''): FollowerLine[] {
	const wanted = search.toLowerCase();
	return [...state.followers.values()]
		.filter((follower) =>
			`${nameOf(state, follower)} ${follower.openId}`.toLowerCase().includes(wanted),
		)
		.sort((one, other) => other.wroteAt - one.wroteAt)
		.slice(0, MOST_FOLLOWERS)
		.map((follower) => lineOf(state, follower));
}

function buttonOf({ name, type, url, sub_button: entries }: Json): Button {
	const list: Json[] = Array.isArray(entries) ? entries : [];
	return {
		name: String(name),
		type: String(type ?? ''),
		url: typeof url === 'string' ? url : '',
		entries: list.map(buttonOf),
	};
}

function callLine(entry: JournalEntry, id: number, openId: string): CallLine {
	const { at, method, path, query, errcode } = entry;
	const sent = { ...query, ...(isKept(entry.body) ? { body: entry.body } : {}) };
	const body = JSON.stringify(sent);
	return {
		id,
		at,
		method,
		path,
		errcode,
		body: body === '{}' ? '' : body.slice(0, MOST_OF_A_BODY),
		isAboutFollower: openId !== '' && body.includes(JSON.stringify(openId)),
	};
}

const isKept = (body: unknown) => body !== null && body !== '';

/** The last calls, newest first. */
function callsOf({ journal }: Platform, openId: string): CallLine[] {
	const from = Math.max(0, journal.length - MOST_CALLS);
	return journal
		.slice(from)
		.map((entry, at) => callLine(entry, from + at, openId))
		.reverse();
}

function staffOf(state: State, openId: string) {
	const session = sessionOf(state, openId);
	if (session) return { account: session.account, isWaiting: false };
	return state.waiting.has(openId) ? { account: '', isWaiting: true } : undefined;
}

function windowOf({ clock }: State, { allowances }: Follower) {
	const open = allowances.filter(({ until, left }) => until >= clock.now() && left > 0);
	if (open.length === 0) return undefined;
	return {
		left: open.reduce((sum, { left }) => sum + left, 0),
		until: open.reduce((latest, { until }) => Math.max(latest, until), 0),
	};
}

/** All that the page shows of a follower, at this moment. */
export function viewOf(platform: Platform, openId: string): PhoneView {
	const { state } = platform;
	state.clock.catchUp();
	const follower = state.followers.get(openId);
	const now = state.clock.now();
	return {
		now: now - (now % MINUTE_MS),
		account: { id: state.account.originalId, hasServer: state.callback.url !== '' },
		follower: follower && {
			...lineOf(state, follower),
			tags: follower.tagIds.map((id) => state.tags.get(id)?.name ?? String(id)),
			remark: follower.remark,
			isTyping: follower.typingUntil > now,
			window: windowOf(state, follower),
			staff: staffOf(state, openId),
		},
		menu: follower ? (menuFor(state, follower)?.button ?? []).map(buttonOf) : [],
		bubbles: follower ? bubblesOf(state, follower) : [],
		calls: callsOf(platform, openId),
	};
}
