import { ifAll, isTrue, metrics, respondHtml, respondText } from '../lib/nodes.mjs';
import { isSecretCode, NOW, setting } from '../lib/settings.mjs';
import { COMPARED_DAYS, dayAgo, daysAgo } from './days.mjs';

/** Shows the report to whoever has the key. */
export function reportPage(w, store, { start, output, visit }) {
	const section = w.section(
		'## 5. 报告网页\n地址是触发器的 Production URL 加 ?key=密钥；手机也能打开。密钥不对就拒绝。',
		{ line: 4 },
	);
	const isAllowed = section.put(
		'Is the key right?',
		ifAll(isTrue(isSecretCode('dashboardKey', `$('${visit}').first().json.query.key`))),
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
