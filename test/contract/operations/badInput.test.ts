import { useAccount } from '../../harness/account';
import { runAction } from '../../harness/engine';

const byId = (id: string) => ({ tag: { mode: 'id', value: id } });
const button = { type: 'click', name: '键', key: 'K' };
const menu = (value: unknown) => ({ define: 'json', menuJson: JSON.stringify(value) });
const form = { title: '标题', content: '正文', thumbMediaId: 'cover' };
const span = (from: string, to: string) => ({ figures: 'getusersummary', from, to });

type Case = [
	what: string,
	of: string,
	parameters: Record<string, unknown>,
	message: RegExp,
	/** Extension of the file of the item. */
	file?: string,
];

/** What can be known before a call is told before a call. */
const BEFORE: Case[] = [
	['an empty list of followers', 'tag tagUsers', { ...byId('101'), openIds: '' }, /OpenIDs/],
	[
		'a tag ID that is a word',
		'tag tagUsers',
		{ ...byId('vip'), openIds: 'oA' },
		/consists of digits/,
	],
	[
		'a tag name of 31 characters',
		'tag create',
		{ name: '长'.repeat(31) },
		/31 characters; WeChat accepts 30/,
	],
	[
		'a menu with four buttons',
		'menu create',
		menu({ button: Array(4).fill(button) }),
		/The menu has 4 buttons/,
	],
	['a menu form without buttons (fault 7.5)', 'menu create', {}, /The menu has no button/],
	[
		'a link of the menu form without its address (fault 7.5)',
		'menu create',
		{ buttons: { button: [{ name: '官网', type: 'view', url: '' }] } },
		/'URL' of the menu entry '官网' is empty/,
	],
	[
		'an article of the menu form that is not chosen (fault 7.5)',
		'menu create',
		{ buttons: { button: [{ name: '文章', type: 'article_id' }] } },
		/'Article' of the menu entry '文章' is empty/,
	],
	[
		'a menu with three levels',
		'menu create',
		menu({ button: [{ name: '甲', sub_button: [{ name: '乙', sub_button: [button] }] }] }),
		/more than two levels/,
	],
	[
		'a menu with six entries below a button',
		'menu create',
		menu({ button: [{ name: '甲', sub_button: Array(6).fill(button) }] }),
		/has 6 entries/,
	],
	[
		'a menu name that is too long',
		'menu create',
		menu({ button: [{ ...button, name: '六个汉字太长' }] }),
		/18 bytes; WeChat accepts 16/,
	],
	[
		'a menu type that WeChat does not know',
		'menu create',
		menu({ button: [{ type: 'dance', name: '舞' }] }),
		/no type that WeChat knows/,
	],
	['a menu entry without a name', 'menu create', menu({ button: [{ type: 'click' }] }), /empty/],
	['a menu with nothing in it', 'menu create', menu({ button: [null] }), /empty/],
	[
		'a submenu that is no list',
		'menu create',
		menu({ button: [{ name: '甲', sub_button: button }] }),
		/is no list/,
	],
	['a menu that is no JSON', 'menu create', { define: 'json', menuJson: '{' }, /JSON/],
	[
		'an article title of 65 characters',
		'draft create',
		{ ...form, title: '长'.repeat(65) },
		/65 characters; WeChat accepts 64/,
	],
	[
		'21 pictures',
		'draft createImagePost',
		{ title: '图', imageMediaIds: [...Array(21).keys()].join(',') },
		/21 images/,
	],
	['a wrong kind of file', 'media uploadTemporary', { mediaType: 'image' }, /\.mp4 files/, 'mp4'],
	[
		'fault 6: a media type that is no media type',
		'media uploadPermanent',
		{ mediaType: 'document' },
		/'Media Type' has no option "document"/,
		'jpg',
	],
	['a thumbnail that is a png', 'media uploadTemporary', { mediaType: 'thumb' }, /\.png/, 'png'],
	[
		'an end before the beginning',
		'statistics getFollowers',
		span('2026-02-01', '2026-01-01'),
		/lies before/,
	],
	['a date that is none', 'statistics getFollowers', span('soon', '2026-01-01'), /not a date/],
	[
		'a broadcast to one person',
		'broadcast send',
		{ audience: 'openIds', openIds: 'oA', messageType: 'text', text: 'x' },
		/at least two/,
	],
	[
		'a scene of 65 characters',
		'qrCode create',
		{ scene: 'x'.repeat(65), lifetime: 'permanent' },
		/64/,
	],
	[
		'a menu message without answers',
		'customerServiceMessage sendMenu',
		{ openId: 'oA', answers: {} },
		/Answers|answers/,
	],
	[
		'a text of 601 bytes',
		'language translate',
		{ text: 'x'.repeat(601), from: 'zh_CN', to: 'en_US' },
		/600/,
	],
	[
		'one keyword',
		'subscriptionNotice addTemplate',
		{ libraryId: '1', keywordIds: '1', use: 'x' },
		/holds 1 keyword/,
	],
	[
		'interactions that are none',
		'user checkReachability',
		{ openId: 'oA', interactions: '{' },
		/Interactions/,
	],
	['an endpoint without a slash', 'account getQuota', { cgiPath: 'user/get' }, /Endpoint/],
	['an industry that is none', 'templateMessage setIndustry', { primary: 42 }, /from 1 to 41/],
	['a broadcast ID that is a word', 'broadcast getStatus', { msgId: 'x' }, /digits/],
	['a ninth article', 'publish delete', { articleId: 'article1', articleNumber: 9 }, /from 0 to 8/],
	['a QR code for 31 days', 'qrCode create', { scene: 'a', days: 31 }, /from 1 to 30/],
	[
		'a card without an address',
		'customerServiceMessage sendNews',
		{ openId: 'oA', title: '好', url: 'example.com' },
		/https?:/,
	],
	[
		'a picture without an address',
		'image cropImage',
		{ imageSource: 'url', imageUrl: 'a.jpg' },
		/https?:/,
	],
	['a request ID that is none', 'account lookUpRid', { rid: 'x y' }, /Request ID|rid/i],
	[
		'an empty answer to a comment',
		'comment reply',
		{ article: { mode: 'id', value: '1' }, userCommentId: '1', content: ' ' },
		/Content|Answer|Reply/,
	],
	[
		'a comment ID that is a word',
		'comment elect',
		{ article: { mode: 'id', value: '2247490098' }, userCommentId: 'first' },
		/Comment ID' does not consist of digits/,
	],
	[
		'a nickname of 17 characters',
		'customerService createAccount',
		{ kfAccount: 'anna@gh1', nickname: '长'.repeat(17) },
		/17 characters; WeChat accepts 16/,
	],
	[
		'a customer service account without @',
		'customerService createAccount',
		{ kfAccount: 'anna', nickname: '安娜' },
		/name@account/,
	],
	['a page that is no address', 'jsSdk signUrl', { url: 'example.com' }, /https?:/],
	[
		'a redirect that is no address',
		'webAuthorization buildLink',
		{ redirectUrl: 'example.com' },
		/https?:/,
	],
	[
		'a long text of more than 4 KB',
		'shortLink create',
		{ data: 'x'.repeat(4_097) },
		/4097 bytes; WeChat accepts 4096/,
	],
	['a remark of 30 bytes', 'user setRemark', { openId: 'oA', remark: '十'.repeat(10) }, /29/],
	['an OpenID that is empty', 'user get', { openId: ' ' }, /OpenID/],
	[
		'a customer service text of 2,049 bytes',
		'customerServiceMessage sendText',
		{ openId: 'oA', text: 'x'.repeat(2_049) },
		/2,?048/,
	],
	[
		'a consent scene that is too large',
		'subscriptionNotice buildConsentLink',
		{ oneTimeTemplateId: 'T', scene: 10_001, redirectUrl: 'https://example.com' },
		/from 0 to 10000/,
	],
	[
		'a one-time message with a title of 16 characters',
		'subscriptionNotice sendOneTime',
		{ openId: 'oA', oneTimeTemplateId: 'T', scene: 1, title: '长'.repeat(16), text: 'x' },
		/16 characters; WeChat accepts 15/,
	],
	[
		'a comment of an unknown article',
		'comment open',
		{ article: { mode: 'id', value: 'x' } },
		/Article/,
	],
];

