import { Canvas } from './lib/canvas.mjs';
import {
	condition,
	dailyAt,
	filterBy,
	ifAll,
	limitTo,
	locator,
	manualTrigger,
	metrics,
	setFields,
	sortBy,
	splitOut,
	summarize,
	switchBy,
	wechatApi,
	wechatReply,
	wechatTrigger,
	weeklyAt,
} from './lib/nodes.mjs';
import { NOW, SETTINGS, SHANGHAI_CODE } from './lib/settings.mjs';
import { notifyStaff } from './lib/steps.mjs';

const DAILY = 'Every day at 00:10';
const WEEKLY = 'Every Monday at 9:00';
const ROLL_BACK = 'Roll back the menu';
const TAP = 'When somebody taps the menu';

/** Workflow 15 answers this key. */
const RECOMMEND = 'RECOMMEND';

const started = (trigger) =>
	condition(`={{ $('${trigger}').isExecuted }}`, 'true', undefined, 'boolean');

/** Code that tells whether a row of the calendar is shown on the day; dates may lack the year. */
const today = `${SHANGHAI_CODE}.toFormat('yyyy-MM-dd')`;
const dateOf = (column) =>
	`($json.${column} ?? '').trim().replace(/^(?=\\d\\d-\\d\\d$)/, ${today}.slice(0, 5))`;

/** Code that gives a digest of a menu, and what its buttons are called. */
const digestOf = (menu) => `JSON.stringify(${menu}).hash('sha256')`;
const buttonsOf = (menu) => `(${menu}?.button ?? []).map(({ name }) => name).join(' | ')`;

const monday = `${SHANGHAI_CODE}.startOf('week')`;

/** Values of the row that keeps a menu for a roll-back. */
const versionOf = ({ menu, status, replacedBy }) => ({
	key: `={{ ${digestOf(menu)} }}`,
	shownAt: NOW,
	buttons: `={{ ${buttonsOf(menu)} }}`,
	replacedBy,
	status,
	menu: `={{ JSON.stringify(${menu}) }}`,
});

const usingJson = (code) => ({ define: 'json', menuJson: `={{ ${code} }}` });

function publishForAll(w, store, calendar) {
	const section = w.section(
		'## 2. 所有人的菜单\n取今天优先级最高的一份；先保存现在的菜单，再发布。没有变化就不发布，不占每天的次数。',
		{ line: 1 },
	);
	const forAll = section.put(
		'Menus for everybody',
		filterBy(
			condition('={{ $json.isToday }}', 'true', undefined, 'boolean'),
			condition('={{ $json.tagName }}', 'empty'),
		),
		0,
	);
	const sorted = section.put('Highest priority first', sortBy('priority', 'descending'), 1);
	const chosen = section.put('Menu of today', limitTo(1), 2);
	const present = section.put('Present menu', wechatApi('menu', 'get'), 3);
	const isThere = section.put(
		'Is there a menu now?',
		ifAll(condition('={{ $json.menu?.button?.length ?? 0 }}', 'gt', 0)),
		4,
	);
	const keep = section.put(
		'Keep the present menu',
		store.put(
			'wechat_menu_versions',
			versionOf({
				menu: '$json.menu',
				status: 'shown',
				replacedBy: `={{ $('${chosen}').first().json.key }}`,
			}),
		),
		5,
	);
	const publish = section.put(
		"Publish today's menu",
		wechatApi('menu', 'publishIfChanged', usingJson(`$('${chosen}').first().json.menu`)),
		6,
		0,
		{ onError: 'continueErrorOutput' },
	);
	const isNew = section.put(
		'Has it changed?',
		ifAll(condition('={{ $json.changed }}', 'true', undefined, 'boolean')),
		7,
	);
	const tell = section.put(
		'Tell staff about the menu',
		notifyStaff(
			`'菜单已更新：' + $('${chosen}').first().json.name + '。\\n粉丝会在 24 小时内看到；原来的菜单已保存，可在 10 号流程恢复。'`,
		),
		8,
	);
	const tellProblem = section.put(
		'Tell staff about a problem',
		notifyStaff(
			`'菜单“' + $('${chosen}').first().json.name + '”没有发布：' + ($json.error?.message ?? $json.error)`,
		),
		7,
		1,
	);
	w.chain(calendar, forAll, sorted, chosen, present, isThere, keep, publish, isNew, tell);
	w.link(isThere, publish, { output: 1 });
	w.link(publish, tellProblem, { output: 1 });
}

