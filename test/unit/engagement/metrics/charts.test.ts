import { XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { barChart, stackedBarChart } from '../../../../nodes/WeChatMetrics/engine/chart/bars';
import { funnelChart } from '../../../../nodes/WeChatMetrics/engine/chart/funnel';
import { heatMap } from '../../../../nodes/WeChatMetrics/engine/chart/heatMap';
import { lineChart, type Point } from '../../../../nodes/WeChatMetrics/engine/chart/line';
import { menuMap } from '../../../../nodes/WeChatMetrics/engine/chart/menuMap';
import { rowBars } from '../../../../nodes/WeChatMetrics/engine/chart/rowBars';
import { sparkline } from '../../../../nodes/WeChatMetrics/engine/chart/sparkline';
import { escapeText, shorten, widthOf } from '../../../../nodes/WeChatMetrics/engine/chart/svg';
import { buttonsOf, type MenuButton } from '../../../../nodes/WeChatMetrics/engine/menu';
import { shortNumber } from '../../../../nodes/WeChatMetrics/engine/format';

const look = { title: '图', format: shortNumber, isWhole: true };

/** A menu with the names of points: a button with all of them, one with nothing below it, and one with two. */
function menuOf(points: Point[]): MenuButton[] {
	const button = points.map(({ name }) => ({ name, type: 'click', key: name }));
	const all = { name: 'a', sub_button: button };
	return buttonsOf({
		button: [all, ...button.slice(0, 1), { ...all, sub_button: button.slice(0, 2) }],
	});
}

/** All charts of the same points. */
function drawAll(points: Point[], title = '图', target?: number): string[] {
	const counts = [points.map(({ value }) => value ?? 0)];
	const values = points.map(({ value }) => value);
	const named = { ...look, title };
	return [
		lineChart(points, named, target),
		barChart(points, named),
		stackedBarChart(
			points.map(({ name }) => name),
			points.map(({ name }) => ({ name, values })),
			named,
		),
		funnelChart(points, named),
		heatMap(counts, title),
		rowBars(points, named),
		menuMap(menuOf(points), () => points.length, title),
		sparkline(values) || '<svg/>',
	];
}

function expectSound(markup: string): void {
	expect(XMLValidator.validate(markup)).toBe(true);
	expect(markup).not.toMatch(/NaN|Infinity|undefined|null/);
}

/** What stands outside a drawing's view box, but for half a line's width. */
function outside(markup: string): string[] {
	const [, width, height] = /viewBox="0 0 (\S+) (\S+)"/.exec(markup) ?? [];
	const numbers = [...markup.matchAll(/ (x|y|x1|x2|y1|y2|cx|cy|width|height)="([^"]*)"/g)];
	return numbers
		.filter(([, name = '', number]) => {
			const most = /x|width/.test(name) ? Number(width) : Number(height);
			return !(Number(number) >= -2 && Number(number) <= most + 2);
		})
		.map(([text]) => text);
}

it.each([
	['nothing', []],
	['only unknown values', [{ name: 'a', value: null }]],
	['one point', [{ name: 'a', value: 5 }]],
	[
		'zeros',
		[
			{ name: 'a', value: 0 },
			{ name: 'b', value: 0 },
		],
	],
	[
		'negative numbers',
		[
			{ name: 'a', value: -5 },
			{ name: 'b', value: 3 },
		],
	],
	[
		'huge numbers',
		[
			{ name: 'a', value: 9e15 },
			{ name: 'b', value: 1 },
		],
	],
	[
		'tiny numbers',
		[
			{ name: 'a', value: 1e-9 },
			{ name: 'b', value: 2e-9 },
		],
	],
	[
		'what is no number',
		[
			{ name: 'a', value: Number.NaN },
			{ name: 'b', value: Infinity },
		],
	],
])('draws %s', (_, points: Point[]) => {
	for (const markup of drawAll(points)) expectSound(markup);
});

it('says so when there is nothing to show', () => {
	for (const markup of drawAll([]).slice(0, 5)) expect(markup).toContain('暂无数据');
});

it('leaves a gap where a value is not known', () => {
	const points = [1, 2, null, 4, 5].map((value, place) => ({ name: String(place), value }));
	expect(lineChart(points, look).match(/fill="none"/g)).toHaveLength(2);
});

it('names as many series as there is room for, and tells how many more there are', () => {
	const series = [...Array(9).keys()].map((number) => `渠道来源${number}`);
	const chart = stackedBarChart(series, [{ name: 'a', values: series.map(() => 1) }], look);
	const named = series.filter((name) => chart.includes(`>${name}<`));
	expect(named.length).toBeGreaterThan(2);
	expect(chart).toContain(`>+${series.length - named.length}<`);
	expect(outside(chart)).toEqual([]);
});

it('piles up above zero and below', () => {
	const chart = stackedBarChart(['新增', '取消'], [{ name: 'a', values: [3, -2] }], look);
	expect(chart).toContain('#d64541');
	expect(chart).toContain('>-2<');
});

it('draws the same for the same figures, inside the drawing and without any input as markup', () => {
	const name = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 60 }),
		fc.constantFrom(
			'<script>alert(1)</script>',
			'"><img src=x onerror=1>',
			"'&amp;]]>",
			'\u0000\u001b',
		),
	);
	const value = fc.oneof(
		fc.constant(null),
		fc.integer({ min: -1_000, max: 1_000_000 }),
		fc.double({ noNaN: true, min: -1e12, max: 1e12 }),
	);
	const points = fc.array(fc.record({ name, value }), { maxLength: 40 });
	fc.assert(
		fc.property(points, name, (data, title) => {
			const drawn = drawAll(data, title);
			for (const markup of drawn) {
				expectSound(markup);
				expect(markup).not.toMatch(/<script|<img|\son\w+="/);
				if (markup !== '<svg/>') expect(outside(markup)).toEqual([]);
			}
			expect(drawAll(data, title)).toEqual(drawn);
		}),
		{ numRuns: 60 },
	);
});

it('escapes what would be markup and drops what no document may hold', () => {
	expect(escapeText(`<a href="x">'&`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;');
	expect(escapeText('a\u0000b\ud800c\u202ed\uffffe')).toBe('a b c d e');
	expect(escapeText('😀 山茶')).toBe('😀 山茶');
});

it('cuts by width, where a Chinese character counts two', () => {
	expect(shorten('山茶花养护', 6)).toBe('山茶…');
	expect(shorten('abcdef', 6)).toBe('abcdef');
	expect(widthOf('山a')).toBe(3);
});

it('writes large numbers as the Chinese read them', () => {
	expect([0, 12.34, 1_234.5, 12_345, 123_456_789, -20_000, 9e15, 1e20].map(shortNumber)).toEqual([
		'0',
		'12.3',
		'1235',
		'1.2万',
		'1.2亿',
		'-2万',
		'90000000亿',
		'1.0e+20',
	]);
});
