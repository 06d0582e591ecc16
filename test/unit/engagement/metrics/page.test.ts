/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import type { Row } from '../../../../nodes/shared/rows/row';
import { METRICS } from '../../../../nodes/WeChatMetrics/engine/catalog';
import { inOrder } from '../../../../nodes/WeChatMetrics/engine/interactions';
import { digestOf } from '../../../../nodes/WeChatMetrics/engine/page/digest';
import { buildPage } from '../../../../nodes/WeChatMetrics/engine/page/page';
import { reportOf, type Report } from '../../../../nodes/WeChatMetrics/engine/page/report';
import { finishedPeriods } from '../../../../nodes/WeChatMetrics/engine/period';
import { accountRows, metricsOf, NOW, read } from './sample';

const TEXTS = { title: '运营报告', account: '山茶花园艺', madeAt: '2026-11-24 09:00' };

function report(rows: readonly Row[], texts: Partial<typeof TEXTS> = {}): Report {
	const { interactions, ...rest } = read(rows);
	const made = reportOf({ ...rest, interactions: inOrder(interactions) }, { ...TEXTS, ...texts });
	if (!made) throw new Error('There is no metric row');
	return made;
}

const account = accountRows(60);
const metrics = metricsOf(account, { periods: finishedPeriods('day', 45, NOW) }).map((row) => ({
	...row,
}));

describe('the page', () => {
	const page = buildPage(report([...metrics, ...account.filter(({ kind }) => kind !== undefined)]));

	it('is one well-formed document that fetches nothing and runs nothing', () => {
		expect(XMLValidator.validate(page)).toBe(true);
		expect(page).not.toMatch(/<script|<link|<iframe|<img|href=|src=|url\(|@import/);
		expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
	});

	it('has a layer for each, all kinds of charts, and stays small', () => {
		for (const text of ['基础层', '转化层', '深层', '转化漏斗', '互动时段', '新增与取消关注']) {
			expect(page).toContain(text);
		}
		expect(Buffer.byteLength(page)).toBeLessThan(150_000);
	});

	it('shows the latest period only, and "—" for what is not known', () => {
		const rows = [
			{ metric: 'reads', date: '2026-11-22', value: 5 },
			{ metric: 'reads', date: '2026-11-23', value: null },
			{ metric: 'messages', date: '2026-11-20', value: 77 },
		];
		const { series } = report(rows);
		expect([...series.keys()]).toEqual(['reads']);
		expect(buildPage(report(rows))).toContain('>—<');
	});

	it('shows alerts of the period, the greatest first', () => {
		const alert = (key: string, z: number, date: string) => ({
			key,
			metric: 'reads',
			date,
			value: 1,
			expected: 9,
			z,
			severity: z < -7 ? 'critical' : 'warning',
			message: `提醒 ${key}`,
		});
		const rows = [
			{ metric: 'reads', date: '2026-11-23', value: 1 },
			alert('a', -4, '2026-11-23'),
			alert('b', -8, '2026-11-23'),
			alert('b', -8, '2026-11-23'),
			alert('c', -9, '2026-11-01'),
		];
		expect(report(rows).alerts.map(({ key }) => key)).toEqual(['b', 'a']);
		expect(buildPage(report(rows))).toContain('class="critical">提醒 b<');
	});

	it('is the same whatever order and repetition the rows come in', () => {
		const rows = [...metrics.slice(-300), ...account.slice(0, 200)];
		const expected = buildPage(report(rows));
		fc.assert(
			fc.property(
				fc.shuffledSubarray(rows, { minLength: rows.length }),
				fc.subarray(rows),
				(shuffled, repeated) => {
					expect(buildPage(report([...shuffled, ...repeated]))).toBe(expected);
				},
			),
			{ numRuns: 8 },
		);
	});

	it('never takes text for markup, wherever it comes from', () => {
		const hostile = fc.oneof(
			fc.constantFrom(
				'<script>alert(1)</script>',
				'"><svg onload=alert(1)>',
				"' onclick='x",
				'</style><b>',
				']]>&lt;',
			),
			fc.string({ unit: 'binary', minLength: 1 }),
		);
		fc.assert(
			fc.property(hostile, hostile, hostile, (title, label, message) => {
				const rows: Row[] = [
					{ metric: 'own', label, date: '2026-11-22', value: 1 },
					{ metric: 'own', label, date: '2026-11-23', value: 2 },
					{
						key: 'a',
						metric: label.trim() || 'x',
						date: '2026-11-23',
						value: 1,
						expected: 2,
						z: 4,
						severity: 'warning',
						message: message.trim() || 'x',
					},
				];
				const markup = buildPage(report(rows, { title, account: label }));
				expect(XMLValidator.validate(markup)).toBe(true);
				expect(markup).not.toMatch(/<script|<b>|<[^>]*\son\w+=/);
				expect(markup.match(/<svg/g) ?? []).toHaveLength(1);
				// A parser reads exactly the title back.
				const read = new XMLParser({ trimValues: false, parseTagValue: false }).parse(markup) as {
					html: { head: { title: string } };
				};
				expect(typeof read.html.head.title).toBe('string');
			}),
			{ numRuns: 100 },
		);
	});

	it('stays small with many metrics of long names', () => {
		const rows = Array.from({ length: 300 }, (_, metric) =>
			Array.from({ length: 40 }, (_unused, day) => ({
				metric: `own${metric}`,
				label: '很长的指标名称'.repeat(30),
				date: new Date(NOW - day * 86_400_000).toISOString().slice(0, 10),
				value: day * 1.37,
			})),
		).flat();
		expect(Buffer.byteLength(buildPage(report(rows)))).toBeLessThan(150_000);
	});
});

describe('the digest', () => {
	it('is short enough for any message and names what matters', () => {
		const text = digestOf(report(metrics));
		expect(text.split('\n')[0]).toBe('山茶花园艺 · 运营报告');
		expect(text).toMatch(/阅读人数：\d+（[↑↓]/);
		expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_000);
	});

	it('keeps whole lines when there is too much to say', () => {
		const rows = [
			{ metric: 'reads', date: '2026-11-23', value: 1 },
			...Array.from({ length: 50 }, (_, place) => ({
				metric: `own${place}`,
				label: '自定义指标'.repeat(5),
				date: '2026-11-23',
				value: place,
			})),
		];
		const text = digestOf(report(rows));
		expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_000);
		expect(text.split('\n').at(-1)).toMatch(/：\d+$/);
	});
});

it('the documentation defines every metric as the code does', () => {
	const page = readFileSync('docs/metrics.md', 'utf8').replace(/\s+/g, ' ');
	for (const { id, label, definition } of METRICS) {
		expect(page).toContain(`\`${id}\``);
		expect(page).toContain(label);
		expect(page).toContain(definition);
	}
	expect(new Set(METRICS.map(({ id }) => id)).size).toBe(METRICS.length);
});

it('rows in any order and any number give the same metrics', () => {
	const rows = account.slice(0, 400);
	const periods = finishedPeriods('week', 10, NOW);
	const expected = metricsOf(rows, { periods });
	fc.assert(
		fc.property(
			fc.shuffledSubarray(rows, { minLength: rows.length }),
			fc.subarray(rows),
			(shuffled, repeated) => {
				expect(metricsOf([...shuffled, ...repeated], { periods })).toEqual(expected);
			},
		),
		{ numRuns: 15 },
	);
});
