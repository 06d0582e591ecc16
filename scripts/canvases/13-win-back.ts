import type { Canvas } from './lib/canvas';
import { counter } from './lib/counter';
import { byHand, dailyAt, own, received, reply, tellStaff, weeklyAt } from './lib/nodes';
import { both } from './lib/words';

/** People who have fallen silent are written to once, where they may be, and the effect is measured. */
export const winBack: Canvas = {
	number: '13',
	file: 'win-back',
	name: both('唤回沉默粉丝', 'Win back silent followers'),
	overview: {
		what: both(
			'每天 10:00 给沉默、流失的粉丝发一条唤回消息：只发给能收到的人，每人一次，避开休息时间，留一部分人不发作对照。粉丝回复“退订”就不再打扰；每周一看唤回了多少人。',
			'Every day at 10:00 people who have fallen silent get one message: only who can be reached, once each, not in quiet hours, and some are left out for comparison. Who opts out is left alone. On Mondays the effect is told.',
		),
		steps: [
			both(
				'先发布 01 和 12 号流程；用“手动导入”把老粉丝导入一次。',
				"Publish workflows 01 and 12 first, and import earlier followers once with 'Import by hand'.",
			),
			both(
				'选择公众号凭证、员工群机器人凭证，给核销表单设用户名和密码。',
				'Choose the credentials of the account and of the robot, and set a name and password for the form.',
			),
			both(
				'运行一次“每天 10:00”，打开数据表“…_campaigns”，写好您的文案，勾选 isActive。',
				"Run 'Every day at 10:00' once, open the Data table …_campaigns, write your text and tick isActive.",
			),
			both('发布。', 'Publish.'),
		],
		runs: {
			personal: 'no',
			subscription: {
				without: both(
					'订阅通知和模板消息：只能发给 48 小时内互动过的人',
					'notices and template messages: only who was active within 48 hours can be written to',
				),
			},
			service: 'whole',
		},
		accounts: both(
			'订阅通知要粉丝先同意。发不到的人会列出来。',
			'A subscription notice needs a consent. Who cannot be reached is told.',
		),
	},
	nodes: {
		ten: dailyAt('10:00', both('每天 10:00', 'Every day at 10:00')),
		choose: own('Campaign', 'chooseAudience', both('选出要发的人', 'Choose whom to write to')),
		deliver: own('Campaign', 'deliver', both('发送', 'Send')),
		tell: tellStaff(both('结果发到员工群', 'Send result to staff')),
		message: received(both('粉丝发文字', 'A follower writes'), { triggerOn: ['text'] }),
		optOut: own('Campaign', 'optOut', both('退订', 'Opt out')),
		consent: own('Campaign', 'noteConsent', both('记下是否同意提醒', 'Note the consent')),
		answer: reply(both('回复', 'Reply')),
		tap: received(both('粉丝点“提醒我”', 'A follower asks to be reminded'), {
			triggerOn: ['event.CLICK'],
		}),
		ask: own('Campaign', 'askForConsent', both('问是否同意提醒', 'Ask for consent'), {
			askWords: '提醒我',
		}),
		question: reply(both('发出问题', 'Send question')),
		monday: weeklyAt(1, '9:00', both('每周一 9:00', 'Mondays at 9:00')),
		measure: own('Campaign', 'measure', both('看唤回了多少人', 'Measure the effect')),
		...counter(
			both('门店核销优惠券', 'At the counter'),
			both('核销优惠券', 'Redeem a coupon'),
			both('请输入粉丝出示的券码。', 'Enter the code that the follower shows.'),
			both('券码', 'Code'),
		),
		hand: byHand(both('手动导入', 'Import by hand')),
		import: own(
			'Contacts',
			'contact.importFollowers',
			both('导入老粉丝', 'Import earlier followers'),
		),
	},
	picture: `
		ten → choose:Summary → deliver:Summary → tell
		monday → measure → tell
		message → optOut:Opted Out → answer
		optOut:Something Else → consent:Yes → answer
		tap → ask:Question → question
		ask:Has Agreed → question
		counter → redeem:Redeemed → good
		redeem:Refused → bad
		hand → import
	`,
	notes: {
		ten: both('## 选人、发送、报告', '## Choose, send, report'),
		message: both(
			'## 退订和同意，以粉丝说的为准\n菜单里放一个 key 为“提醒我”的按钮，点了就问。',
			"## What followers want counts\nA menu button asks for consent: its key is the word of 'Ask for consent'.",
		),
		counter: both('## 优惠券凭码核销', '## Coupons are redeemed by code'),
		hand: both('## 开始使用时导入一次', '## Once, to begin with'),
	},
};
