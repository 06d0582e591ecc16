import { SEND_AND_WAIT_OPERATION, type IDataObject } from 'n8n-workflow';
import {
	allAtOnce,
	attempted,
	type Item,
	type Result,
} from '../../shared/engagement/recordOperation';
import { UserInputError } from '../../shared/inputError';
import { isRecord } from '../../shared/json';
import { attempt } from '../../shared/records/attempt';
import { onlyOnce, type Sending } from '../../shared/records/onlyOnce';
import type { Records } from '../../shared/records/port';
import type { RowOf } from '../../shared/records/table';
import { decisions } from '../../shared/records/tables/decisions';
import { sent } from '../../shared/records/tables/sent';
import type { Note } from '../../shared/staff/note';
import { WeChatTransportError } from '../../shared/transport/errors';
import { deadlineAfter } from '../../shared/wait/deadline';
import { askFields, labelsOf } from './askFields';
import { decisionOf } from './decision';
import { decisionKey, nodeRunOf, questionKeyOf, trimmed, type NodeRun } from './keys';
import { addressed, type Recipient } from './notice';
import { inMessage, linkOf, questionOf } from './question';

/** Where items go when the time is over is n8n's choice: the first. What an answer gives: see `answer.ts`. */
const OUTPUTS = { unanswered: 'No Answer', yes: 'Yes', no: 'No', before: 'Asked Before' } as const;

/** What the table of what was sent calls it. */
const QUESTION = 'Question to staff';

type DecisionRow = RowOf<typeof decisions>;

const NOT_DECIDED = { state: 'asked', answer: '', reason: '', answeredAt: null };

/** The follower that an item is about; '' when it names none. */
const openIdOf = ({ openId, wechat }: IDataObject): string =>
	trimmed(openId) || (isRecord(wechat) ? trimmed(wechat.openId) : '');

/** The execution, and in a loop which turn of the node. */
const executionOf = ({ executionId, runIndex }: NodeRun): string =>
	runIndex === 0 ? executionId : `${executionId}#${runIndex}`;

const isSameRun = (one: DecisionRow, other: DecisionRow): boolean =>
	one.execution === other.execution && one.askedBy === other.askedBy;

/** The message may have arrived, so the link may be used. */
const isUnsure = (error: unknown): boolean =>
	error instanceof WeChatTransportError && error.outcome === 'unknown';

/**
 * Asks once. Without the row nobody could see what is asked, so it comes first; it goes again when nothing was sent.
 *
 * @returns `sent` when this very call has asked, or may have
 */
async function sendOnce(
	records: Records,
	{ key, execution }: DecisionRow,
	recipient: Recipient,
	note: Note,
): Promise<Sending<IDataObject>['status']> {
	const { openId } = recipient;
	const sending = await attempt(
		async () =>
			await onlyOnce(
				records,
				{ key, what: QUESTION, openId, isRepeatable: false },
				Date.now(),
				async () => {
					await recipient.isReady();
					return await recipient.send(note);
				},
			),
	);
	if ('value' in sending) return sending.value.status;
	if (isUnsure(sending.error)) return 'sent';
	await attempt(async () => await records.remove(decisions, { where: { key, execution } }));
	throw sending.error;
}

/** Asks and waits, or tells that it was asked before. */
async function askStaff({
	at,
	values,
}: Item<typeof askFields>): Promise<Array<Result<keyof typeof OUTPUTS>>> {
	const { ctx, itemIndex, json, records, now } = at;
	const { recipient, ...head } = await addressed(ctx, itemIndex, values);
	const run = nodeRunOf(ctx, itemIndex);
	const question = questionOf(values.message);
	const key = questionKeyOf(run, json, values.details.key);
	const link = linkOf(ctx, run, json, labelsOf(values.details).link);
	const row: DecisionRow = {
		...NOT_DECIDED,
		key: decisionKey(key),
		question,
		askedOf: recipient.name,
		askedBy: `${ctx.getWorkflow().name ?? ''} > ${run.nodeName}`,
		execution: executionOf(run),
		askedAt: now,
		deadline: deadlineAfter('Wait at Most (Hours)', values.waitHours, now).getTime(),
		openId: openIdOf(json),
	};
	const [{ row: known, isNew } = { row, isNew: true }] = await records.add(decisions, [row]);
	const note = { ...head, text: inMessage(question, recipient, link), links: [link] };
	const status = await sendOnce(records, row, recipient, note);
	const hasAsked = status === 'sent';
	if (hasAsked && !isNew) await records.put(decisions, [row]);
	// The same execution again, e.g. after n8n was stopped: its link is out already.
	const isAskedByUs = hasAsked || (!isNew && isSameRun(known, row));
	if (!isAskedByUs) {
		const { binary } = ctx.getInputData()[itemIndex] ?? {};
		const decision = decisionOf(key, known);
		return [{ to: 'before', json: { ...json, decision, staff: { status } }, binary }];
	}
	await ctx.putExecutionToWait(new Date((hasAsked ? row : known).deadline ?? now));
	return [];
}

/**
 * Asks for a decision by the link to a page. The name is n8n's: its links are signed, and it makes a
 * human-in-the-loop tool. When the time is over n8n gives the items to the first output, as they came.
 */
export const ask = allAtOnce({
	option: {
		name: 'Ask',
		value: SEND_AND_WAIT_OPERATION,
		action: 'Ask staff for decision',
		description:
			'Ask for a yes or no by a link, and go on when somebody has decided or the time is over',
	},
	outputs: OUTPUTS,
	fields: askFields,
	tables: [decisions, sent],
	async executeAll(items) {
		return await Promise.all(
			items.map(async (item) => {
				const { length } = item.at.ctx.getInputData();
				if (length === 1) return await attempted(async () => await askStaff(item));
				return { error: tooMany(length) };
			}),
		);
	},
});

const tooMany = (count: number): UserInputError =>
	new UserInputError(
		`'Ask' got ${count} items and asks about one at a time`,
		"Put 'Loop Over Items' before it to ask about one after the other, or 'Aggregate' to ask about all of them with one question.",
	);
