import { condition, filterBy, isTrue, metrics, setFields, summarize } from '../lib/nodes.mjs';
import { NOW, SHANGHAI_CODE } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';

const monday = `${SHANGHAI_CODE}.startOf('week')`;

/** Counts the taps of the last week by entry, and tells the staff. */
export function report(w, store, start, output) {
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
			isTrue("['event.CLICK', 'event.VIEW'].includes($json.kind)"),
			isTrue(`String($json.at).toDateTime() >= ${monday}.minus({ weeks: 1 })`),
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
