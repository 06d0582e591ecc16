import { useAccount } from '../harness/account';
import { runAction } from '../harness/engine';

const GET = '/cgi-bin/menu/get';
const ADD = '/cgi-bin/menu/addconditional';
const REMOVE = '/cgi-bin/menu/delconditional';
const CREATE = '/cgi-bin/menu/create';

const URL = 'https://example.com/?a=1&b=2';
const BUTTONS = [
	{ type: 'click', name: '优惠', key: 'SALE' },
	{
		name: '更多',
		sub_button: [
			{ type: 'view', name: '官网', url: URL },
			{ type: 'miniprogram', name: '商城', url: URL, appid: 'wx1', pagepath: 'pages/a' },
		],
	},
];

/** The same menu as the platform gives it back. */
const READ_BACK = [
	{ key: 'SALE', name: '优惠', type: 'click', sub_button: [] },
	{
		name: '更多',
		sub_button: [
			{ url: URL.replace('&', '&amp;'), sub_button: [], type: 'view', name: '官网', appid: '' },
			{
				pagepath: 'pages/a',
				appid: 'wx1',
				name: '商城',
				url: URL,
				type: 'miniprogram',
				sub_button: [],
			},
		],
	},
];

describe('fault 2.1, correction 15: a menu that is read back', () => {
	const account = useAccount();
	const publish = async (operation: string, buttons: unknown[] = BUTTONS, shownTo = 'tag') =>
		await runAction(
			'menu',
			operation,
			{
				define: 'json',
				menuJson: JSON.stringify({ button: buttons }),
				shownTo,
				tag: { mode: 'id', value: '101' },
			},
			[{}],
			account.credentials,
		);
	const readBack = (matchrule?: object) => {
		const body = JSON.stringify({
			menu: { button: READ_BACK, menuid: 1 },
			conditionalmenu: matchrule && [
				{ button: READ_BACK, matchrule, menuid: 400_000_001 },
				{ button: READ_BACK, matchrule: { group_id: 7 }, menuid: 400_000_002 },
			],
		});
		account.simulator.platform.faults.add({ path: GET, body });
	};

	it('is the same menu', async () => {
		readBack();
		expect((await publish('publishIfChanged')).items[0]?.json.changed).toBe(false);
		expect(account.calls(CREATE)).toHaveLength(0);
	});

	const dead = { sex: '', country: '', province: '', city: '', language: '' };
	it.each([
		['tag', { group_id: '101' }],
		['tag', { group_id: 101, ...dead, client_platform_type: '' }],
		['tag', { tag_id: '101', sex: 0 }],
		['2', { client_platform_type: 2, group_id: '' }],
	])('shown to %s, is the same as %j', async (shownTo, matchrule) => {
		readBack(matchrule);
		const { items } = await publish('publishConditionalIfChanged', BUTTONS, shownTo);
		expect(items[0]?.json).toMatchObject({ changed: false, menuId: '400000001' });
		expect(account.calls().map(({ path }) => path)).toEqual([GET]);
	});

	it('does not stack up: the one for the same followers is replaced, others stay', async () => {
		readBack({ group_id: '101' });
		account.simulator.platform.faults.add({ path: ADD, body: '{"menuid":"400000003"}' });
		account.simulator.platform.faults.add({ path: REMOVE, body: '{"errcode":0}' });
		const { items } = await publish('publishConditionalIfChanged', BUTTONS.slice(0, 1));
		expect(items[0]?.json).toMatchObject({ changed: true, menuId: '400000003' });
		expect(account.calls(REMOVE).map(({ body }) => body)).toEqual([{ menuid: '400000001' }]);
	});

	it('says that the new menu is there when only the old one could not be removed', async () => {
		readBack({ group_id: '101' });
		account.simulator.platform.faults.add({ path: ADD, body: '{"menuid":"400000003"}' });
		account.simulator.platform.faults.add({ path: REMOVE, errcode: 65301 });
		const { error } = await publish('publishConditionalIfChanged', BUTTONS.slice(0, 1));
		expect(error?.description).toContain('The new menu is published');
	});

	it.each([
		['another key', [{ ...BUTTONS[0], key: 'NEW' }, BUTTONS[1]]],
		['another name', [{ ...BUTTONS[0], name: '优惠券' }, BUTTONS[1]]],
		['another order', [...BUTTONS].reverse()],
		['another type', [{ ...BUTTONS[0], type: 'scancode_push' }, BUTTONS[1]]],
	])('with %s is another menu', async (_what, buttons) => {
		readBack();
		expect((await publish('publishIfChanged', buttons)).items[0]?.json.changed).toBe(true);
	});
});
