import {
	areSameButtons,
	isSameRule,
} from '../../../nodes/WeChatOfficialAccount/actions/menu/compare';

const link = (change: object = {}) => [
	{ type: 'view', name: '官网', url: 'https://a.com/?a=1&b=2', ...change },
];
const program = (appid: string) => [
	{ type: 'miniprogram', name: '下单', appid, pagepath: 'p', url: 'https://a.com' },
];

describe('fault 2.1: what a menu comes back with', () => {
	it.each([
		['entities in an address', link(), link({ url: 'https://a.com/?a=1&amp;b=2' })],
		['a slash', link({ url: 'https://a.com' }), link({ url: 'https://A.com/' })],
		['percent signs', link({ url: 'https://a.com/茶' }), link({ url: 'https://a.com/%E8%8C%B6' })],
		[
			'entities in a name',
			link({ name: `A&B <"'>` }),
			link({ name: 'A&amp;B &lt;&quot;&#39;&gt;' }),
		],
		['an empty list', link(), link({ sub_button: [] })],
		['null for a list', link(), link({ sub_button: null })],
		['an app ID in small letters', program('WX1'), program('wx1')],
	])('%s: the same', (_, sent, got) => {
		expect(areSameButtons(sent, got)).toBe(true);
	});

	it.each([
		['another page', link(), link({ url: 'https://a.com/?a=1&b=3' })],
		[
			'another key',
			[{ type: 'click', name: 'a', key: 'A' }],
			[{ type: 'click', name: 'a', key: 'a' }],
		],
	])('%s: not the same', (_, sent, got) => {
		expect(areSameButtons(sent, got)).toBe(false);
	});

	it('group_id 0 is none', () => {
		expect(
			isSameRule({ client_platform_type: '1' }, { group_id: 0, client_platform_type: 1 }),
		).toBe(true);
		expect(isSameRule({ tag_id: '2' }, { group_id: 0 })).toBe(false);
	});
});
