import { now } from '../../../shared/engagement/fields';
import { collection, mapped, optionalText, type Field } from '../../../shared/operations/fields';
import { splitList } from '../../../shared/text/list';
import type { SubmissionRules } from '../../engine/submission/submission';
import { count } from '../../fields/count';
import type { ReplyTexts } from '../../fields/replies';
import { endsAt, startsAt } from '../../fields/window';

export const SUBMISSION_REPLIES: ReplyTexts = {
	invited: {
		label: 'Invited',
		text: '请在 {minutes} 分钟内直接发送您的作品（文字、图片、语音或视频）。',
	},
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
export const submissionOptions: Field<SubmissionRules> = mapped(
	collection('Options', 'Add option', {
		endsAt,
		kinds: optionalText('Kinds', {
			placeholder: 'e.g. text, image, video',
			description: 'Comma-separated kinds of messages that are accepted. Leave empty for all.',
		}),
		minLength: count('Min Length', 0, 'Minimum number of characters of a text'),
		now,
		pointsPerApproval: count('Points per Approval', 0, 'For the author of an approved submission'),
		startsAt,
		perPerson: count('Submissions per Person', 1, 'How many count; 0 for any number'),
	}),
	(given) => ({
		startsAt: given.startsAt,
		endsAt: given.endsAt,
		perPerson: given.perPerson ?? 1,
		minLength: given.minLength ?? 0,
		kinds: splitList(given.kinds ?? ''),
		pointsPerApproval: given.pointsPerApproval ?? 0,
	}),
);
