import { Canvas } from './lib/canvas.mjs';
import {
	condition,
	dailyAt,
	filterBy,
	ifAll,
	mergeAppend,
	metrics,
	respondHtml,
	respondText,
	setFields,
	setFieldsKeeping,
	switchBy,
	webhook,
	wechatApi,
} from './lib/nodes.mjs';
import { NOW, SETTINGS, SHANGHAI_CODE, setting, settingCode } from './lib/settings.mjs';
import { notifyStaff } from './lib/steps.mjs';
import { TABLES } from './tables.mjs';

const DAILY = 'Every day at 8:30';
const PAGE = 'Report page';

/** Days that are asked for and calculated again: WeChat is late now and then. */
const DAYS = 3;
/** Habits and retention look this far back. */
const HISTORY_DAYS = 100;
/** Alerts compare with the eight weeks before. */
const COMPARED_DAYS = 70;

const daysAgo = (days) => `={{ ${SHANGHAI_CODE}.startOf('day').minus({ days: ${days} }).toISO() }}`;
const dayAgo = (days) => `={{ ${SHANGHAI_CODE}.minus({ days: ${days} }).toFormat('yyyy-MM-dd') }}`;
const isTrue = (code) => condition(`={{ ${code} }}`, 'true', undefined, 'boolean');

/** Statistics by the column that only they have. */
const FIGURES = {
	followers: ['Gains and losses', 'getFollowers', 'getusersummary'],
	total: ['Follower total', 'getFollowers', 'getusercumulate'],
	account: ['Reads and shares', 'getArticles', 'getbizsummary'],
	articles: ['Articles in detail', 'getArticles', 'getarticletotaldetail'],
	messages: ['Messages', 'getMessages', 'getupstreammsg'],
};

/** Code that gives a time a second later: an answer comes after what it answers. */
const SECOND_LATER = "$json.at ? String($json.at).toDateTime().plus({ seconds: 1 }).toISO() : ''";

/** The row of an automatic answer, which needed no row where it was given as a passive reply. */
const automaticAnswer = {
	key: "={{ 'answer:' + $json.key }}",
	openId: '={{ $json.openId }}',
	kind: 'sent',
	at: `={{ ${SECOND_LATER} }}`,
	auto: true,
};

/**
 * A row of a case as an interaction. The messages themselves stand among the interactions: a comment under
 * its key there, a chat message as it is, so that the row of its case says that a person is to answer.
 */
const serviceEvent = {
	key: "={{ ({ 'comment userMessage': 'comment:', 'chat userMessage': 'handOver:' }[$json.channel + ' ' + $json.kind] ?? '') + $json.key }}",
	kind: "={{ $json.channel === 'chat' && $json.kind === 'userMessage' ? 'handOver' : $json.kind }}",
	caseId: "={{ $json.channel === 'comment' ? 'comment:' + $json.caseId : $json.caseId }}",
};

/**
 * What segments were before the last run, as far as an expression can tell it: those of everybody as they
 * are now, two days earlier, and over it those of whoever moved, one day earlier.
 */
const earlierSegment = (segment, days) => ({
	openId: '={{ $json.openId }}',
	segment: `={{ $json.${segment} }}`,
	at: `={{ $json.at ? String($json.at).toDateTime().minus({ days: ${days} }).toISO() : '' }}`,
});