function publishForSegments(w, calendar) {
	const section = w.section(
		'## 3. 分层菜单\n按标签给一部分粉丝另一份菜单；有变化才替换，过期的删除。还没有的标签跳过。',
		{ line: 2 },
	);
	const tags = section.put(
		'Tags of the account',
		wechatApi('tag', 'getMany', { returnAll: true }),
		0,
		0,
		{
			executeOnce: true,
		},
	);
	const known = section.put(
		'Tags of the calendar',
		filterBy(
			condition(
				`={{ $('${calendar}').all().some(({ json }) => json.tagName === $json.name) }}`,
				'true',
				undefined,
				'boolean',
			),
		),
		1,
	);
	const best = `$('${calendar}').all().map(({ json }) => json).filter((row) => row.isToday && row.tagName === $json.name).sort((a, b) => b.priority - a.priority)[0]`;
	const menus = section.put(
		'Menu for each tag',
		setFields({
			tagId: '={{ String($json.id) }}',
			name: `={{ ${best}?.name ?? '' }}`,
			menu: `={{ ${best}?.menu ?? '' }}`,
		}),
		2,
	);
	const isToday = section.put(
		'Is there one today?',
		ifAll(condition('={{ $json.menu }}', 'notEmpty')),
		3,
	);
	const publish = section.put(
		'Publish segment menu',
		wechatApi('menu', 'publishConditionalIfChanged', {
			shownTo: 'tag',
			tag: locator('={{ $json.tagId }}'),
			...usingJson('$json.menu'),
		}),
		4,
		0,
		{ onError: 'continueErrorOutput' },
	);
	const tellProblem = section.put(
		'Tell staff about a segment menu',
		notifyStaff(
			`'分层菜单“' + $('${menus}').item.json.name + '”没有发布：' + ($json.error?.message ?? $json.error)`,
		),
		5,
	);
	const present = section.put('Present segment menus', wechatApi('menu', 'get'), 4, 1, {
		executeOnce: true,
	});
	const each = section.put('Each segment menu', splitOut('conditionalMenus'), 5, 1);
	const isOver = section.put(
		'Those that are over',
		filterBy(
			condition(
				`={{ $('${menus}').all().some(({ json }) => json.menu === '' && json.tagId === String($json.matchrule?.tag_id)) }}`,
				'true',
				undefined,
				'boolean',
			),
		),
		6,
		1,
	);
	const remove = section.put(
		'Remove segment menu',
		wechatApi('menu', 'deleteConditional', { menuId: '={{ String($json.menuid) }}' }),
		7,
		1,
	);
	w.chain(calendar, tags, known, menus, isToday, publish);
	w.link(publish, tellProblem, { output: 1 });
	w.link(isToday, present, { output: 1 }).chain(present, each, isOver, remove);
}

function rollBack(w, store, start, output) {
	const section = w.section(
		'## 4. 恢复上一份菜单\n恢复保存的上一份，并停用换掉它的那一行，免得明天又发布出来；改好后再启用。',
		{ line: 3 },
	);
	const present = section.put('Menu to replace', wechatApi('menu', 'get'), 0);
	const before = section.put(
		'Version before',
		store.get(
			'wechat_menu_versions',
			[
				['key', 'neq', `={{ ${digestOf('$json.menu')} }}`],
				['status', 'eq', 'shown'],
			],
			{ orderBy: ['shownAt', 'DESC'], limit: 1 },
		),
		1,
	);
	const isThere = section.put(
		'Is there a version?',
		ifAll(condition('={{ $json.menu }}', 'notEmpty')),
		2,
	);
	const restore = section.put(
		'Restore the version',
		wechatApi('menu', 'publishIfChanged', usingJson('$json.menu')),
		3,
	);
	const version = `$('${before}').first().json`;
	const turnOff = section.put(
		'Turn off the replaced menu',
		store.update('wechat_menus', [['key', 'eq', `={{ ${version}.replacedBy }}`]], {
			isActive: false,
		}),
		4,
	);
	const mark = section.put(
		'Mark the replaced version',
		store.put(
			'wechat_menu_versions',
			versionOf({
				menu: `$('${present}').first().json.menu`,
				status: 'rolledBack',
				replacedBy: '',
			}),
		),
		5,
	);
	const tell = section.put(
		'Tell staff about the roll-back',
		notifyStaff(
			`'菜单已恢复：' + ${version}.buttons + '。\\n菜单表里的 ' + ${version}.replacedBy + ' 已停用，改好后把 isActive 改回 true。'`,
		),
		6,
	);
	const tellNone = section.put(
		'Tell staff that there is none',
		notifyStaff("'没有保存过别的菜单，无法恢复。'"),
		3,
		1,
	);
	w.link(start, present, { output });
	w.chain(present, before, isThere, restore, turnOff, mark, tell);
	w.link(isThere, tellNone, { output: 1 });
}

