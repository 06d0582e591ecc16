import { sortedLastIndexBy } from 'lodash';
import { DEPARTURES } from './kinds';
import { allowanceOf, type Allowance, type Interaction } from './reachability';

/** An interaction whose time is in epoch milliseconds. */
export type TimedInteraction = Interaction & { at: number };

/** How far a person can be written to from `at` on, until the next step. Times in epoch milliseconds. */
export interface WindowStep {
	at: number;
	/** When the window that counts was opened. */
	openedAt: number;
	/** When it closes if nothing else happens; not after `at` when it is closed. */
	closesAt: number;
	/** Whether it is closed because all messages have been sent. */
	isUsedUp: boolean;
}

interface OpenWindow {
	openedAt: number;
	until: number;
	left: number;
}

const isSent = ({ kind }: Interaction): boolean => kind === 'sent';

/** What is sent in the moment of a message follows it. */
const byTime = (a: TimedInteraction, b: TimedInteraction): number =>
	a.at - b.at || Number(isSent(a)) - Number(isSent(b));

/**
 * The course of the window in which WeChat takes customer service messages to one person; the same rules
 * as `checkReachability`, for every moment at once. A later window of the same kind lasts longer and has
 * no fewer messages left, so the latest of each kind is all that counts.
 */
export function replyWindow(interactions: TimedInteraction[]): WindowStep[] {
	const windows = new Map<Allowance, OpenWindow>();
	let isFollower = true;
	return [...interactions].sort(byTime).map((interaction): WindowStep => {
		const { kind, at } = interaction;
		if (DEPARTURES.has(kind)) isFollower = false;
		if (kind === 'event.subscribe') isFollower = true;
		const allowance = allowanceOf(interaction);
		if (allowance) {
			const { messages: left, milliseconds } = allowance;
			windows.set(allowance, { openedAt: at, until: at + milliseconds, left });
		}
		if (isSent(interaction)) for (const window of windows.values()) window.left -= 1;
		const lasting = [...windows.values()].filter(({ until }) => isFollower && until > at);
		const [best] = lasting.filter(({ left }) => left > 0).sort((a, b) => b.until - a.until);
		return best
			? { at, openedAt: best.openedAt, closesAt: best.until, isUsedUp: false }
			: { at, openedAt: at, closesAt: at, isUsedUp: lasting.length > 0 };
	});
}

/**
 * The step in which the window closes, or will close, for the first time from a moment on: its `closesAt`
 * is that time. When the window is closed at the moment, the one that opens next counts.
 *
 * @param steps course of the window, in order
 * @param until what happens from this moment on is not looked at
 * @returns undefined when no window is open
 */
export function firstClosing(
	steps: WindowStep[],
	from: number,
	until = Infinity,
): WindowStep | undefined {
	let wasOpen = false;
	const begin = sortedLastIndexBy<Pick<WindowStep, 'at'>>(steps, { at: from }, 'at') - 1;
	for (let position = Math.max(begin, 0); ; position++) {
		const [step, next] = [steps[position], steps[position + 1]];
		if (!step || (step.at > from && step.at >= until)) return undefined;
		const opensUntil = Math.min(step.closesAt, next?.at ?? Infinity);
		wasOpen ||= opensUntil > Math.max(step.at, from);
		const isLast = !next || next.at >= until;
		if (wasOpen && (isLast || step.closesAt < next.at)) return step;
		if (isLast) return undefined;
	}
}
