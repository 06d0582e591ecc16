import type { INodeProperties } from 'n8n-workflow';
import { splitList } from '../../../shared/text/list';
import type { Book } from '../../engine/book';
import type { ActivityRow } from '../../engine/row';
import type { SubmissionRules } from '../../engine/submission/submission';
import { endsAtField, numberField, startsAtField } from '../fields';
import type { ReplyTexts } from '../replies';
import type { Run } from '../run';

export const SUBMISSION_REPLIES: ReplyTexts = {
	received: { label: 'Received', text: '投稿已收到，这是您的第 {number} 份作品，请等待评审。' },
	limitReached: { label: 'Limit Reached', text: '每人最多投稿 {perPerson} 份，这一份不再计入。' },
	empty: { label: 'Empty', text: '没有收到内容，请重新发送作品。' },
	tooShort: { label: 'Too Short', text: '内容太短，请至少写 {minLength} 个字。' },
	wrongKind: { label: 'Wrong Kind', text: '这种类型的作品不在征集范围内。' },
	notOpen: { label: 'Not Open Yet', text: '征集还没有开始。' },
	closed: { label: 'Closed', text: '征集已经结束，感谢参与。' },
	approved: { label: 'Approved', text: '您的作品已通过评审，获得 {points} 积分。{note}' },
	rejected: { label: 'Rejected', text: '您的作品未通过评审。{note}' },
};

/** What has to be the same for taking in and for reviewing, since points follow from both. */
export const submissionOptions: INodeProperties[] = [
	endsAtField,
	{
		displayName: 'Kinds',
		name: 'kinds',
		type: 'string',
		default: '',
		placeholder: 'e.g. text, image, video',
		description: 'Comma-separated kinds of messages that are taken. Leave empty for all.',
	},
	numberField('Min Length', 'minLength', 0, 'Fewest characters of a text'),
	numberField(
		'Points per Approval',
		'pointsPerApproval',
		0,
		'For the author of an approved submission',
	),
	startsAtField,
	numberField('Submissions per Person', 'perPerson', 1, 'How many count; 0 for any number'),
];

export function submissionRules(run: Run): SubmissionRules {
	return {
		...run.window(),
		perPerson: run.option('perPerson', 'Submissions per Person', 1),
		minLength: run.option('minLength', 'Min Length', 0),
		kinds: splitList(run.optionText('kinds')),
		pointsPerApproval: run.option('pointsPerApproval', 'Points per Approval', 0),
	};
}

export const submissionField: INodeProperties = {
	displayName: 'Submission Key',
	name: 'submission',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.key }}',
	description: "Key of the submission's row",
};

/**
 * The row of the submission that an item names.
 *
 * @throws UserInputError when it is not among the known rows
 */
export function submissionOf(run: Run, book: Book, itemIndex: number): ActivityRow {
	const key = run.required('submission', 'Submission Key', itemIndex);
	const row = book.get(key);
	if (row?.type === 'submission') return row;
	throw run
		.reader({ 'Submission Key': key }, itemIndex)
		.error(
			'Submission Key',
			`names no known submission: "${key}"`,
			"Check the key, and that its row is among the 'Known Rows'.",
		);
}
