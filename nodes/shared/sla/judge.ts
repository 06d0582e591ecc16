import {
	addBusinessTime,
	businessMinutesBetween,
	type BusinessCalendar,
} from '../calendar/businessHours';
import { firstClosing, type WindowStep } from '../message/replyWindow';
import type { Clock, ClockEnd, Status } from './types';
import type { SlaSettings } from './slaSettings';

export type LimitedBy = 'policy' | 'platformWindow';

/** How a clock stands. Times are epoch milliseconds. */
export interface Verdict {
	status: Status;
	/** Absent while the clock is paused and after it was cancelled. */
	dueAt?: number;
	limitedBy: LimitedBy;
	/** Open minutes left until the deadline, negative after it; of a paused clock, what its policy leaves. */
	remainingMinutes: number;
	/** Share of the time that has been used; 1 at the deadline. */
	elapsedShare: number;
	/** Whether the window closed because all messages had been sent. */
	isWindowUsedUp: boolean;
	calendarCoverage: boolean;
	why: string;
}

interface Limit {
	dueAt: number;
	limitedBy: LimitedBy;
	closing?: WindowStep;
}

const REASONS: Record<Exclude<Status, 'atRisk' | 'breached'>, string> = {
	onTrack: 'There is time left',
	met: 'It was done by the deadline',
	paused: 'It waits for the user, so the clock stands still',
	cancelled: 'It was closed before anybody had to answer',
};

/** Open minutes during which a clock has run, pauses left out. */
export function usedMinutes({ runs }: Clock, now: number, calendar: BusinessCalendar): number {
	return runs.reduce(
		(sum, { from, to = now }) => sum + businessMinutesBetween(from, Math.max(from, to), calendar),
		0,
	);
}

/**
 * The limit of each stretch in turn, up to the first one that was overstepped: what is late once stays
 * late, whatever follows.
 */
function decisiveLimit(
	{ runs }: Clock,
	target: number,
	window: WindowStep[],
	{ calendar, now }: SlaSettings,
): Limit & { isOverstepped: boolean } {
	let left = target;
	let result: (Limit & { isOverstepped: boolean }) | undefined;
	for (const { from, to } of runs) {
		const due = addBusinessTime(from, left, calendar);
		const closing = firstClosing(window, from, to);
		const dueAt = Math.min(due, closing?.closesAt ?? due);
		const limitedBy = dueAt < due ? 'platformWindow' : 'policy';
		const isOverstepped = (to ?? now) > dueAt;
		result = { dueAt, limitedBy, closing, isOverstepped };
		if (isOverstepped) break;
		left = Math.max(0, left - businessMinutesBetween(from, to ?? now, calendar));
	}
	return result ?? { dueAt: now, limitedBy: 'policy', isOverstepped: false };
}

const shareOf = (part: number, whole: number): number => (whole > 0 ? part / whole : 1);

function lateReason({ limitedBy, closing }: Limit): string {
	if (limitedBy === 'policy') return 'It was not done by the deadline of the policy';
	return closing?.isUsedUp
		? 'All messages that WeChat allows after the last contact have been sent'
		: "WeChat's window for messages has closed";
}

function endStatus(by: ClockEnd, metric: Clock['metric']): Status {
	// What was resolved without a reply did not need one.
	const isDone = metric === 'resolution' ? by === 'resolved' : by === 'answered';
	return isDone ? 'met' : 'cancelled';
}

/**
 * Judges a clock. A deadline is the earlier one of the policy's, in open minutes without pauses, and of
 * the moment in which WeChat stops taking messages to the person. Done in the moment of the deadline is
 * in time.
 *
 * @param target minutes of the policy
 * @param window course of the window of the person; empty where it does not count
 */
export function judge(
	clock: Clock,
	target: number,
	window: WindowStep[],
	settings: SlaSettings,
): Verdict {
	const { calendar, now, riskShare, windowRiskShare } = settings;
	const { metric, end, runs, trigger } = clock;
	const limit = decisiveLimit(clock, target, window, settings);
	const { dueAt, limitedBy, closing } = limit;
	const until = end?.at ?? now;
	const isPaused = !end && runs.at(-1)?.to !== undefined;
	const used = usedMinutes(clock, until, calendar);
	const windowShare = closing
		? shareOf(until - closing.openedAt, closing.closesAt - closing.openedAt)
		: 0;
	const policyShare = shareOf(used, target);
	const base = {
		dueAt,
		limitedBy,
		remainingMinutes: businessMinutesBetween(until, dueAt, calendar),
		elapsedShare: limitedBy === 'policy' ? policyShare : windowShare,
		isWindowUsedUp: closing?.isUsedUp ?? false,
		calendarCoverage: calendar.isCovered(trigger.at, Math.max(dueAt, until)),
	};
	if (limit.isOverstepped) return { ...base, status: 'breached', why: lateReason(limit) };
	if (end) {
		const status = endStatus(end.by, metric);
		const due = status === 'cancelled' ? undefined : dueAt;
		return { ...base, dueAt: due, status, why: REASONS[status === 'met' ? 'met' : 'cancelled'] };
	}
	if (isPaused) {
		const remainingMinutes = target - used;
		const elapsedShare = policyShare;
		return {
			...base,
			dueAt: undefined,
			limitedBy: 'policy',
			remainingMinutes,
			elapsedShare,
			status: 'paused',
			why: REASONS.paused,
		};
	}
	if (policyShare >= riskShare) {
		const percent = Math.floor(policyShare * 100);
		return { ...base, status: 'atRisk', why: `${percent} % of the time has passed` };
	}
	if (windowShare >= windowRiskShare) {
		const percent = Math.floor(windowShare * 100);
		return { ...base, status: 'atRisk', why: `${percent} % of WeChat's window has passed` };
	}
	return { ...base, status: 'onTrack', why: REASONS.onTrack };
}
