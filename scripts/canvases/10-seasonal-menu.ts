import type { Canvas } from './lib/canvas';
import { action, dailyAt, own, received, reply, tellStaff, weeklyAt } from './lib/nodes';
import { both } from './lib/words';

/** The menu follows the calendar, answers taps, and is looked at once a week. */
export const seasonalMenu: Canvas = {
	number: '10',
	file: 'seasonal-menu',
	name: both('应季菜单', 'Seasonal menu'),
	overview: {
		what: both(
			'菜单跟着日历走：每天 1:00 换上当天该显示的菜单，给带某个标签的粉丝显示另一份，活动结束自动换回日常菜单。没有变化就不发布。粉丝点菜单，按您写的内容回复。每周一报告每个入口的点击，并建议先调整哪一个。',
			'The menu follows the calendar: every night at 1:00 the one that is due is published, another one for followers with a tag, and the usual one again when a season is over. Without a change nothing is published. Taps are answered with what you have written, and on Mondays the staff hears how often each entry was tapped and what to move first.',
		),
		steps: [
			both('先发布 01 号流程，它记录点击。', 'Publish workflow 01 first: it keeps the taps.'),
			both(
				'选择公众号凭证和员工群机器人凭证。',
				'Choose the credentials of the account and of the robot.',
			),
			both(
				'运行一次“每天 1:00”，打开数据表“…_menu_calendar”，照示例写菜单，勾选 isActive。',
				"Run 'Every night at 1:00' once, open the Data table …_menu_calendar, write your menus as in the examples and tick isActive.",
			),
			both(
				'再运行一次“每天 1:00”，看看菜单；然后发布。',
				'Run it again, look at the menu, and publish.',
			),
		],
		runs: { personal: 'no', subscription: 'whole', service: 'whole' },
		accounts: both(
			'没认证的号不能用接口改菜单。',
			'Accounts that are not verified cannot change the menu by the API.',
		),
	},
	nodes: {
		night: dailyAt('1:00', both('每天 1:00', 'Every night at 1:00')),
		publish: action('menu', 'publishDue', both('换上该显示的菜单', 'Publish what is due')),
		tell: tellStaff(both('告诉员工群', 'Tell staff'), { title: '菜单' }),
		monday: weeklyAt(1, '9:00', both('每周一 9:00', 'Mondays at 9:00')),
		report: own('Metrics', 'reportMenu', both('上周的菜单点击', 'Taps of last week')),
		tellWeek: tellStaff(both('报告发到员工群', 'Send report to staff')),
		tap: received(both('粉丝点菜单', 'A follower taps the menu'), { triggerOn: ['event.CLICK'] }),
		find: action('menu', 'answerTap', both('找这个入口的回复', 'Find the answer')),
		answer: reply(both('回复', 'Reply')),
	},
	picture: `
		night → publish → tell
		monday → report:Summary → tellWeek
		tap → find → answer
	`,
	notes: {
		night: both(
			'## 有变化才发布，才通知\n被换下的菜单会存进日历，不会丢。换错了：取消勾选那一行，再运行一次。',
			'## Published, and told, only when something changes\nA menu that is replaced is kept in the calendar. Published the wrong one? Untick its row and run again.',
		),
		monday: both('## 哪个入口有人点，先调整哪一个', '## What is tapped, and what to move first'),
		tap: both(
			'## 日历里写了回复的入口，在这里回复\n只写了名称的入口（如“签到”），由别的流程回复。',
			'## Entries with an answer in the calendar\nEntries with a name only, such as a check-in, are answered by other workflows.',
		),
	},
};
