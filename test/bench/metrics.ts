/* eslint-disable no-console */
import { detectAlerts } from '../../nodes/WeChatMetrics/engine/alerts';
import { calculate } from '../../nodes/WeChatMetrics/engine/calculate';
import { factsOf } from '../../nodes/WeChatMetrics/engine/facts';
import { DEFAULT_OWN_KINDS } from '../../nodes/WeChatMetrics/engine/kinds';
import { buildPage } from '../../nodes/WeChatMetrics/engine/page/page';
import { reportOf } from '../../nodes/WeChatMetrics/engine/page/report';
import { finishedPeriods } from '../../nodes/WeChatMetrics/engine/period';
import { readRows } from '../../nodes/WeChatMetrics/engine/readRows';
import type { Row } from '../../nodes/shared/rows/row';
import { median } from './lib/measure';
import { generator } from '../harness/random';

const NOW = Date.parse('2026-11-24T09:00:00+08:00');
const DAYS = 90;
const ROUNDS = 5;
const KINDS = [
	'text',
	'sent',
	'event.CLICK',
	'text',
	'sent',
	'event.subscribe',
	'order',
	'comment',
];

/** Interactions of a tenth as many followers, spread over 90 days by a fixed sequence. */
function interactions(count: number): Row[] {
	const next = generator(1);
	const random = (below: number) => Math.floor(next() * below);
	return Array.from({ length: count }, (_, place) => ({
		key: `k${place}`,
		openId: `o${random(count / 10)}`,
		kind: KINDS[random(KINDS.length)],
		at: new Date(NOW - random(DAYS * 86_400) * 1_000).toISOString(),
		text: `问题${random(500)}`,
		auto: random(2) === 0,
	}));
}

/** Milliseconds that a piece of work takes, the median of some rounds; and what it gave. */
function timed<T>(name: string, work: () => T): T {
	let result = work();
	const times = Array.from({ length: ROUNDS }, () => {
		const start = performance.now();
		result = work();
		return performance.now() - start;
	});
	console.log(`${name}: ${median(times).toFixed(0)} ms (median of ${ROUNDS})`);
	return result;
}

function read(rows: readonly Row[]) {
	const placed = rows.map((row, itemIndex) => ({ row, where: `Item ${itemIndex + 1}`, itemIndex }));
	return readRows(placed, (error) => {
		throw error;
	});
}

/** From rows as they stand in a table to metric rows, alerts and the page. */
export function bench(): void {
	const rows = interactions(100_000);
	const metricsFor = (input: readonly Row[], days: number) => {
		const { metrics, ...rest } = read(input);
		return calculate(
			factsOf(rest, DEFAULT_OWN_KINDS, 30),
			{
				periods: finishedPeriods('day', days, NOW),
				layers: ['basic', 'conversion', 'deep'],
				targets: new Map(),
			},
			metrics,
		);
	};
	timed('100,000 interactions, one day', () => metricsFor(rows, 1));
	timed('50,000 interactions, one day', () => metricsFor(rows.slice(0, 50_000), 1));
	const history = timed('100,000 interactions, 60 days', () => metricsFor(rows, 60));
	const { metrics } = read(history.map((row) => ({ ...row })));
	timed(`alerts of ${metrics.length} metric rows`, () =>
		detectAlerts(metrics, { threshold: 3.5, minSample: 4, direction: 'both', latest: 1 }),
	);
	const texts = { title: '公众号运营报告', account: '', madeAt: '2026-11-24 09:00' };
	const page = timed(`page of ${metrics.length} metric rows`, () => {
		const report = reportOf({ metrics, alerts: [], interactions: [], parts: [], menu: [] }, texts);
		return report ? buildPage(report) : '';
	});
	console.log(`size of the page: ${(Buffer.byteLength(page) / 1_000).toFixed(0)} KB`);
}