function statistics(w, store, start) {
	const section = w.section(
		'## 2. 微信的统计\n读最近三天的粉丝、图文、消息统计，存表。还没出数就跳过，第二天补上。',
		{ line: 1 },
	);
	const merged = section.put('All statistics', mergeAppend(Object.keys(FIGURES).length), 1, 2);
	Object.values(FIGURES).forEach(([name, operation, figures], position) => {
		const node = section.put(
			name,
			wechatApi('statistics', operation, {
				figures,
				from: dayAgo(DAYS),
				to: dayAgo(1),
			}),
			0,
			position,
			// Not ready yet, or not for this account: the other figures count all the same. The merge waits for
			// all of them, so that they are stored before the calculation reads them.
			{ executeOnce: true, alwaysOutputData: true, onError: 'continueRegularOutput' },
		);
		w.link(start, node);
		w.link(node, merged, { input: position });
	});
	const counted = section.put(
		'What WeChat counted',
		filterBy(condition('={{ $json.ref_date }}', 'notEmpty')),
		2,
		2,
	);
	const { key, figures, ...columns } = TABLES.wechat_statistics.columns;
	const kind =
		"('stat_date' in $json ? 'articles' : 'new_user' in $json ? 'followers' : 'cumulate_user' in $json ? 'total' : 'msg_count' in $json ? 'messages' : 'account')";
	const rows = section.put(
		'Rows of statistics',
		setFieldsKeeping(
			{
				key: `={{ [${kind}, $json.ref_date, $json.user_source, $json.msg_type, $json.msgid, $json.stat_date].map((part) => part ?? '').join('|') }}`,
				figures: `={{ ${kind} }}`,
			},
			Object.keys(columns),
		),
		3,
		2,
	);
	const stored = section.put('Store statistics', store.upsert('wechat_statistics'), 4, 2);
	w.chain(merged, counted, rows, stored);
}

function calculation(w, store, start) {
	const section = w.section(
		'## 3. 计算指标\n互动、联系人、客服记录和统计一起算出日、周、月三种周期的指标，按 key 存表，可以重复运行。',
		{ line: 2 },
	);
	const since = [['at', 'gte', daysAgo(HISTORY_DAYS)]];
	const read = (name, table, where, row) => section.put(name, store.get(table, where), 0, row);
	// An empty item stands for what was not found, so that the merge need not wait for it.
	const shape = (name, from, fields, keep, row) => {
		const shaped = section.put(name, setFields(fields, { keep }), 1, row);
		const found = section.put(
			`${name}, if any`,
			filterBy(condition('={{ $json.at }}', 'notEmpty')),
			2,
			row,
			{ alwaysOutputData: true },
		);
		w.chain(from, shaped, found);
		return found;
	};

	const interactions = read('Interactions', 'wechat_interactions', since, 0);
	const activityRows = read('Activity rows', 'wechat_activity_rows', since, 5);
	const segments = read('Segments', 'wechat_segments', since, 6);
	const sources = [
		read('Statistics', 'wechat_statistics', [['ref_date', 'gte', dayAgo(HISTORY_DAYS)]], 1),
		read('Contacts', 'wechat_contacts', [], 2),
		read('Reply times', 'wechat_service_alerts', since, 3),
		read('Orders', 'wechat_orders', since, 4),
		activityRows,
		segments,
	];
	const others = [
		shape('Answers in activities', activityRows, automaticAnswer, false, 5),
		shape('Segments before', segments, earlierSegment('segment', 2), false, 6),
		shape(
			'Segments before a move',
			read('Segment moves', 'wechat_segment_history', since, 7),
			earlierSegment('fromSegment', 1),
			false,
			7,
		),
		shape(
			'Answers to keywords',
			read('Keyword hits', 'wechat_keyword_hits', [...since, ['status', 'neq', 'person']], 8),
			automaticAnswer,
			false,
			8,
		),
		shape(
			'Service events as interactions',
			read('Service events', 'wechat_service_events', since, 9),
			serviceEvent,
			true,
			9,
		),
	];
	const shapedOnly = ['Segment moves', 'Keyword hits', 'Service events'];
	for (const source of [interactions, ...sources, ...shapedOnly]) w.link(start, source);
	const shaped = section.put('Rows in another shape', mergeAppend(others.length), 3, 7);
	others.forEach((source, input) => w.link(source, shaped, { input }));
	const more = section.put('Everything else', mergeAppend(sources.length + 1), 4, 2);
	[...sources, shaped].forEach((source, input) => w.link(source, more, { input }));
	const calculated = section.put('Metrics of all periods', mergeAppend(3), 6, 0);
	const [day] = ['day', 'week', 'month'].map((period, position) => {
		const node = section.put(
			`Calculate ${period}s`,
			metrics({
				operation: 'calculate',
				moreRowsFrom: 'input',
				period,
				periods: period === 'day' ? DAYS : 1,
				layers: ['basic', 'conversion', 'deep'],
				goals: 'couponUsed, groupJoin, order, activity.entry, activity.checkIn',
				options: { now: NOW },
			}),
			5,
			position,
		);
		w.link(interactions, node).link(more, node, { input: 1 });
		w.link(node, calculated, { input: position });
		return node;
	});
	const stored = section.put('Store metrics', store.upsert('wechat_metrics'), 7, 0);
	const warnings = section.put('Store churn warnings', store.upsert('wechat_churn_warnings'), 6, 3);
	w.link(calculated, stored).link(day, warnings, { output: 1 });
	return { stored, day };
}

