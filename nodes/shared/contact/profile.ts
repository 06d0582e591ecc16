import { DAY_MS, dayOf } from '../calendar/days';
import { isSignOfLife } from '../message/kinds';
import { checkReachability, type Interaction } from '../message/reachability';
import { timeText } from '../records/columns';
import type { RowOf } from '../records/table';
import type { interactions } from '../records/tables/interactions';
import type { sent } from '../records/tables/sent';
import { toEpoch } from '../rows/row';
import type { Contact } from './contact';
import { contactJson } from './contactJson';
import { segmentName, sourceName } from './names';
import type { Data } from './data';

/** What is known of a follower besides the contact. */
export interface Background {
	/** What the follower did, and was sent, in any order. */
	done: ReadonlyArray<RowOf<typeof interactions>>;
	/** What went out by operations that send once. */
	sent: ReadonlyArray<RowOf<typeof sent>>;
	/** Name of the channel that belongs to the scene; '' when there is none. */
	channel: string;
	/** undefined where no points are kept. */
	points?: number;
	/** Days of checking in without a gap; undefined where nobody checks in. */
	streak?: number;
}

/** Days over which *interactions* are counted. */
const COUNTED_DAYS = 30;

/** Sendings that use up a message of the 48-hour window: those of the resource of this name. */
const IS_WINDOW_MESSAGE = /customer service message/i;

/** What is known of a conversation, for the window in which WeChat takes messages. */
export function interactionsOf({
	done,
	sent: outgoing,
}: Pick<Background, 'done' | 'sent'>): Interaction[] {
	const acts = done.map(({ kind, at, data }): Interaction => {
		const { bizmsgmenuid, accepted, templateId } = data;
		return {
			kind,
			at: at ?? 0,
			...(typeof bizmsgmenuid === 'string' ? { bizmsgmenuid } : {}),
			...(Array.isArray(accepted) ? { accepted: accepted.map(String) } : {}),
			...(typeof templateId === 'string' ? { templateId } : {}),
		};
	});
	// What may have gone out counts, so that nobody is promised a message that WeChat refuses.
	const messages = outgoing
		.filter(({ what, state }) => IS_WINDOW_MESSAGE.test(what) && state !== 'refused')
		.map(({ at }): Interaction => ({ kind: 'sent', at: at ?? 0 }));
	return [...acts, ...messages];
}

/** Everything that is known of a follower, as data. @param now epoch milliseconds */
export function profileOf(contact: Contact, background: Background, now: number): Data {
	const { done, channel, points, streak } = background;
	const {
		canWrite,
		channel: by,
		messagesLeft,
		notices,
		until,
	} = checkReachability(interactionsOf(background), now);
	const reachable = contact.isFollower
		? { canWrite, channel: by, messagesLeft, notices, until: laterText(until) }
		: { canWrite: false, channel: null, messagesLeft: 0, notices: [], until: null };
	const from = now - COUNTED_DAYS * DAY_MS;
	const recent = done.filter(({ kind, at }) => isSignOfLife(kind) && (at ?? 0) >= from);
	return {
		...contactJson(contact),
		channel,
		points: points ?? null,
		streak: streak ?? null,
		interactions30Days: recent.length,
		activeDays30Days: new Set(recent.map(({ at }) => dayOf(at ?? 0))).size,
		reachable,
	};
}

const laterText = (iso: string | null): string | null => {
	const epoch = toEpoch(iso);
	return epoch === undefined ? null : timeText(epoch);
};

const WAYS: Readonly<Record<string, string>> = {
	customerServiceMessage: '客服消息',
	subscriptionNotice: '订阅通知',
	templateMessage: '模板消息（只限服务通知）',
};

const minute = (text: unknown): string =>
	typeof text === 'string' ? text.slice(0, 16).replace('T', ' ') : '';

function reachText(profile: Data): string {
	if (profile.isFollower !== true) return '未关注，不能联系';
	const { canWrite, channel, messagesLeft, until } = profile.reachable as Data;
	const way = WAYS[String(channel)] ?? '';
	if (canWrite !== true) return way === '' ? '现在不能联系' : `只能发${way}`;
	return `可发${way} ${String(messagesLeft)} 条，到 ${minute(until)} 为止`;
}

/** The same as a card for people who answer the follower. */
export function cardOf(profile: Data, { tags, segment, source }: Contact): string {
	const { tier, channel, scene, remark, groupName, points, streak } = profile;
	const from = [sourceName(source), String(channel) || String(scene)].filter(Boolean).join('，');
	const lines: Array<[label: string, text: string]> = [
		['备注', String(remark)],
		['等级', String(tier)],
		['分层', segmentName(segment)],
		['标签', tags],
		['积分', points === null ? '' : String(points)],
		['连续签到', streak === null ? '' : `${String(streak)} 天`],
		['关注', minute(profile.subscribedAt)],
		['来源', from],
		['社群', String(groupName)],
		['最近互动', minute(profile.lastAt)],
		[
			'近 30 天',
			`${String(profile.interactions30Days)} 次，${String(profile.activeDays30Days)} 天`,
		],
		['联系', reachText(profile)],
	];
	return lines
		.filter(([, text]) => text !== '')
		.map(([label, text]) => `${label}：${text}`)
		.join('\n');
}
