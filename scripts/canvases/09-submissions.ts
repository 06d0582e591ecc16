import type { Canvas } from './lib/canvas';
import {
	action,
	dailyAt,
	form,
	formEnd,
	oneOf,
	own,
	received,
	reply,
	tellStaff,
} from './lib/nodes';
import { both } from './lib/words';

const ACTIVITY = 'submissions';

/** What taking in, reviewing and reminding have in common: points follow from it. */
const RULES = { minLength: 10, perDay: 1, perPerson: 0, pointsPerApproval: 20 };

/** Followers send texts and pictures, a person reviews them, and the best become drafts. */
export const submissions: Canvas = {
	number: '09',
	file: 'submissions',
	name: both('粉丝投稿', 'Submissions'),
	overview: {
		what: both(
			'粉丝回复“投稿：”加正文，十分钟内再发的图片作为配图。不适合发表的当场退回，有轻生迹象的马上通知员工。员工在表单里评审：入选的存成草稿并给作者积分，不入选的说明理由。每份投稿只评一次。',
			'Followers send a text, and a picture within ten minutes goes with it. What is not fit to publish is sent back at once, and the staff hears of anybody in danger. A colleague reviews each one in a form, once: what is accepted becomes a draft and brings points, what is not comes back with a reason.',
		),
		steps: [
			both(
				'选择公众号凭证、员工群机器人凭证，给评审表单设用户名和密码。',
				'Choose the credentials of the account and of the robot, and set a name and password for the form.',
			),
			both(
				'在“存成草稿”的 Cover 里选一张默认封面，没有配图的投稿也能存成草稿。',
				"Choose a cover in 'Make a draft', so that texts without a picture become drafts, too.",
			),
			both(
				'想改积分、字数或每天几份，“收下投稿”“评审”“等待评审的投稿”三处一样。',
				"To change points, length or number a day, do it alike in 'Take it in', 'Review' and 'What waits for review'.",
			),
			both(
				'发布，把“评审投稿”的 Production URL 发到员工群。',
				"Publish, and give the Production URL of 'Review a submission' to your colleagues.",
			),
		],
		runs: {
			personal: { without: both('主动通知作者', 'messages to the authors') },
			subscription: 'whole',
			service: 'whole',
		},
		accounts: both(
			'通知只能发给 48 小时内互动过的作者，其他人回复“投稿查询”看结果。',
			'Messages reach authors who were active within 48 hours. All others ask for the result in the chat.',
		),
	},
	nodes: {
		message: received(
			both('粉丝发文字、图片或点菜单', 'A follower writes, sends a picture or taps'),
			{
				triggerOn: ['text', 'image', 'event.CLICK'],
			},
		),
		submit: own('Activity', 'submission.submit', both('收下投稿', 'Take it in'), {
			activityId: ACTIVITY,
			replies: {
				invited:
					'请在 {minutes} 分钟内发来您的作品：至少 {minLength} 个字，或者一张图片。\n回复“投稿查询”看结果。',
				received:
					'收到您的投稿，谢谢！10 分钟内再发一张图片，会作为配图。\n回复“投稿查询”看评审结果。',
			},
			options: RULES,
		}),
		answer: reply(both('回复', 'Reply')),
		ask: tellStaff(both('请员工评审', 'Ask for a review'), {
			title: '新投稿，请评审',
			text: '=编号：{{ $json.activity.code }}\n{{ $json.activity.text }}\n{{ $json.activity.url }}\n{{ $json.activity.warnings }}',
		}),
		alarm: tellStaff(both('请马上关心这位粉丝', 'Somebody may be in danger'), {
			title: '请马上关心这位粉丝',
			text: '=投稿里有轻生迹象：{{ $json.Content }}\nOpenID：{{ $json.activity.openId }}',
			call: 'all',
		}),
		form: form(
			both('评审投稿', 'Review a submission'),
			both('评审投稿', 'Review a submission'),
			both(
				'编号在员工群的消息里。一份投稿只评一次，提交后不能更改。',
				'The number stands in the message to the group. A submission is reviewed once and for good.',
			),
			[
				{
					fieldLabel: both('投稿编号', 'Number of the submission'),
					fieldName: 'code',
					fieldType: 'text',
					requiredField: true,
				},
				oneOf(both('决定', 'Decision'), 'decision', [
					both('入选', 'Accept'),
					both('不入选', 'Decline'),
				]),
				{
					fieldLabel: both('给作者的话', 'For the author (in Chinese)'),
					fieldName: 'note',
					fieldType: 'textarea',
				},
			],
		),
		review: own('Activity', 'submission.review', both('评审', 'Review'), {
			submission: '={{ $json.code }}',
			decision: '={{ $json.decision }}',
			note: '={{ $json.note }}',
			options: RULES,
		}),
		author: own('Contacts', 'contact.write', both('告诉作者', 'Tell the author')),
		draft: action(
			'draft',
			'create',
			both('存成草稿', 'Make a draft'),
			{
				title: '={{ $json.activity.title }}',
				contentFormat: 'html',
				content: '={{ $json.activity.html }}',
				onlyOnce: true,
			},
			{ onError: 'continueErrorOutput' },
		),
		byHand: tellStaff(both('请手动建草稿', 'Make the draft by hand'), {
			title: '入选的投稿没能存成草稿，请手动建',
			text: '=编号：{{ $json.activity.code }}\n{{ $json.activity.text }}\n{{ $json.activity.picture }}',
		}),
		done: formEnd(
			both('评审完成', 'Reviewed'),
			both('评审完成', 'Reviewed'),
			both('=作者会看到：{{ $json.reply }}', '=What the author reads: {{ $json.reply }}'),
		),
		refused: formEnd(
			both('没有评审', 'Not reviewed'),
			both('没有评审', 'Not reviewed'),
			'={{ $json.reply }}',
		),
		morning: dailyAt('10:00', both('每天 10:00', 'Every day at 10:00')),
		waiting: own(
			'Activity',
			'submission.getWaiting',
			both('等待评审的投稿', 'What waits for review'),
			{ activityId: ACTIVITY, options: RULES },
		),
		remind: tellStaff(both('提醒员工群', 'Remind staff'), { title: '投稿评审' }),
	},
	picture: `
		message → submit:Reply → answer
		submit:Received → ask
		submit:Needs Help → alarm
		form → review:Approved → author
		review:Rejected → author
		review:Approved → draft:Error → byHand
		review:Approved → done
		review:Rejected → done
		review:Reviewed Before → refused
		review:Not Found → refused
		morning → waiting:Waiting → remind
	`,
	notes: {
		message: both(
			'## 投稿、配图、查询都在聊天里\n没有说“投稿”的文字和图片不理会，从“Not for This Activity”接下去。',
			'## Texts, pictures and questions, in the chat\nWhat was not meant as a submission comes out of “Not for This Activity”.',
		),
		form: both(
			'## 员工评审，每份一次\n入选的存成草稿，排版后再群发或发布。',
			'## A person reviews, once\nWhat is accepted becomes a draft, to be laid out and sent by you.',
		),
		morning: both('## 没有评审的，每天提醒', '## A reminder of what waits'),
	},
};
