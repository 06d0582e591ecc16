import type { INodeProperties } from 'n8n-workflow';
import { review as judge } from '../../engine/submission/submission';
import { eventField, numberField, withNow, rowsKnownFields } from '../fields';
import type { ActivityOperation } from '../operation';
import { answerOf, Replies, repliesField } from '../replies';
import {
	SUBMISSION_REPLIES,
	submissionField,
	submissionOf,
	submissionOptions,
	submissionRules,
} from './rules';

const decisionField: INodeProperties = {
	displayName: 'Decision',
	name: 'decision',
	type: 'options',
	options: [
		{ name: 'Approve', value: 'approve' },
		{ name: 'Reject', value: 'reject' },
	],
	default: 'approve',
	description: 'The last decision on a submission counts',
};

const noteField: INodeProperties = {
	displayName: 'Note',
	name: 'note',
	type: 'string',
	default: '',
	description: 'For the author; stands for {note} in the reply',
};

const awardField: INodeProperties = {
	...numberField(
		'Points for This One',
		'award',
		-1,
		"Instead of 'Points per Approval'; -1 for those",
	),
};

export const review: ActivityOperation = {
	option: {
		name: 'Review',
		value: 'review',
		action: 'Review submission',
		description: 'Approve or reject, with points for the author',
	},
	properties: [
		submissionField,
		decisionField,
		noteField,
		awardField,
		...rowsKnownFields,
		eventField,
		repliesField(SUBMISSION_REPLIES, '{note} {points} {balance} {approvedCount}'),
		withNow(...submissionOptions),
	],
	begin(run) {
		const [book, rules] = [run.book(), submissionRules(run)];
		const replies = new Replies(run, SUBMISSION_REPLIES);
		return (itemIndex) => {
			const row = submissionOf(run, book, itemIndex);
			const award = run.number('award', 'Points for This One', itemIndex, -1);
			const verdict = {
				decision: run.text('decision', 'Decision', itemIndex) === 'reject' ? 'reject' : 'approve',
				note: run.text('note', 'Note', itemIndex),
				award: award < 0 ? undefined : award,
			} as const;
			const step = judge(book, row, run.act(itemIndex), verdict, rules);
			const reply = replies.say([step.status], step.values);
			step.rows.forEach((added) => book.add(added));
			return answerOf(step, { activityId: row.activityId, openId: row.openId }, reply);
		};
	},
};