function alerts(w, store, { stored, day }) {
	const section = w.section(
		'## 4. 异常和日报\n和过去八周同一天比较，异常只提醒一次；再发日报，附流失预警人数。',
		{ line: 3 },
	);
	const history = section.put(
		'Metrics of ten weeks',
		store.get('wechat_metrics', [['date', 'gte', dayAgo(COMPARED_DAYS)]]),
		0,
	);
	const detected = section.put(
		'Detect alerts',
		metrics({
			operation: 'detectAlerts',
			moreRowsFrom: 'json',
			moreRows: '[]',
			options: { latest: 1 },
		}),
		1,
	);
	const isNew = section.put('New alerts', store.missing('wechat_metric_alerts'), 2);
	const marked = section.put('Not told yet', setFields({ status: 'new' }, { keep: true }), 3);
	const kept = section.put('Store alerts', store.insert('wechat_metric_alerts'), 4);
	w.chain(stored, history, detected, isNew, marked, kept);

	const toTell = section.put(
		'Alerts to tell',
		store.get('wechat_metric_alerts', [['status', 'eq', 'new']]),
		1,
		1,
	);
	const isThere = section.put(
		'Is there an alert?',
		ifAll(condition('={{ $json.key }}', 'notEmpty')),
		2,
		1,
		{ executeOnce: true },
	);
	const tell = section.put(
		'Tell staff about alerts',
		notifyStaff(
			`'指标异常：\\n' + $('${toTell}').all().map(({ json }) => (json.severity === 'critical' ? '‼ ' : '⚠ ') + json.message).join('\\n')`,
		),
		3,
		1,
	);
	const told = section.put(
		'Mark alerts as told',
		store.update('wechat_metric_alerts', [['status', 'eq', 'new']], { status: 'told' }),
		4,
		1,
	);
	w.link(history, toTell).chain(toTell, isThere, tell, told);

	const page = section.put(
		'Build the daily report',
		metrics({
			operation: 'buildPage',
			moreRowsFrom: 'json',
			moreRows: '[]',
			title: '运营日报',
			options: { account: setting('accountName'), now: NOW },
		}),
		1,
		2,
	);
	const report = section.put(
		'Send staff the report',
		notifyStaff(
			`$json.text + '\\n流失预警 ' + $('${day}').all(1).length + ' 人，名单在 wechat_churn_warnings 表'`,
		),
		2,
		2,
	);
	w.link(history, page).chain(page, report);
}

