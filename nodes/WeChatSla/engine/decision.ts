import { pick, sortBy } from 'lodash';
import type { Judged } from '../../shared/sla/cases';
import { noticeOf } from './notice';
import type { LimitedBy } from '../../shared/sla/judge';
import type { Channel, Metric, Status } from '../../shared/sla/types';
import type { SlaSettings } from '../../shared/sla/slaSettings';

/** A clock and how it stands, as an item. Times are ISO 8601 in UTC; null where there is none. */
export interface Decision {
	/** `<case>|<metric>|<row that started the clock>|<status>`: the same for the same finding. */
	key: string;
	caseId: string;
	openId: string;
	channel: Channel;
	tier: string;
	metric: Metric;
	status: Status;
	startedAt: string;
	dueAt: string | null;
	limitedBy: LimitedBy;
	/** Open minutes left until the deadline, negative after it. */
	remainingMinutes: number;
	/** Share of the time that has been used; 1 at the deadline. */
	elapsedShare: number;
	endedAt: string | null;
	/** Whether the holidays of all the time up to the deadline are known. */
	calendarCoverage: boolean;
	why: string;
	/** Chinese notice for staff. */
	message: string;
}

const ALERT_COLUMNS = [
	'key',
	'caseId',
	'openId',
	'channel',
	'tier',
	'metric',
	'status',
	'startedAt',
	'dueAt',
	'endedAt',
	'limitedBy',
	'message',
] as const;

/** A finding to store, so that the next sweep does not give it again. */
export type AlertRow = Pick<Decision, (typeof ALERT_COLUMNS)[number]> & { at: string };

/** A decision, and where it came from. */
export interface Finding {
	decision: Decision;
	/** The item that holds the row which started the clock; absent when it came another way. */
	item?: number;
}

export const isoOf = (at: number): string => new Date(at).toISOString();
const optionalIso = (at: number | undefined): string | null =>
	at === undefined ? null : isoOf(at);

export function decisionOf(judged: Judged, { now, calendar }: SlaSettings): Decision {
	const { clock, policy, verdict } = judged;
	const { caseId, openId, channel, key: triggerKey, at } = clock.trigger;
	const { metric, end } = clock;
	const { status } = verdict;
	return {
		key: [caseId, metric, triggerKey, status].join('|'),
		caseId,
		openId,
		channel,
		tier: policy.tier,
		metric,
		status,
		startedAt: isoOf(at),
		dueAt: optionalIso(verdict.dueAt),
		limitedBy: verdict.limitedBy,
		remainingMinutes: Math.floor(verdict.remainingMinutes),
		elapsedShare: Math.round(verdict.elapsedShare * 1_000) / 1_000,
		endedAt: optionalIso(end?.at),
		calendarCoverage: verdict.calendarCoverage,
		why: verdict.why,
		message: noticeOf(judged, now, calendar),
	};
}

export function findingOf(judged: Judged, settings: SlaSettings): Finding {
	return { decision: decisionOf(judged, settings), item: judged.clock.trigger.item };
}

/** The earliest deadline first, what has none last; always in the same order. */
export function byUrgency(findings: Finding[]): Finding[] {
	return sortBy(findings, [
		({ decision }) => decision.dueAt ?? '9999',
		({ decision }) => decision.key,
	]);
}

/** The columns of a decision that are stored, and when it was found. */
export function alertRowOf(decision: Decision, now: number): AlertRow {
	return { ...pick(decision, ALERT_COLUMNS), at: isoOf(now) };
}
