import type { Canvas } from './lib/canvas';
import { counterForm } from './lib/counter';
import {
	dailyAt,
	form,
	formEnd,
	own,
	publicPage,
	received,
	reply,
	show,
	tellStaff,
	weeklyAt,
} from './lib/nodes';
import { both } from './lib/words';

/** The plan that the lottery follows, by its key in the table of plans. */
const PLAN = 'weekly-draw';

const text = '={{ $json.summary }}';

/** A lottery each week that nobody can steer, the organiser included. */
export const weeklyLottery: Canvas = {
	number: '07',
	file: 'weekly-lottery',
	name: both('每周抽奖', 'Weekly lottery'),
	overview: {
		what: both(
			'每周一检查规则后开放报名，每人一次；周五晚上截止，公布名单摘要；当晚的公共号码出来后填进表单，开奖并通知中奖者。谁也改不了结果，人人可以在公示页自己验算。奖品凭兑换码领取；到期前提醒一次，逾期未领的按开奖顺序给候补。',
			'On Mondays the rules are checked and entries open, one for each person. On Friday evening they close, and the digest of the list is published. The public number of that evening goes into a form: winners are drawn and told. Nobody can change the result, and anybody can check it on a public page. Prizes are handed out for their codes; winners are reminded once, and what is not claimed in time goes to the reserves, in the order of the draw.',
		),
		steps: [
			both(
				'选择公众号凭证、员工群机器人凭证，给表单设用户名和密码。',
				'Choose the credentials of the account and of the robot, and set a name and password for the forms.',
			),
			both(
				'运行一次“周一开放报名”，打开数据表“…_plans”，在 weekly-draw 一行写上您的主办方、奖品和时间。改动从下一期起算。',
				"Run 'Mondays: open' once, open the Data table …_plans and enter organiser, prizes and times in the row weekly-draw. Changes count from the next round.",
			),
			both(
				'发布，把“公示页”的 Production URL 放进菜单，把“填写开奖号码”“门店核销”的地址发给同事。',
				"Publish. Put the Production URL of 'Public proof' into your menu, and give those of the two forms to your colleagues.",
			),
		],
		runs: {
			personal: { without: both('主动通知中奖者', 'messages to the winners') },
			subscription: 'whole',
			service: 'whole',
		},
		accounts: both(
			'通知只能发给 48 小时内互动过的粉丝，其他人回复“我的奖品”查看。',
			'Messages reach winners who were active within 48 hours. All others ask for their result in the chat.',
		),
	},
	nodes: {
		monday: weeklyAt(1, '10:00', both('周一开放报名', 'Mondays: open')),
		open: own('Activity', 'activity.open', both('检查规则并开放', 'Check rules, open'), {
			activityId: PLAN,
		}),
		tell: tellStaff(both('告诉员工群', 'Tell staff'), { title: '每周抽奖', text }),
		friday: weeklyAt(5, '20:05', both('周五截止报名', 'Fridays: close')),
		close: own('Activity', 'activity.close', both('截止并公布摘要', 'Close, publish the digest'), {
			activityId: PLAN,
		}),
		number: form(
			both('填写开奖号码', 'Enter the public number'),
			both('填写开奖号码', 'Enter the public number'),
			both(
				'填截止时公布的那个公共号码，以官方公布的为准。提交后立即开奖，不能更改。',
				'The public number that was named when entries closed, as it was officially published. Winners are drawn at once and for good.',
			),
			[
				{
					fieldLabel: both('号码', 'Number'),
					fieldName: 'number',
					fieldType: 'text',
					requiredField: true,
				},
			],
		),
		draw: own('Activity', 'lottery.draw', both('开奖', 'Draw winners'), {
			activityId: PLAN,
			beacon: '={{ $json.number }}',
		}),
		winners: own('Contacts', 'contact.write', both('通知中奖者', 'Tell winners'), {
			advice: '请他们在公众号回复“我的奖品”查看。',
		}),
		daily: dailyAt('10:10', both('每天跟进领奖', 'Every day: prizes')),
		followUp: own(
			'Activity',
			'lottery.followUp',
			both('提醒领奖，候补递补', 'Remind, move reserves up'),
			{ activityId: PLAN },
		),
		done: formEnd(
			both('显示结果', 'Show the result'),
			both('结果', 'Result'),
			'={{ $json.summary ?? $json.reply }}',
		),
		message: received(both('粉丝发文字或点菜单', 'A follower writes or taps'), {
			triggerOn: ['text', 'event.CLICK'],
		}),
		enter: own('Activity', 'lottery.enter', both('参加抽奖', 'Enter')),
		result: own('Activity', 'lottery.getMyResult', both('查我的奖品', 'My result')),
		answer: reply(both('回复', 'Reply')),
		...counterForm(
			both('门店核销', 'At the counter'),
			both('核销兑换码', 'Redeem a code'),
			both('请输入粉丝出示的兑换码。', 'Enter the code that the follower shows.'),
			both('兑换码', 'Code'),
		),
		page: publicPage(both('公示页', 'Public proof'), 'wechat-lottery'),
		proof: own('Activity', 'lottery.getProof', both('验算并做公示页', 'Check, make the page'), {
			activityId: '={{ $json.query.id }}',
		}),
		show: show(both('显示', 'Show')),
	},
	picture: `
		monday → open:Opened → tell
		open:Blocked → tell
		friday → close:Closed → tell
		number → draw:Winners → winners:Summary → tell
		draw:Result → done
		draw:Not Yet → done
		draw:Result → tell
		daily → followUp:Reminders → winners
		followUp:Moved Up → winners
		followUp:Summary → tell
		message → enter:Reply → answer
		enter:Not for This Activity → result:Reply → answer
		page → proof → show
		counter → redeem:Redeemed → done
		redeem:Refused → done
	`,
	notes: {
		monday: both(
			'## 周一开放，周五截止\n规则不合微信要求就不开放，原因发到员工群。',
			'## Open on Mondays, closed on Fridays\nRules that WeChat does not allow keep it from opening; the staff is told why.',
		),
		number: both(
			'## 号码出来后开奖\n号码要在截止之后才产生，所以没有人能预先知道谁中奖。',
			'## Drawn when the number is there\nIt comes into being after the closing, so nobody can know the winners before.',
		),
		daily: both(
			'## 到期前提醒，逾期给候补\n候补的顺序在开奖证明里，谁也不能挑选。',
			'## Reminded in time, then the reserves\nTheir order is part of the proof: nobody can choose.',
		),
		message: both('## 报名和查询都在聊天里', '## Entering and asking, in the chat'),
		page: both('## 公示页人人可看，不含姓名', '## Open to everybody; it names nobody'),
		counter: both('## 奖品凭码领取，每码一次', '## A prize for a code, once'),
	},
};
