import type { Canvas } from './lib/canvas';
import { own, received, reply, tellStaff } from './lib/nodes';
import { both } from './lib/words';

/** What followers write is answered from the library; what it does not know goes to a person. */
export const keywordReplies: Canvas = {
	number: '04',
	file: 'keyword-replies',
	name: both('关键词自动回复', 'Keyword replies'),
	overview: {
		what: both(
			'粉丝发来的文字和语音，按关键词库回复：错别字、谐音、拼音、繁体都认得。拿不准时列出几个让粉丝选；答不上或要找人工时，告诉粉丝多久回复，并通知员工群。有人想不开、受伤、被骗、要投诉的，不自动回答，马上转人工并 @所有人。',
			'Answers what followers write or say from a keyword library, through typos, homophones, pinyin and traditional characters. When it is not sure it offers a choice; when it has no answer, or a person is wanted, the follower is told by when, and the staff is told. Danger, injury, fraud and threats of complaint are never answered by a keyword: all of the staff are called at once.',
		),
		steps: [
			both(
				'选择公众号凭证和员工群机器人凭证。',
				'Choose the credentials of the account and of the robot.',
			),
			both(
				'运行一次，打开数据表“…_keywords”，把四个示例改成您的关键词和回复。改完五秒内生效。',
				'Run it once, open the Data table …_keywords and replace the four examples. Changes count within five seconds.',
			),
			both(
				'发布。只用这一个流程时，把触发器的 Production URL 填到微信开发者平台。',
				"Publish. If it is your only workflow, enter the trigger's Production URL at the developer platform.",
			),
		],
		runs: { personal: 'whole', subscription: 'whole', service: 'whole' },
		accounts: both(
			'五秒内答完，不需要客服消息接口。',
			'The answer comes within five seconds and needs no customer service message.',
		),
	},
	answersEverything: true,
	nodes: {
		message: received(both('粉丝发来文字或语音', 'A follower writes or speaks'), {
			triggerOn: ['text', 'voice'],
		}),
		route: own('KeywordRouter', 'route', both('查关键词库', 'Look up the keywords')),
		answer: reply(both('回复', 'Reply')),
		choice: reply(both('请粉丝选一个', 'Let the follower choose')),
		person: own('Sla', 'openCase', both('转人工并计时', 'Hand to a person')),
		promise: reply(both('告诉粉丝多久回复', 'Say by when')),
		tell: tellStaff(both('通知员工群', 'Tell staff')),
		alarm: tellStaff(both('紧急：请马上处理', 'Urgent: tell everybody'), { call: 'all' }),
	},
	picture: `
		message → route:Answer → answer
		route:Candidates → choice
		route:Person → person:Opened → promise
		person:Joined → promise
		person:Opened → tell
		person:Urgent → promise
		person:Urgent → alarm
	`,
	notes: {
		message: both(
			'## 关键词库在数据表里\n回复写在“…_keywords”里；答不上的问题记在“…_unanswered”里。',
			'## The library is a Data table\nReplies stand in …_keywords; what was not answered is kept in …_unanswered.',
		),
	},
};