function reportPage(w, store, start, output) {
	const section = w.section(
		'## 5. 报告网页\n地址是触发器的 Production URL 加 ?key=密钥；手机也能打开。密钥不对就拒绝。',
		{ line: 4 },
	);
	const isAllowed = section.put(
		'Is the key right?',
		ifAll(
			condition(setting('dashboardKey'), 'notEmpty'),
			isTrue(`${settingCode('dashboardKey')} === $('${PAGE}').first().json.query.key`),
		),
		0,
	);
	const rows = section.put(
		'Metrics to show',
		store.get('wechat_metrics', [['date', 'gte', dayAgo(COMPARED_DAYS)]]),
		1,
	);
	const isThere = section.put(
		'Is there something to show?',
		ifAll(isTrue(`Boolean($('${rows}').first().json.key)`)),
		2,
	);
	const found = section.put(
		'Alerts to show',
		store.get('wechat_metric_alerts', [['date', 'gte', dayAgo(COMPARED_DAYS)]]),
		3,
	);
	const taps = section.put(
		'Interactions to show',
		store.get('wechat_interactions', [['at', 'gte', daysAgo(28)]]),
		4,
	);
	const page = section.put(
		'Build the page',
		metrics({
			operation: 'buildPage',
			moreRowsFrom: 'json',
			moreRows: `={{ [...$('${rows}').all(), ...$('${found}').all()] }}`,
			title: '运营报告',
			options: { account: setting('accountName'), now: NOW },
		}),
		5,
	);
	const show = section.put('Show the page', respondHtml('={{ $json.html }}'), 6);
	const none = section.put(
		'Say that there is nothing yet',
		respondText('还没有数据：流程发布后，第二天早上 8:30 会有第一份报告。'),
		3,
		1,
		{ executeOnce: true },
	);
	const refuse = section.put(
		'Refuse',
		respondText(
			'请在网址后面加 ?key=密钥。密钥在 wechat_settings 表的 dashboardKey；没有填写时网页不开放。',
			403,
		),
		1,
		1,
	);
	w.link(start, isAllowed, { output });
	w.chain(isAllowed, rows, isThere, found, taps, page, show);
	w.link(isThere, none, { output: 1 });
	w.link(isAllowed, refuse, { output: 1 });
}

export default (store) => {
	const w = new Canvas({
		name: '14 Daily metrics',
		overview: `### How it works
每天早上 8:30（微信的统计约 8:00 出数）算出昨天的指标：
- 基础：阅读、点赞、转发、留言、关注、回复率、首次响应、SLA；
- 转化：活动参与率、菜单点击率、自动解决率、转人工率、入群率、核销率；
- 深度：停留时长、互动间隔、沉默占比、留存、流失预警、分层升降。

结果按天、周、月存进 wechat_metrics 表。和过去八周的同一天相比偏离太多的，提醒员工一次；流失预警的粉丝记在 wechat_churn_warnings 表；日报发到员工群。

值为空表示无法得知（例如统计还没出），不等于 0。

### Setup
1. 先运行 00 号流程；选择凭证并发布。统计接口需要已认证的公众号，没有认证时其余指标照样计算。
2. 在 wechat_settings 表填 staffWebhookUrl；填 dashboardKey 后，打开触发器 Report page 的网址加 ?key=密钥，就是报告网页。
3. 目标值在 Calculate 节点的 Targets 里改。`,
	});

	const begin = w.section('## 1. 开始\n每天计算，或有人打开网页。', { line: 0 });
	const daily = begin.put(DAILY, dailyAt(8, 30), 0, 0);
	const visit = begin.put(
		PAGE,
		webhook('wechat-report', { responseMode: 'responseNode', options: {} }),
		0,
		1,
	);
	const settings = begin.put(SETTINGS, store.get('wechat_settings'), 1, 0);
	const task = begin.put(
		'What is to be done?',
		switchBy({
			Calculate: isTrue(`$('${DAILY}').isExecuted`),
			'Show page': isTrue(`$('${PAGE}').isExecuted`),
		}),
		2,
		0,
		{ executeOnce: true },
	);
	w.link(daily, settings).link(visit, settings).link(settings, task);

	statistics(w, store, task);
	alerts(w, store, calculation(w, store, task));
	reportPage(w, store, task, 1);
	return w;
};
