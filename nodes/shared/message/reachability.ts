import { maxBy, sortBy, sortedIndex } from 'lodash';
import { HOUR_MS } from '../calendar/days';
import { DEPARTURES, MESSAGE_KINDS } from './kinds';

/** Something that happened between the account and a follower. */
export interface Interaction {
	/**
	 * As the trigger names it (`text`, `event.CLICK`, …); `sent` for a customer service message of the
	 * account, `noticeSent` for a subscription notice, `payment` for one by WeChat Pay to a service account.
	 */
	kind: string;
	/** ISO 8601 with offset, or epoch milliseconds. */
	at: number | string;
	/** ID of the tapped answer, for a text that is the tap on a menu message. */
	bizmsgmenuid?: number | string;
	/** Templates of notices that the person agreed to by this event. */
	accepted?: string[];
	/** Template of the notice that was sent. */
	templateId?: string;
}

export type Channel = 'customerServiceMessage' | 'subscriptionNotice' | 'templateMessage';

export interface Reachability {
	/** Whether a customer service message can be sent now. */
	canWrite: boolean;
	/** The best way to reach the person now; null when there is none. */
	channel: Channel | null;
	/** Customer service messages that WeChat still takes. */
	messagesLeft: number;
	/** ISO 8601; until then a customer service message can be sent. */
	until: string | null;
	/** Whether the person follows the account, as far as is known. */
	isFollower: boolean;
	/** Templates of subscription notices with a consent that is not used up. */
	notices: string[];
	reason: string;
}

/** What WeChat allows the account after somebody has been in touch. */
export interface Allowance {
	messages: number;
	milliseconds: number;
}

const AFTER_MESSAGE: Allowance = { messages: 5, milliseconds: 48 * HOUR_MS };
const AFTER_ACTION: Allowance = { messages: 3, milliseconds: 60_000 };
/** WeChat names no number; a hundred is more than anybody should send. */
const AFTER_PAYMENT: Allowance = { messages: 100, milliseconds: 48 * HOUR_MS };

/** Events that open the window for a minute (WeChat: customer service messages). */
const ACTIONS = new Set([
	'event.CLICK',
	'event.SCAN',
	'event.subscribe',
	'event.scancode_push',
	'event.scancode_waitmsg',
]);

/** What an interaction allows; undefined when it opens no window (WeChat: customer service messages). */
export function allowanceOf({ kind, bizmsgmenuid }: Interaction): Allowance | undefined {
	// A tapped answer arrives as text, and counts as a menu tap.
	if (ACTIONS.has(kind) || bizmsgmenuid) return AFTER_ACTION;
	if (kind === 'payment') return AFTER_PAYMENT;
	// Comments, games and what the account itself did open nothing.
	return MESSAGE_KINDS.has(kind) ? AFTER_MESSAGE : undefined;
}

const timeOf = ({ at }: Interaction): number => (typeof at === 'number' ? at : Date.parse(at));

/** The windows that are open now; how many messages each of them has left, and until when. */
function openWindows(sorted: Interaction[], now: number): Array<{ until: number; left: number }> {
	const sent = sorted.filter(({ kind }) => kind === 'sent').map(timeOf);
	return sorted.flatMap((interaction) => {
		const allowance = allowanceOf(interaction);
		const from = timeOf(interaction);
		if (!allowance || from + allowance.milliseconds <= now) return [];
		const sentSince = sent.length - sortedIndex(sent, from);
		return [{ until: from + allowance.milliseconds, left: allowance.messages - sentSince }];
	});
}

/** Every consent is good for one notice (WeChat: one-time subscription). */
function openConsents(interactions: Interaction[]): string[] {
	const left = new Map<string, number>();
	const count = (templateId: string, change: number) =>
		left.set(templateId, (left.get(templateId) ?? 0) + change);
	for (const { kind, accepted = [], templateId } of interactions) {
		for (const id of accepted) count(id, 1);
		if (kind === 'noticeSent' && templateId) count(templateId, -1);
	}
	return [...left].filter(([, number]) => number > 0).map(([templateId]) => templateId);
}

function reasonOf(isFollower: boolean, canWrite: boolean, open: number): string {
	if (!isFollower) return 'The person no longer follows the account';
	if (canWrite) return 'The follower has been in touch recently';
	return open > 0
		? 'All messages that WeChat allows after the last contact have been sent'
		: 'The follower has not been in touch within the time that WeChat allows';
}

/**
 * Whether a follower may be written to now, and how, from what is known of the conversation. Pure. How
 * WeChat adds up the allowances of several actions is not documented, so the most generous open one
 * counts alone: what this function allows, WeChat allows too.
 *
 * @param now epoch milliseconds
 */
export function checkReachability(interactions: Interaction[], now: number): Reachability {
	const sorted = [...interactions].sort((a, b) => timeOf(a) - timeOf(b));
	const lastChange = sorted
		.filter(({ kind }) => kind === 'event.subscribe' || DEPARTURES.has(kind))
		.at(-1);
	const isFollower = lastChange === undefined || lastChange.kind === 'event.subscribe';
	const notices = openConsents(sorted);
	const open = isFollower ? openWindows(sorted, now) : [];
	// Of windows that allow as many messages, the one that is open for longest.
	const usable = sortBy(open, 'until').filter(({ left }) => left > 0);
	const best = maxBy(usable.reverse(), 'left') ?? { until: 0, left: 0 };
	const canWrite = best.left > 0;
	const otherChannel = isFollower ? 'templateMessage' : null;
	return {
		canWrite,
		channel: canWrite
			? 'customerServiceMessage'
			: notices.length > 0
				? 'subscriptionNotice'
				: otherChannel,
		messagesLeft: best.left,
		until: canWrite ? new Date(best.until).toISOString() : null,
		isFollower,
		notices,
		reason: reasonOf(isFollower, canWrite, open.length),
	};
}
