import type { IDataObject } from 'n8n-workflow';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { flag, integer, optionalText } from '../../../shared/operations/fields';
import { shownCode } from '../../../shared/prizes/code';
import { isOnCanvas } from '../../../shared/records/keepIn';
import { activityRows } from '../../../shared/records/tables/activityRows';
import { dataText, type ActivityRow } from '../../engine/row';
import { htmlOf, titleOf } from '../../engine/submission/article';
import { pictureOf } from '../../engine/submission/picture';
import { review as judge } from '../../engine/submission/review';
import { eventField } from '../../fields/event';
import { repliesField } from '../../fields/replies';
import { stepItem } from '../../items/step';
import { inOneOutput } from '../../onCanvas/inOneOutput';
import { HIDDEN_FOR_ITEMS, knownRowsForItems, rowsOnCanvas } from '../../onCanvas/knownRows';
import { decisionField } from './decision';
import { findSubmission, requireSubmission, submissionField, withSubmission } from './reviewing';
import { SUBMISSION_REPLIES, submissionOptions } from './rules';

const OUTPUT_OF = { approved: 'approved', alreadyReviewed: 'before' } as const;

/** The work itself, for a draft. */
function workOf(submission: ActivityRow, picture: string): IDataObject {
	const text = dataText(submission, 'text');
	return {
		code: shownCode(dataText(submission, 'code')),
		text,
		picture,
		title: titleOf(text),
		html: htmlOf(text, picture),
	};
}

export const review = inOneOutput(
	itemwise({
		option: {
			name: 'Review',
			value: 'review',
			action: 'Review submission',
			description: 'Approve or reject, with points for the author',
		},
		outputs: {
			approved: 'Approved',
			rejected: 'Rejected',
			before: 'Reviewed Before',
			notFound: 'Not Found',
		},
		fields: {
			submission: submissionField,
			decision: decisionField,
			note: optionalText('Note', {
				description: 'For the author; stands for {note} in the reply',
			}),
			award: integer('Points for This One', [-1, Number.MAX_SAFE_INTEGER], {
				description: "Instead of 'Points per Approval'; -1 for those",
			}),
			isFinal: flag(
				'First Decision Stands',
				true,
				'Whether a submission is reviewed once; otherwise the last decision counts',
				{ displayOptions: HIDDEN_FOR_ITEMS },
			),
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
			const ofItems = isOnCanvas(at.ctx);
			const submission = ofItems
				? await requireSubmission(at, values.submission)
				: await findSubmission(at, values.submission);
			if (!submission) {
				const reply = replies(['notFound'], {});
				return [{ to: 'notFound', json: { ...at.json, reply } }];
			}
			const verdict = {
				...{ decision, note },
				award: award < 0 ? undefined : award,
				isFinal: values.isFinal && !ofItems,
			};
			let picture = '';
			const step = await withSubmission(at, submission, values.event, (book, act) => {
				picture = pictureOf(book, submission);
				const judged = judge(book, submission, act, verdict, options);
				return { ...judged, said: replies([judged.status], judged.values) };
			});
			const ids = { activityId: submission.activityId, openId: submission.openId };
			const more = {
				submission: values.submission,
				...(ofItems ? {} : workOf(submission, picture)),
			};
			const json = stepItem(at.json, step, ids, step.said, more);
			const { openId } = submission;
			const toTell = ofItems ? {} : { openId, key: `review:${submission.key}` };
			const to =
				step.status in OUTPUT_OF ? OUTPUT_OF[step.status as keyof typeof OUTPUT_OF] : 'rejected';
			return [{ to, json: { ...json, ...toTell } }];
		},
	}),
);
