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
	dayLimitReached: { label: 'Day Limit Reached', text: '今天已经投过稿了，明天再来吧。' },
	limitReached: { label: 'Limit Reached', text: '每人最多投稿 {perPerson} 份，这一份不再计入。' },
	empty: { label: 'Empty', text: '没有收到内容，请重新发送作品。' },
	tooShort: { label: 'Too Short', text: '内容太短，请至少写 {minLength} 个字。' },
	wrongKind: { label: 'Wrong Kind', text: '这种类型的作品不在征集范围内。' },
	notOpen: { label: 'Not Open Yet', text: '征集还没有开始。' },
	closed: { label: 'Closed', text: '征集已经结束，感谢参与。' },
	alreadyReviewed: {
		label: 'Already Reviewed',
		text: '这份投稿已经评审过了，结果没有改动。',
	},
	notFound: { label: 'Not Found', text: '没有这个编号的投稿，请核对后再输入。' },
	pictureAdded: { label: 'Picture Added', text: '配图收到，和您的文字放在一起了。' },
	mine: { label: 'My Submissions', text: '您最近的投稿\n{submissions}' },
	noneYet: { label: 'None Yet', text: '您还没有投过稿。' },
	unfit: {
		label: 'Not Fit to Publish',
		text: '您的投稿里有不适合发表的内容，请修改后再投。感谢理解。',
	},
	needsHelp: {
		label: 'Needs Help',
		text: '看到您写的话，我们很担心您，已请同事尽快联系您。现在就想找人说说，可以拨打全国心理援助热线 12356；有危险请拨打 120 或 110。',
	},
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
		perDay: count(
			'Submissions per Day',
			0,
			'How many of a person count on one day; 0 for any number',
		),
		perPerson: count('Submissions per Person', 1, 'How many count; 0 for any number'),
	}),
	(given) => ({
		startsAt: given.startsAt,
		endsAt: given.endsAt,
		perPerson: given.perPerson ?? 1,
		perDay: given.perDay ?? 0,
		minLength: given.minLength ?? 0,
		kinds: splitList(given.kinds ?? ''),
		pointsPerApproval: given.pointsPerApproval ?? 0,
	}),
);
