import type { Book } from '../book';
import type { ActivityRow } from '../row';
import { windowStatus, type ActivityEvent, type Step } from '../step';
import type { SubmissionRules } from './submission';

export type InvitationStatus = 'closed' | 'invited' | 'notOpen';

/**
 * Somebody has said the word and nothing else: what is sent next is the submission. Key
 * `activity|openId|invitation|event`.
 *
 * @param minutes for which it is waited
 */
export function invite(
	book: Book,
	activityId: string,
	event: ActivityEvent,
	rules: SubmissionRules,
	minutes: number,
): Step<InvitationStatus> {
	const { openId, at } = event;
	const { perPerson, minLength } = rules;
	const values = { points: 0, number: 0, approvedCount: 0, perPerson, minLength, minutes };
	const window = windowStatus(at, rules);
	if (window !== 'open') return { status: window, values, rows: [] };
	const key = `${activityId}|${openId}|invitation|${event.key}`;
	const row: ActivityRow = {
		key,
		activityId,
		openId,
		type: 'invitation',
		points: 0,
		data: {},
		at,
	};
	return { status: 'invited', values, rows: book.get(key) ? [] : [row] };
}

/** Whether a person was asked for a submission a short time ago and has sent none since. */
export function isInvited(
	book: Book,
	activityId: string,
	{ openId, at, key }: ActivityEvent,
	minutes: number,
): boolean {
	const rows = book.of(openId, activityId);
	// A message that is delivered again finds its own submission.
	if (book.get(`${activityId}|${openId}|submission|${key}`)) return true;
	const last = rows.filter(({ type }) => type === 'invitation' || type === 'submission').at(-1);
	return last?.type === 'invitation' && at >= last.at && at - last.at <= minutes * 60_000;
}
