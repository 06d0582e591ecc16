import { Canvas } from './lib/canvas.mjs';
import {
	condition,
	dailyAt,
	hasField,
	hasRun,
	ifAll,
	manualTrigger,
	setFields,
	switchBy,
	wechatReply,
	wechatTrigger,
	weeklyAt,
} from './lib/nodes.mjs';
import { SETTINGS, SHANGHAI_CODE } from './lib/settings.mjs';
import { publishForAll } from './menu/forEverybody.mjs';
import { publishForSegments } from './menu/forSegments.mjs';
import { report } from './menu/report.mjs';
import { rollBack } from './menu/rollBack.mjs';

const DAILY = 'Every day at 00:10';
const WEEKLY = 'Every Monday at 9:00';
const ROLL_BACK = 'Roll back the menu';
const TAP = 'When somebody taps the menu';

/** Workflow 15 answers this key. */
const RECOMMEND = 'RECOMMEND';

/** Code that tells whether a row of the calendar is shown on the day; dates may lack the year. */
const today = `${SHANGHAI_CODE}.toFormat('yyyy-MM-dd')`;
const dateOf = (column) =>
	`($json.${column} ?? '').trim().replace(/^(?=\\d\\d-\\d\\d$)/, ${today}.slice(0, 5))`;

function answerTaps(w, store) {
	const section = w.section(
		'## 6. 回复点击\n按 EventKey 在 wechat_menu_replies 里找答案。“为我推荐”由 15 号流程回答。',
		{ line: 5 },
	);
	const trigger = section.put(TAP, wechatTrigger({ triggerOn: ['event.CLICK'], options: {} }), 0);
	const isOurs = section.put(
		'Is the tap ours?',
		ifAll(condition('={{ $json.EventKey }}', 'notEquals', RECOMMEND)),
		1,
	);
	const found = section.put(
		'Reply for the entry',
		store.get(
			'wechat_menu_replies',
			[
				['key', 'eq', '={{ $json.EventKey }}'],
				['isActive', 'isTrue'],
			],
			{ limit: 1 },
		),
		2,
	);
	const isThere = section.put('Is there a reply?', ifAll(hasField('text')), 3);
	const answer = section.put('Answer the tap', wechatReply('={{ $json.text }}'), 4);
	w.chain(trigger, isOurs, found, isThere, answer);
}

export default (store) => {
	const w = new Canvas({
		name: '10 Seasonal menu',
		overview: `### How it works
菜单跟着日历走：每天 00:10 从 wechat_menus 表里选出今天的菜单，和公众号现在的菜单比较，不一样才发布。
- 一行一份菜单：起止日期（写 03-10 表示每年）、优先级、菜单 JSON。同一天有几份时，优先级高的生效。
- tagName 填了标签的是分层菜单，只有带这个标签的粉丝看到，例如高价值会员。
- 每次发布前保存原来的菜单。发现改错了，运行 Roll back the menu 恢复上一份。
- 粉丝点击菜单时，按 wechat_menu_replies 表里的文字回复。
- 每周一统计各入口的点击次数、人数和占比。

### Setup
1. 先运行 00 号流程，选择凭证。需要已认证的公众号。
2. 在 wechat_menus 表里改成自己的菜单和链接，在 wechat_menu_replies 表里写回复。
3. 运行一次 Every day at 00:10，看看菜单，再发布流程。
4. 在 wechat_settings 表里填员工群机器人的地址。`,
	});

	const begin = w.section('## 1. 开始\n每天发布，每周报告，或手动恢复。', { line: 0 });
	const daily = begin.put(DAILY, dailyAt(0, 10), 0, 0);
	const weekly = begin.put(WEEKLY, weeklyAt(1, 9), 0, 1);
	const byHand = begin.put(ROLL_BACK, manualTrigger(), 0, 2);
	const settings = begin.put(SETTINGS, store.get('wechat_settings'), 1, 1);
	const task = begin.put(
		'What is to be done?',
		switchBy({ Publish: hasRun(DAILY), 'Roll back': hasRun(ROLL_BACK), Report: hasRun(WEEKLY) }),
		2,
		1,
		{ executeOnce: true },
	);
	const calendar = begin.put('Menu calendar', store.get('wechat_menus'), 3, 0);
	const isToday = begin.put(
		'Which are on today?',
		setFields(
			{
				isToday: [
					'boolean',
					`={{ Boolean($json.isActive) && (${dateOf('validTo')} && ${dateOf('validFrom')} > ${dateOf('validTo')} ? ${today} >= ${dateOf('validFrom')} || ${today} <= ${dateOf('validTo')} : ${today} >= ${dateOf('validFrom')} && (!${dateOf('validTo')} || ${today} <= ${dateOf('validTo')})) }}`,
				],
			},
			{ keep: true },
		),
		4,
		0,
	);
	for (const trigger of [daily, weekly, byHand]) w.link(trigger, settings);
	w.chain(settings, task, calendar, isToday);

	publishForAll(w, store, isToday);
	publishForSegments(w, isToday);
	rollBack(w, store, task, 1);
	report(w, store, task, 2);
	answerTaps(w, store);
	return w;
};