/** What only WeChat knows. */
const AFTER: Case[] = [
	['an unknown follower', 'user get', { openId: 'oStranger' }, /40003/],
	['an unknown tag', 'tag tagUsers', { ...byId('999'), openIds: 'oA' }, /45159/],
	['an unknown draft', 'draft get', { mediaId: 'none' }, /40007/],
	[
		'an unknown template',
		'templateMessage deleteTemplate',
		{ templateId: { mode: 'id', value: 'x' } },
		/40037/,
	],
	['an unknown account', 'customerService deleteAccount', { kfAccount: 'x@y' }, /65401/],
	['an unknown article', 'publish getArticle', { articleId: 'x' }, /53600/],
	['an unknown short key', 'shortLink resolve', { shortKey: 'x' }, /9410012/],
	['a code that was used', 'webAuthorization exchangeCode', { code: 'x' }, /40029/],
	[
		'a day that is not over by the clock of WeChat',
		'statistics getFollowers',
		span('2998-12-31', '2999-01-01'),
		/up to yesterday/,
	],
];

describe('what cannot work', () => {
	const account = useAccount();
	const run = async (of: string, parameters: object, file?: string) => {
		const [resource = '', operation = ''] = of.split(' ');
		const binary = file
			? { data: { data: 'YWJj', fileName: `a.${file}`, mimeType: 'application/octet-stream' } }
			: undefined;
		return await runAction(
			resource,
			operation,
			parameters as never,
			[{}],
			account.credentials,
			undefined,
			binary,
		);
	};

	beforeEach(() => {
		account.state.addFollower('oA');
	});

	// As rest arguments: a fifth named one would be jest's callback where a row has only four.
	it.each(BEFORE)('%s is told before any call', async (...row: Case) => {
		const [, of, parameters, message, file] = row;
		const { error } = await run(of, parameters, file).catch((thrown: unknown) => ({
			error: thrown as Error & { description?: string },
		}));
		expect(error?.message).toMatch(message);
		expect(account.calls()).toHaveLength(0);
	});

	it.each(AFTER)('%s is told with what to do', async (_what, of, parameters, message) => {
		const { error } = await run(of, parameters);
		expect(error?.message).toMatch(message);
		expect(error?.description?.length).toBeGreaterThan(20);
	});

	it('the 101st tag and the 21st tag of a follower are told with what to do', async () => {
		for (let id = 101; id < 201; id++) account.state.tags.set(id, { id, name: `标签${id}` });
		expect((await run('tag create', { name: '又一个' })).error?.message).toMatch(/45056/);
		const follower = account.state.followers.get('oA');
		if (follower) follower.tagIds = [...Array(20).keys()].map((number) => 101 + number);
		const { error } = await run('tag tagUsers', { ...byId('150'), openIds: 'oA' });
		expect(error?.message).toMatch(/45059/);
	});

	it('quotas can be reset when no access token can be got any more', async () => {
		const { platform } = account.simulator;
		platform.state.quotas['/cgi-bin/stable_token'] = 0;
		expect((await run('account resetAllQuotas', {})).error?.message).toMatch(/45009/);
		expect((await run('account resetAllQuotas', { withKeys: true })).items[0]?.json).toEqual({
			reset: true,
		});
		expect(JSON.stringify(platform.journal)).not.toContain(platform.state.account.appSecret);
	});

	it('a token that has ended is told apart from a failed check', async () => {
		const check = { openId: 'oA', userGrant: 'user_oB' };
		const { items } = await run('webAuthorization checkToken', check);
		expect(items[0]?.json).toEqual({ openId: 'oA', isValid: false });
	});

	it('statistics that are not ready are told apart from empty ones', async () => {
		const path = '/datacube/getusersummary';
		account.simulator.platform.faults.add({ path, errcode: 61503 });
		const { error } = await run('statistics getFollowers', { figures: 'getusersummary' });
		expect(error?.message).toMatch(/not ready yet/);
		account.simulator.platform.faults.add({ path, body: '{"list":[]}' });
		const empty = await run('statistics getFollowers', { figures: 'getusersummary' });
		expect(empty.error).toBeUndefined();
		expect(empty.items).toEqual([]);
	});

	it('a long span is cut into the windows that WeChat gives', async () => {
		const { items } = await run('statistics getFollowers', span('2026-10-01', '2026-10-20'));
		expect(items).toHaveLength(20);
		const windows = account.calls().map(({ body }) => Object.values(body as object).join('..'));
		expect(windows).toEqual([
			'2026-10-01..2026-10-07',
			'2026-10-08..2026-10-14',
			'2026-10-15..2026-10-20',
		]);
	});

	it('a broadcast that was sent before is not sent again', async () => {
		const parameters = { audience: 'all', messageType: 'text', text: '您好' };
		const first = await run('broadcast send', parameters);
		const second = await run('broadcast send', parameters);
		expect(first.items[0]?.json).toMatchObject({ sentBefore: false });
		expect(second.items[0]?.json).toMatchObject({
			sentBefore: true,
			msgId: first.items[0]?.json.msgId,
		});
		expect(account.state.broadcasts.size).toBe(1);
	});

	it('a menu is published only if it differs, and the old one is kept in the output', async () => {
		const first = menu({ button: [button] });
		expect((await run('menu publishIfChanged', first)).items[0]?.json.changed).toBe(true);
		expect((await run('menu publishIfChanged', first)).items[0]?.json.changed).toBe(false);
		const other = menu({ button: [{ ...button, name: '新' }] });
		const changed = await run('menu publishIfChanged', other);
		expect(changed.items[0]?.json).toMatchObject({
			changed: true,
			previous: { button: [{ name: '键' }] },
		});
	});

	it('a menu as WeChat gives it back can be published again', async () => {
		const group = { name: '组', sub_button: [button] };
		await run('menu create', menu({ button: [button, group] }));
		const { items } = await run('menu get', {});
		expect(items[0]?.json.menu).toMatchObject({ button: [{ sub_button: [] }, {}] });
		const again = await run('menu create', menu(items[0]?.json.menu));
		expect(again.error).toBeUndefined();
		expect(again.items[0]?.json).toMatchObject({ button: [button, group] });
	});

	it('a conditional menu is replaced only if it differs, the new one before the old one goes', async () => {
		account.state.tags.set(101, { id: 101, name: '高价值' });
		account.state.menu = { button: [button] };
		const of = 'menu publishConditionalIfChanged';
		const forTag = { shownTo: 'tag', tag: { mode: 'name', value: '高价值' } };
		const first = { ...menu({ button: [button] }), ...forTag };
		const published = (await run(of, first)).items[0]?.json;
		expect(published).toMatchObject({ changed: true, previous: null });
		expect((await run(of, first)).items[0]?.json).toMatchObject({
			changed: false,
			menuId: published?.menuId,
		});
		const others = { matchrule: { client_platform_type: '2' }, button: [button], menuid: 1 };
		account.state.conditionalMenus.push(others);
		account.simulator.platform.journal = [];
		const second = { ...menu({ button: [{ ...button, name: '新' }] }), ...forTag };
		expect((await run(of, second)).items[0]?.json).toMatchObject({
			changed: true,
			previous: { button: [{ name: '键' }] },
		});
		expect(account.calls().map(({ path }) => path)).toEqual([
			'/cgi-bin/tags/get',
			'/cgi-bin/menu/get',
			'/cgi-bin/menu/addconditional',
			'/cgi-bin/menu/delconditional',
		]);
		expect(account.state.conditionalMenus).toMatchObject([
			{ matchrule: { tag_id: '101' }, button: [{ name: '新' }] },
			others,
		]);
	});

	it('of conditional menus left double by a broken run one stays', async () => {
		account.state.tags.set(101, { id: 101, name: '高价值' });
		account.state.menu = { button: [button] };
		const matchrule = { tag_id: '101' };
		account.state.conditionalMenus.push(
			{ matchrule, button: [{ ...button, name: '新' }], menuid: 2 },
			{ matchrule, button: [button], menuid: 1 },
		);
		const { items } = await run('menu publishConditionalIfChanged', {
			...menu({ button: [{ ...button, name: '新' }] }),
			shownTo: 'tag',
			...byId('101'),
		});
		expect(items[0]?.json).toMatchObject({ changed: false, menuId: '2' });
		expect(account.state.conditionalMenus.map(({ menuid }) => menuid)).toEqual([2]);
	});
});
