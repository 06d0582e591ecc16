import type { Canvas } from './lib/canvas';
import { own, received, reply } from './lib/nodes';
import { both } from './lib/words';

/**
 * What the guide for the first hour imports: every text gets a reply, and there is a quiz to play. It stands alone, none
 * of the others hands messages on to it.
 */
export const firstHour: Canvas = {
	number: '00',
	file: 'first-hour',
	name: both('第一个小时', 'First hour'),
	overview: {
		what: both(
			'粉丝回复“答题”就开始答题；写别的，按关键词库回复，答不上就说明会有人来答。题目和关键词都在数据表里，带着示例。',
			'A follower who asks for the quiz plays it; anything else is answered from the keyword library, or by the words for what it does not know. Questions and keywords stand in Data tables, with examples.',
		),
		steps: [
			both(
				'打开任意一个微信节点，新建公众号凭证：四个节点会一起用上。',
				'Open any WeChat node and create the credential of the account: all four nodes take it.',
			),
			both('点右上角的 Publish 发布。', 'Press Publish, top right.'),
			both(
				'把触发器的 Production URL 填到微信开发者平台，或者模拟手机的“幕后”里。',
				"Enter the trigger's Production URL at the WeChat developer platform, or behind the simulated phone.",
			),
		],
		runs: { personal: 'whole', subscription: 'whole', service: 'whole' },
		accounts: both(
			'用熟了，换成 01、04、06：它们会欢迎新粉丝、通知员工、发奖品。发布它们之前，先停用这一个。',
			'Later take 01, 04 and 06 instead: they welcome followers, tell the staff and give prizes. Unpublish this one before you publish them.',
		),
	},
	nodes: {
		message: received(both('粉丝发来文字', 'A follower writes'), { triggerOn: ['text'] }),
		quiz: own('Activity', 'quiz.handleMessage', both('答题', 'Quiz'), {
			activityId: 'first-quiz',
			questionsFrom: 'table',
		}),
		route: own('KeywordRouter', 'route', both('查关键词库', 'Look up the keywords')),
		answer: reply(both('回复', 'Reply')),
	},
	picture: `
		message → quiz:Not for This Activity → route:Answer → answer
		quiz:Reply → answer
		quiz:Finished → answer
		route:Candidates → answer
		route:Person → answer
	`,
};