function report(w, store, start, output) {
	const section = w.section(
		'## 5. 每周点击报告\n统计上周每个入口的点击次数、人数和占比，存表，并发给员工。',
		{ line: 4 },
	);
	const menus = section.put('Menus for names', store.get('wechat_menus'), 0);
	const week = section.put(
		'Interactions of the week',
		store.get('wechat_interactions', [
			['at', 'gte', `={{ ${monday}.minus({ days: 8 }).toISO() }}`],
			['at', 'lt', `={{ ${monday}.toISO() }}`],
		]),
		1,
	);
	const taps = section.put(
		'Taps on the menu',
		filterBy(
			condition(
				"={{ ['event.CLICK', 'event.VIEW'].includes($json.kind) }}",
				'true',
				undefined,
				'boolean',
			),
			condition(
				`={{ String($json.at).toDateTime() >= ${monday}.minus({ weeks: 1 }) }}`,
				'true',
				undefined,
				'boolean',
			),
		),
		2,
	);
	const counted = section.put(
		'Count taps by entry',
		summarize('eventKey, kind', ['count', 'key'], ['countUnique', 'openId']),
		3,
	);
	const weekFrom = `${monday}.minus({ weeks: 1 }).toFormat('yyyy-MM-dd')`;
	// The entry is looked for in the text: a menu with a slip in its JSON must not stop the report.
	const nameOf = `$('${menus}').all().flatMap(({ json }) => (json.menu ?? '').split('{')).find((entry) => entry.includes(JSON.stringify($json.eventKey)))?.match(/"name"\\s*:\\s*"([^"]*)"/)?.[1]`;
	const rows = section.put(
		'Rows of the report',
		setFields({
			key: `={{ ${weekFrom} + '|' + $json.kind + '|' + $json.eventKey }}`,
			weekFrom: `={{ ${weekFrom} }}`,
			eventKey: '={{ $json.eventKey }}',
			kind: '={{ $json.kind }}',
			name: `={{ ${nameOf} ?? $json.eventKey }}`,
			taps: ['number', '={{ $json.count_key }}'],
			clickers: ['number', '={{ $json.unique_count_openId }}'],
			tapShare: ['number', `={{ $json.count_key / $('${taps}').all().length }}`],
		}),
		4,
	);
	const stored = section.put('Store the report', store.upsert('wechat_menu_reports'), 5);
	const measured = section.put(
		'Measure menu use',
		metrics({
			operation: 'calculate',
			moreRowsFrom: 'json',
			moreRows: '[]',
			period: 'week',
			periods: 1,
			layers: ['conversion'],
			options: { now: NOW },
		}),
		2,
		1,
	);
	const rate = section.put(
		'Menu click rate',
		filterBy(condition('={{ $json.metric }}', 'equals', 'menuClickRate')),
		3,
		1,
	);
	const list = `($('${rows}').isExecuted ? $('${rows}').all() : []).map(({ json }) => json).sort((a, b) => b.taps - a.taps).slice(0, 10).map((row, place) => (place + 1) + '. ' + row.name + '：' + row.taps + ' 次，' + row.clickers + ' 人，占 ' + Math.round(row.tapShare * 100) + '%').join('\\n')`;
	const percent = (code) => `(${code} === null ? '—' : Math.round(${code} * 100) + '%')`;
	const tell = section.put(
		'Tell staff about the week',
		notifyStaff(
			`'上周菜单点击（' + $json.from + ' 至 ' + $json.to + '）\\n点击率 ' + ${percent('$json.value')} + '，目标 ' + ${percent('$json.target')} + '\\n' + (${list} || '没有人点击菜单。')`,
		),
		4,
		1,
	);
	w.link(start, menus, { output });
	w.chain(menus, week, taps, counted, rows, stored);
	w.link(week, measured).chain(measured, rate, tell);
}

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
	const isThere = section.put(
		'Is there a reply?',
		ifAll(condition('={{ $json.text }}', 'notEmpty')),
		3,
	);
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
		switchBy({ Publish: started(DAILY), 'Roll back': started(ROLL_BACK), Report: started(WEEKLY) }),
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
