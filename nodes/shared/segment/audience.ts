import { checkReachability, type Interaction } from '../message/reachability';
import { DAY_MS, dayOf } from '../calendar/days';
import { epochOf, minuteOfDay } from './minutes';
import { unitHash } from './unitHash';

export type AudienceChannel =
	| 'customerServiceMessage'
	| 'subscriptionNotice'
	| 'templateMessage'
	| 'broadcast';

/** An interaction row, with what an automatic answer is marked by. */
export interface AudienceInteraction extends Interaction {
	/** Epoch milliseconds. */
	at: number;
	auto?: boolean;
}

export interface AudienceRules {
	campaign: string;
	/** Share that gets nothing, from 0 to 1. */
	holdOutShare: number;
	/** Most messages of the account within `perDays` days. */
	maxMessages: number;
	perDays: number;
	/** Minutes of the day in Shanghai; equal ones mean no quiet hours. */
	quiet: { from: number; until: number };
	channels: AudienceChannel[];
	/** Epoch milliseconds. */
	now: number;
}

export interface Person {
	openId: string;
	/** Undefined where only the interactions tell. */
	isFollower?: boolean;
	optOut: boolean;
	interactions: AudienceInteraction[];
}

/** Why a decision was made, for counts; `reason` says it in words. */
export type Because =
	| 'cap'
	| 'heldOut'
	| 'left'
	| 'noChannel'
	| 'optedOut'
	| 'quietHours'
	| 'reachable'
	| 'usedUp';

export interface Decision {
	decision: 'sendNow' | 'later' | 'holdOut' | 'notReachable';
	because: Because;
	channel: AudienceChannel | null;
	/** Template with an open consent, for a subscription notice. */
	templateId: string | null;
	/** Epoch milliseconds; null unless `later`. */
	sendAfter: number | null;
	reason: string;
}

/** No window of WeChat is open for longer. */
const WINDOW_MS = 2 * DAY_MS;
const LASTING = /^(event\.(un)?subscribe|noticeSent)$/;

/** Whether the campaign leaves this person out, in every run and on every worker alike. */
export function isHeldOut(openId: string, campaign: string, share: number): boolean {
	return unitHash(`${campaign}\n${openId}`) < share;
}

/** The first time from `at` on that lies outside the quiet hours. */
export function afterQuietHours(at: number, { from, until }: AudienceRules['quiet']): number {
	if (from === until) return at;
	const minute = minuteOfDay(at);
	const isOvernight = from > until;
	const isQuiet = isOvernight ? minute >= from || minute < until : minute >= from && minute < until;
	if (!isQuiet) return at;
	return epochOf(dayOf(at) + (isOvernight && minute >= from ? 1 : 0), until);
}

/** The first time from now on at which one more message keeps the frequency cap. */
function afterCap(sent: number[], { maxMessages, perDays, now }: AudienceRules): number {
	const latestFirst = sent.sort((a, b) => b - a);
	const last = latestFirst[maxMessages - 1];
	return last === undefined ? now : Math.max(now, last + perDays * DAY_MS);
}

function lastWish(interactions: AudienceInteraction[]): boolean {
	const wishes = interactions.filter(({ kind }) => kind === 'optOut' || kind === 'optIn');
	return wishes.sort((a, b) => a.at - b.at).at(-1)?.kind === 'optOut';
}

interface Route {
	channel: AudienceChannel | null;
	templateId: string | null;
	reason: string;
	because: 'left' | 'noChannel' | 'reachable' | 'usedUp';
}

/** Whether a message could be sent if none had been sent so far. */
const hadWindow = (interactions: AudienceInteraction[], at: number): boolean =>
	checkReachability(
		interactions.filter(({ kind }) => kind !== 'sent'),
		at,
	).canWrite;

/** The best channel that WeChat and the campaign both allow at a time. */
function routeAt(
	{ isFollower, interactions }: Person,
	channels: AudienceChannel[],
	at: number,
): Route {
	// What is older opens no window any more; without it a chatty follower costs no more than others.
	const recent = interactions.filter(
		({ kind, at: then, accepted }) =>
			then > at - WINDOW_MS || LASTING.test(kind) || (accepted?.length ?? 0) > 0,
	);
	const state = checkReachability(recent, at);
	if (isFollower === false || !state.isFollower) {
		const reason = 'The person no longer follows the account';
		return { channel: null, templateId: null, reason, because: 'left' };
	}
	const [templateId = null] = state.notices;
	const open: AudienceChannel[] = ['templateMessage', 'broadcast'];
	if (templateId !== null) open.unshift('subscriptionNotice');
	if (state.canWrite) open.unshift('customerServiceMessage');
	const channel = open.find((candidate) => channels.includes(candidate)) ?? null;
	return {
		channel,
		templateId: channel === 'subscriptionNotice' ? templateId : null,
		reason: state.reason,
		because: channel ? 'reachable' : hadWindow(recent, at) ? 'usedUp' : 'noChannel',
	};
}

function laterReason(now: number, afterLimit: number, { maxMessages, perDays }: AudienceRules) {
	return afterLimit > now
		? `Has had ${maxMessages} messages within ${perDays} days`
		: 'It is a quiet hour';
}

/**
 * Whether, when and how a campaign writes to a person. The hold-out is taken from those who could be
 * reached, so that both groups are alike. Nobody is put off to a time at which no channel is open.
 */
export function decide(person: Person, rules: AudienceRules): Decision {
	const { now, channels } = rules;
	const interactions = person.interactions.filter(({ at }) => at <= now);
	const nobody = { channel: null, templateId: null, sendAfter: null };
	if (person.optOut || lastWish(interactions)) {
		const reason = 'The person wants no messages';
		return { decision: 'notReachable', because: 'optedOut', ...nobody, reason };
	}
	const sent = interactions.filter(
		({ kind, auto }) => (kind === 'sent' && !auto) || kind === 'noticeSent',
	);
	const afterLimit = afterCap(
		sent.map(({ at }) => at),
		rules,
	);
	const sendAfter = afterQuietHours(afterLimit, rules.quiet);
	const route = routeAt({ ...person, interactions }, channels, sendAfter);
	const { channel, templateId, reason, because } = route;
	if (channel === null) {
		const late = sendAfter > now ? ` at ${new Date(sendAfter).toISOString()}` : '';
		return { decision: 'notReachable', because, ...nobody, reason: `${reason}${late}` };
	}
	if (isHeldOut(person.openId, rules.campaign, rules.holdOutShare)) {
		const why = 'In the hold-out group of this campaign';
		return { decision: 'holdOut', because: 'heldOut', ...nobody, reason: why };
	}
	if (sendAfter <= now)
		return { decision: 'sendNow', because, channel, templateId, sendAfter: null, reason };
	return {
		decision: 'later',
		because: afterLimit > now ? 'cap' : 'quietHours',
		channel,
		templateId,
		sendAfter,
		reason: laterReason(now, afterLimit, rules),
	};
}
