import type { Json } from '../../simulator/check';
import { Caller } from './call';

const CREATE = '/cgi-bin/menu/create';
const SALE = { type: 'click', name: '优惠', key: 'SALE' };
const SHOP = { type: 'view', name: '商城', url: 'https://example.com' };

describe('fault 5: menus', () => {
	let api: Caller;
	const create = async (...button: Json[]) => await api.code(CREATE, { button });

	beforeEach(() => {
		api = new Caller({
			tags: ['活跃'],
			followers: [{ openId: 'oA', tagIds: [101], platformType: '1' }],
		});
	});

	it('correction 15: a rule sent with tag_id is read back as group_id', async () => {
		await create(SALE);
		const rule = async (matchrule: Json) =>
			await api.code('/cgi-bin/menu/addconditional', { button: [SHOP], matchrule });
		expect(await rule({ tag_id: '101' })).toBe(0);
		expect(await rule({ tag_id: 101, client_platform_type: '2' })).toBe(0);
		const { conditionalmenu } = await api.call('/cgi-bin/menu/get');
		expect((conditionalmenu as Json[]).map(({ matchrule }) => matchrule)).toEqual([
			{ group_id: 101, client_platform_type: 2 },
			{ group_id: 101 },
		]);
		expect(await rule({})).toBe(65304);
	});

	it('fault 5: the newest rule that fits wins, tag and device together', async () => {
		await create(SALE);
		const forDevice = async (name: string, matchrule: Json) =>
			await api.call('/cgi-bin/menu/addconditional', { button: [{ ...SALE, name }], matchrule });
		await forDevice('苹果', { tag_id: '101', client_platform_type: '1' });
		await forDevice('安卓', { tag_id: '101', client_platform_type: '2' });
		const tried = await api.call('/cgi-bin/menu/trymatch', { user_id: 'oA' });
		expect(tried).toMatchObject({ button: [{ name: '苹果' }] });
	});

	it('fault 5: a button has what its type needs', async () => {
		expect(await create(SHOP)).toBe(0);
		expect(await create({ type: 'view', name: '商城' })).toBe(40020);
		expect(await create({ type: 'view', name: '商城', url: 'example.com' })).toBe(40055);
		expect(await create({ type: 'click', name: '优惠' })).toBe(40019);
		expect(await create({ ...SALE, key: 'x'.repeat(129) })).toBe(40019);
		expect(await create({ type: 'media_id', name: '图', media_id: 'none' })).toBe(40007);
		expect(await create({ type: 'article_id', name: '文', article_id: 'none' })).toBe(53600);
		api.addPicture('cover');
		expect(await create({ type: 'media_id', name: '图', media_id: 'cover' })).toBe(0);
		const remove = '/cgi-bin/material/del_material';
		expect(await api.code(remove, { media_id: 'cover' })).toBe(48005);
	});

	it('fault 5: a menu as it is given back can be sent again', async () => {
		await create(SALE, { name: '更多', sub_button: [SHOP] });
		const { menu } = await api.call('/cgi-bin/menu/get');
		expect(menu).toMatchObject({ button: [{ ...SALE, sub_button: [] }, { name: '更多' }] });
		expect(await api.code(CREATE, menu as Json)).toBe(0);
	});

	it('correction 19: the menu that followers see has a shape of its own', async () => {
		await create(SALE, { name: '更多', sub_button: [SHOP] });
		expect(await api.call('/cgi-bin/get_current_selfmenu_info')).toEqual({
			is_menu_open: 1,
			selfmenu_info: { button: [SALE, { name: '更多', sub_button: { list: [SHOP] } }] },
		});
	});

	it('correction 17: a server URL switches off the menu and the answers of the console', async () => {
		const news = {
			name: '往期',
			type: 'news',
			value: 'n1',
			news_info: { list: [{ title: '新茶', content_url: 'https://mp.weixin.qq.com/s/1' }] },
		};
		api = new Caller({ consoleMenu: [news] });
		const seen = async () => await api.call('/cgi-bin/get_current_selfmenu_info');
		expect(await seen()).toMatchObject({ is_menu_open: 1, selfmenu_info: { button: [news] } });
		const answers = async () => await api.call('/cgi-bin/get_current_autoreply_info');
		expect(await answers()).toMatchObject({ is_autoreply_open: 1 });
		api.state.callback.url = 'https://example.com';
		expect(await seen()).toEqual({ is_menu_open: 0, selfmenu_info: { button: [] } });
		expect(await answers()).toMatchObject({ is_autoreply_open: 0 });
	});
});
