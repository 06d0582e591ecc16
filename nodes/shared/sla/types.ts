import type { TimedInteraction } from '../message/replyWindow';

/** What a target is set for, in the order in which it comes due. */
export const METRICS = ['firstResponse', 'nextResponse', 'resolution'] as const;
export type Metric = (typeof METRICS)[number];

export const CHANNELS = ['chat', 'comment'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What happens in a case. The order decides between events of the same moment. */
export const CASE_EVENTS = [
	'userMessage',
	'autoReply',
	'personReply',
	'waitingOnUser',
	'resolved',
	'reopened',
	'cancelled',
	/** Changes nothing in the case; it may open or close the window of WeChat. */
	'contact',
] as const;
export type CaseEventKind = (typeof CASE_EVENTS)[number];

/** One row of a case, read and checked. Times are epoch milliseconds. */
export interface CaseEvent {
	key: string;
	caseId: string;
	/** Empty when the row names no person. */
	openId: string;
	channel: Channel;
	/** Empty when the row says nothing about it. */
	tier: string;
	kind: CaseEventKind;
	at: number;
	/** What WeChat's window learns from the row; absent for what has nothing to do with it. */
	interaction?: TimedInteraction;
	/** Number of the item that holds the row; absent when it did not come with the first input. */
	item?: number;
}

/** A stretch during which a clock runs; `to` is absent while it does. */
export interface Run {
	from: number;
	to?: number;
}

export type ClockEnd = 'answered' | 'resolved' | 'cancelled';

/** The time that one message, or a burst of them, has been waiting for something. */
export interface Clock {
	metric: Metric;
	/** The row that started it. */
	trigger: CaseEvent;
	/** Tiers of the case while the clock ran, and from when on; at least one. */
	tiers: Array<{ from: number; tier: string }>;
	runs: Run[];
	/** Whether something has been answered automatically meanwhile; it does not stop the clock. */
	hasAutoReply: boolean;
	end?: { at: number; by: ClockEnd };
}

export type Status = 'onTrack' | 'atRisk' | 'breached' | 'met' | 'paused' | 'cancelled';
