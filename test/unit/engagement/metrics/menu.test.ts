import { XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import type { Row } from '../../../../nodes/shared/rows/row';
import { menuMap } from '../../../../nodes/WeChatMetrics/engine/chart/menuMap';
import { buttonsOf, tapsOf } from '../../../../nodes/WeChatMetrics/engine/menu';
import { buildPage } from '../../../../nodes/WeChatMetrics/engine/page/page';
import { reportOf } from '../../../../nodes/WeChatMetrics/engine/page/report';
import { at, read } from './sample';

const MENU = {
	button: [
		{ type: 'click', name: '今日活动', key: 'TODAY' },
		{
			name: '逛商城',
			sub_button: [
				{ type: 'view', name: '新品', url: 'https://shop.example/new', sub_button: [] },
				{ type: 'miniprogram', name: '会员', appid: 'wx1', pagepath: 'pages/me', url: 'https://x' },
				{ type: 'media_id', name: '海报', media_id: 'M' },
			],
		},
	],
};

const tap = (kind: string, eventKey: string, time = '10:00', day = '2026-11-23'): Row => ({
	key: `${kind}${eventKey}${day}${time}`,
	openId: 'o1',
	kind,
	eventKey,
	at: at(day, time),
});

/** The page of a day (2026-11-23) with the menu. */
function pageWith(rows: readonly Row[], menu: unknown = MENU): string {
	const known = read([...rows, { metric: 'reads', date: '2026-11-23', value: 1 }, { menu } as Row]);
	const report = reportOf(known, { title: '日报', account: '', madeAt: '' });
	return report ? buildPage(report) : '';
}

describe('the menu', () => {
	it('is read in each of the shapes that WeChat gives it', () => {
		const shown = {
			is_menu_open: 1,
			selfmenu_info: {
				button: [
					{ type: 'click', name: '今日活动', key: 'TODAY' },
					{
						name: '逛商城',
						sub_button: {
							list: [{ type: 'view', name: '新品', url: 'https://shop.example/new' }],
						},
					},
				],
			},
		};
		const [first, second] = buttonsOf({ menu: MENU });
		expect(buttonsOf(MENU)).toEqual([first, second]);
		expect(second?.entries.map(({ name, tap: report }) => [name, report])).toEqual([
			['新品', 'view https://shop.example/new'],
			['会员', 'page pages/me'],
			['海报', ''],
		]);
		expect(buttonsOf(shown)[1]?.entries).toEqual([second?.entries[0]]);
		expect(buttonsOf({ menu: null, conditionalMenus: [] })).toEqual([]);
	});

	it('has at most three buttons with five entries, whatever it is given', () => {
		const entries = Array.from({ length: 90 }, (_, place) => ({
			name: `e${place}`,
			type: 'click',
		}));
		const button = Array.from({ length: 90 }, () => ({
			name: '长'.repeat(999),
			sub_button: entries,
		}));
		const read = buttonsOf({ button });
		expect(read).toHaveLength(3);
		expect(read[0]?.entries).toHaveLength(5);
		expect(read[0]?.name.length).toBeLessThanOrEqual(30);
	});

	it('is made of anything without breaking, and drawn inside its frame without any input as markup', () => {
		const value = fc.oneof(
			fc.string(),
			fc.constant('</svg><script>alert(1)</script>'),
			fc.integer(),
		);
		const button = fc.record(
			{
				name: value,
				type: value,
				key: value,
				sub_button: fc.array(fc.anything(), { maxLength: 7 }),
			},
			{ requiredKeys: [] },
		);
		const menu = fc.oneof(fc.anything(), fc.record({ button: fc.array(button, { maxLength: 5 }) }));
		fc.assert(
			fc.property(menu, fc.nat(1_000_000), (given, count) => {
				const markup = menuMap(buttonsOf(given), () => count, '图');
				expect(XMLValidator.validate(markup)).toBe(true);
				expect(markup).not.toMatch(/<script|NaN|undefined/);
			}),
		);
	});
});

describe('taps on it', () => {
	it('are told apart by key, address and page', () => {
		const { interactions } = read([
			tap('event.CLICK', 'TODAY'),
			tap('event.CLICK', 'TODAY', '11:00'),
			tap('event.VIEW', 'TODAY'),
			tap('event.view_miniprogram', 'pages/me'),
			tap('event.SCAN', 'TODAY'),
			tap('text', 'TODAY'),
		]);
		expect([...tapsOf(interactions)]).toEqual([
			['key TODAY', 2],
			['view TODAY', 1],
			['page pages/me', 1],
		]);
	});

	it('colour the menu on the page, with the numbers as text and in the name of the drawing', () => {
		const page = pageWith([
			tap('event.CLICK', 'TODAY'),
			tap('event.CLICK', 'TODAY', '11:00'),
			tap('event.VIEW', 'https://shop.example/new'),
			tap('event.CLICK', 'GONE'),
			tap('event.CLICK', 'TODAY', '10:00', '2026-11-22'),
		]);
		expect(XMLValidator.validate(page)).toBe(true);
		expect(page).toContain(
			'<title>菜单点击热力图：今日活动 2 次；逛商城（新品 1 次，会员 0 次，海报 不上报）</title>',
		);
		for (const text of ['>2 次<', '>1 次<', '>0 次<', '>不上报<']) expect(page).toContain(text);
		expect(page).toContain('另有 1 次点击不在当前的默认菜单中。');
	});

	it('are not drawn without a menu, and names in it stay names', () => {
		expect(pageWith([], { button: [] })).not.toContain('菜单点击热力图');
		const page = pageWith([], { button: [{ type: 'click', name: '<b>&{{ 1 }}', key: 'A' }] });
		expect(page).toContain('&lt;b&gt;&amp;');
		expect(page).not.toContain('{{ 1 }}');
	});
});
