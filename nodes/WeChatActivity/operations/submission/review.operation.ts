import { itemwise } from '../../../shared/engagement/recordOperation';
import { choice, integer, optionalText } from '../../../shared/operations/fields';
import { activityRows } from '../../../shared/records/tables/activityRows';
import { review as judge } from '../../engine/submission/submission';
import { eventField } from '../../fields/event';
import { repliesField } from '../../fields/replies';
import { stepItem } from '../../items/step';
import { inOneOutput } from '../../onCanvas/inOneOutput';
import { knownRowsForItems, rowsOnCanvas } from '../../onCanvas/knownRows';
import { submissionField, withSubmission } from './reviewing';
import { SUBMISSION_REPLIES, submissionOptions } from './rules';

export const review = inOneOutput(
	itemwise({
		option: {
			name: 'Review',
			value: 'review',
			action: 'Review submission',
			description: 'Approve or reject, with points for the author',
		},
		outputs: { approved: 'Approved', rejected: 'Rejected' },
		fields: {
			submission: submissionField,
			decision: choice(
				'Decision',
				[
					{ name: 'Approve', value: 'approve' },
					{ name: 'Reject', value: 'reject' },
				],
				'approve',
				{ description: 'The last decision on a submission counts' },
			),
			note: optionalText('Note', {
				description: 'For the author; stands for {note} in the reply',
			}),
			award: integer('Points for This One', [-1, Number.MAX_SAFE_INTEGER], {
				description: "Instead of 'Points per Approval'; -1 for those",
			}),
			rows: knownRowsForItems,
			event: eventField,
			replies: repliesField(SUBMISSION_REPLIES, '{note} {points} {balance} {approvedCount}'),
			options: submissionOptions,
		},
		tables: [activityRows],
		takesItems: true,
		knownRows: rowsOnCanvas,
		execute: async (at, values) => {
			const { decision, note, award, replies, options } = values;
			const verdict = { decision, note, award: award < 0 ? undefined : award };
			const { step, author } = await withSubmission(
				at,
				values.submission,
				values.event,
				(book, submission, act) => {
					const judged = judge(book, submission, act, verdict, options);
					return { ...judged, said: replies([judged.status], judged.values) };
				},
			);
			const ids = { activityId: author.activityId, openId: author.openId };
			const more = { submission: values.submission };
			const json = stepItem(at.json, step, ids, step.said, more);
			return [{ to: step.status === 'approved' ? 'approved' : 'rejected', json }];
		},
	}),
);
