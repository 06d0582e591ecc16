import { hasField, ifAll, metrics, setFields } from '../lib/nodes.mjs';
import { NOW, setting } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { COMPARED_DAYS, dayAgo } from './days.mjs';

/** Tells the staff what is unusual, and sends them the report of the day. */
export function alerts(w, store, { stored, day }) {
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
	const isThere = section.put('Is there an alert?', ifAll(hasField()), 2, 1, { executeOnce: true });
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
