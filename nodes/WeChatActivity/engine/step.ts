import type { ActivityRow } from './row';

/** Something a person did, as a message, a tap or a form brings it. */
export interface ActivityEvent {
	/** The same for a repeated delivery, and for no other event. */
	key: string;
	openId: string;
	/** Epoch milliseconds. */
	at: number;
	/** What was said or chosen. */
	text: string;
}

/** Values for the result and for the placeholders of the reply. */
export type Values = Record<string, string | number | boolean>;

/** What an event leads to. */
export interface Step<Status extends string = string> {
	status: Status;
	values: Values;
	/** Rows that are new; empty when the event changes nothing. */
	rows: ActivityRow[];
	/** Further results that are no text for a reply: lists, proofs. */
	details?: Record<string, unknown>;
}

/** When an activity is open; a bound that is absent does not bind. */
export interface Window {
	startsAt?: number;
	endsAt?: number;
}

/** Where a time lies. The end itself is outside. */
export function windowStatus(
	at: number,
	{ startsAt, endsAt }: Window,
): 'closed' | 'notOpen' | 'open' {
	if (startsAt !== undefined && at < startsAt) return 'notOpen';
	return endsAt !== undefined && at >= endsAt ? 'closed' : 'open';
}
