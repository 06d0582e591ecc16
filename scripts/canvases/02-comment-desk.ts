import type { Canvas } from './lib/canvas';
import { everyMinutes, own, received, tellStaff } from './lib/nodes';
import { both } from './lib/words';

/** Comments are answered within minutes; what is unhappy, unsure or unknown goes to a person. */
export const commentDesk: Canvas = {
	number: '02',
	file: 'comment-desk',
	name: both('留言接待', 'Comment desk'),
	overview: {
		what: both(
			'每分钟看一次新留言：表扬的，感谢并加精选；提问的，按关键词库回答；不满的、看不准的、答不上的，通知员工群并计时；有人想不开、受伤、被骗、要投诉的，@所有人。每条留言只回复一次，人工在后台回复过的不再打扰。',
			'Looks for new comments every minute. Praise is thanked for and featured, questions are answered from the keyword library; who is unhappy, what is unsure and what has no answer goes to a person, and the time is watched; danger and threats call all of the staff. Each comment is answered once; what a colleague has answered is left alone.',
		),
		steps: [
			both(
				'选择公众号凭证和员工群机器人凭证。',
				'Choose the credentials of the account and of the robot.',
			),
			both('把“感谢表扬”里的几句话改成您的。', "Write your own thanks into 'Thank for praise'."),
			both(
				'发布。文章群发或发布后自动开始看；以前的文章，在“开始看这篇文章”里填链接运行一次。',
				"Publish. Articles are watched from when they go out; for earlier ones enter their links in 'Watch article' and run it once.",
			),
			both('超时提醒由 03 号流程做。', 'Workflow 03 warns before an answer is late.'),
		],
		runs: { personal: 'no', subscription: 'whole', service: 'whole' },
		accounts: both('账号要有留言功能。', 'The account has to have the comment function.'),
	},
	nodes: {
		minute: everyMinutes(1, both('每分钟', 'Every minute')),
		fresh: own('Comments', 'getNew', both('查看新留言', 'Get new comments')),
		mood: own('TextInsight', 'analyze', both('判断语气', 'Tell the mood')),
		thank: own('Comments', 'reply', both('感谢表扬', 'Thank for praise'), {
			text: '谢谢喜欢，欢迎常来！',
			moreTexts: {
				texts: [{ text: '感谢您的支持！' }, { text: '谢谢留言，您的喜欢是我们的动力。' }],
			},
		}),
		feature: own('Comments', 'feature', both('加精选', 'Feature it')),
		look: own('KeywordRouter', 'route', both('查关键词库', 'Look up the keywords')),
		answer: own('Comments', 'reply', both('回复留言', 'Answer')),
		person: own('Sla', 'openCase', both('转人工并计时', 'Hand to a person')),
		tell: tellStaff(both('通知员工群', 'Tell staff')),
		alarm: tellStaff(both('紧急：请马上处理', 'Urgent: tell everybody'), { call: 'all' }),
		done: own('Sla', 'closeCase', both('已由人工处理', 'Done by a person'), { closedCase: 'item' }),
		published: received(both('文章发出', 'An article went out'), {
			triggerOn: ['event.MASSSENDJOBFINISH', 'event.PUBLISHJOBFINISH'],
		}),
		watch: own('Comments', 'watchArticle', both('开始看这篇文章', 'Watch article')),
	},
	picture: `
		minute → fresh:New → mood:Positive → thank → feature
		mood:Neutral → look:Answer → answer
		look:Candidates → person:Opened → tell
		look:Person → person
		mood:Negative → person
		mood:Unsure → person
		mood:Urgent → person
		person:Urgent → alarm
		fresh:Answered by Person → done
		fresh:Deleted → done
		published → watch
	`,
	notes: {
		minute: both(
			'## 新留言按语气分开\n表扬走第一条，一般的问题走第二条，其余转人工。',
			'## New comments, by their mood\nPraise takes the first line, questions the second; the rest goes to a person.',
		),
		published: both('## 新文章自动开始看', '## New articles are watched by themselves'),
	},
};
