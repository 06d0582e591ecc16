import type { PhoneView } from '../../simulator/phone/types';
import { startSimulator, type Simulator } from '../../simulator/server';
import { bodyOf, serve, type TestServer } from '../../harness/server';

const PIXEL = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64');

type Json = Record<string, unknown>;

describe('fault 7.13: the phone of the simulator', () => {
	let simulator: Simulator;
	let server: TestServer;
	/** What the account's server was sent, and what it answers a text with. */
	let pushed: string[];
	let reply: string;

	beforeEach(async () => {
		simulator = await startSimulator();
		pushed = [];
		reply = '';
		server = await serve(async (request, response) => {
			const body = await bodyOf(request);
			pushed.push(body);
			const [from] = /(?<=<FromUserName><!\[CDATA\[)[^\]]+/.exec(body) ?? [];
			const { originalId } = simulator.platform.state.account;
			const echo = new URL(request.url ?? '', 'http://localhost').searchParams.get('echostr');
			response.end(
				echo ??
					(reply &&
						`<xml><ToUserName>${from}</ToUserName><FromUserName>${originalId}</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content><![CDATA[${reply}]]></Content></xml>`),
			);
		});
	});
	afterEach(async () => {
		await simulator.close();
		await server.close();
	});

	const ask = async <T = Json>(name: string, body?: object): Promise<T> => {
		const response = await fetch(`${simulator.url}/__sim/${name}`, {
			method: body ? 'POST' : 'GET',
			body: body && JSON.stringify(body),
		});
		const answer: T = await response.json();
		return answer;
	};
	const state = () => simulator.platform.state;
	const view = async (openId: string) => await ask<PhoneView>(`phone?openId=${openId}`);
	const enter = async () => await ask('enterServer', { url: server.url, mode: 'plain' });

	/** A person who follows the account. */
	const follower = async (name = '小明'): Promise<string> => {
		await enter();
		const { openId } = await ask<{ openId: string }>('addPerson', { name });
		await ask('follow', { openId });
		return openId;
	};

	it('is a page, with a script and a style, that nothing can run in but its own', async () => {
		for (const [path, type] of [
			['/', 'text/html'],
			['/__sim/page/base.css', 'text/css'],
			['/__sim/page/chat.css', 'text/css'],
			['/__sim/page/panes.css', 'text/css'],
			['/__sim/page/phone.js', 'text/javascript'],
		]) {
			const response = await fetch(`${simulator.url}${path}`);
			expect([response.status, response.headers.get('content-type')]).toEqual([
				200,
				`${type}; charset=utf-8`,
			]);
			expect(response.headers.get('content-security-policy')).toContain(
				"default-src 'none'; script-src 'self'; style-src 'self'",
			);
			expect((await response.text()).length).toBeGreaterThan(1_000);
		}
	});

	it('enters the server URL when the server passes the check, and says why it did not', async () => {
		expect(await ask('enterServer', { url: 'ftp://x', mode: 'plain' })).toEqual({
			error: 'The server URL begins with http:// or https://',
		});
		await server.close();
		expect(String((await enter()).error)).toContain('did not pass the check');
		expect(await ask('console')).toMatchObject({ serverUrl: '', mode: 'plain' });
		server = await serve((request, response) => {
			const { searchParams } = new URL(request.url ?? '', 'http://localhost');
			response.end(searchParams.get('echostr'));
		});
		expect(await enter()).toMatchObject({ body: 'verified' });
		expect(await ask('console')).toMatchObject({
			appId: state().account.appId,
			serverUrl: server.url,
		});
	});

	it('says that there is no server URL yet, and keeps nothing under way', async () => {
		const { openId } = await ask<{ openId: string }>('addPerson', { name: '小明' });
		expect(await ask('say', { openId, text: '在吗' })).toEqual({
			error: 'The account has no server URL yet',
		});
		expect((await view(openId)).bubbles).toEqual([]);
	});

	it('finds people by name, and new ones by their OpenID', async () => {
		const openId = await follower();
		expect(openId).toMatch(/^o[\w-]{27}$/);
		await ask('addPerson', { name: '小红' });
		expect(await ask('people?search=%E5%B0%8F%E6%98%8E')).toEqual([
			{ openId, name: '小明', isFollowing: true },
		]);
		expect(await ask<Json[]>(`people?search=${openId}`)).toHaveLength(1);
		expect(await ask<Json[]>('people')).toHaveLength(2);
	});

	it('shows what was written, what came, by which way and after how long', async () => {
		const openId = await follower();
		reply = '您好';
		await ask('say', { openId, text: '在吗' });
		const { account, follower: shown, bubbles } = await view(openId);
		expect(account.hasServer).toBe(true);
		expect(shown).toMatchObject({ name: '小明', isFollowing: true, tags: [] });
		// Three messages for the follow, five for the text.
		expect(shown?.window?.left).toBe(8);
		expect(bubbles.slice(1)).toMatchObject([
			{
				by: 'follower',
				content: { kind: 'text', text: '在吗' },
				outcome: { kind: 'answered', attempts: 1 },
			},
			{ by: 'account', way: 'passive', content: { kind: 'text', text: '您好' } },
		]);
		expect(bubbles[2]?.tookMs).toBeGreaterThanOrEqual(0);
	});

	it('tells when the service is out of order', async () => {
		const openId = await follower();
		reply = ']]><a>';
		await ask('say', { openId, text: '在吗' });
		expect((await view(openId)).bubbles.at(-1)).toMatchObject({
			outcome: { kind: 'outOfOrder', attempts: 1 },
		});
	});

	it('follows by a channel code, and scans one again', async () => {
		await enter();
		const { openId } = await ask<{ openId: string }>('addPerson', {});
		const scene = {
			action_name: 'QR_LIMIT_STR_SCENE',
			action_info: { scene: { scene_str: 'shop' } },
		};
		state().qrCodes.set('ticket_1', scene);
		expect(await ask('codes')).toEqual([{ scene: 'shop', ticket: 'ticket_1' }]);
		await ask('scanCode', { openId, scene: 'shop' });
		await ask('scanCode', { openId, scene: 'shop' });
		expect(pushed.slice(-2).join()).toMatch(
			/subscribe\]\]>[^]*qrscene_shop[^]*SCAN\]\]>[^]*CDATA\[shop\]/,
		);
		expect(pushed.at(-1)).toContain('ticket_1');
		expect((await view(openId)).bubbles.map(({ content }) => content)).toEqual([
			{ kind: 'act', event: 'subscribe', detail: 'shop' },
			{ kind: 'act', event: 'SCAN', detail: 'shop' },
		]);
	});

	it('sends a picture that the account can fetch', async () => {
		const openId = await follower();
		await ask('sendPicture', { openId, contentType: 'image/png', base64: PIXEL });
		const [address = ''] = /http:[^\]]+(?=\]\]><\/PicUrl>)/.exec(pushed.at(-1) ?? '') ?? [];
		const picture = await fetch(address);
		expect(picture.headers.get('content-type')).toBe('image/png');
		expect(picture.headers.get('content-security-policy')).toContain('sandbox');
		expect(Buffer.from(await picture.arrayBuffer()).toString('base64')).toBe(PIXEL);
		const page = { openId, contentType: 'text/html', base64: PIXEL };
		expect(await ask('sendPicture', page)).toEqual({ error: 'This is no picture' });
		expect((await fetch(`${simulator.url}/__sim/media?id=none`)).status).toBe(404);
	});

	it('shows the menu for the tags of the follower, and tells what is tapped', async () => {
		const openId = await follower();
		const click = (name: string) => ({ type: 'click', name, key: name, sub_button: [] });
		const shop = { type: 'view', name: '商城', url: 'https://example.com/', sub_button: [] };
		state().menu = { button: [click('优惠'), { name: '更多', sub_button: [shop] }] };
		const matchrule = { tag_id: '2' };
		state().conditionalMenus.push({ button: [click('会员')], matchrule, menuid: 1 });
		const names = async () => (await view(openId)).menu.map(({ name }) => name);
		expect(await names()).toEqual(['优惠', '更多']);
		await ask('tapMenu', { openId, at: [0] });
		expect(pushed.at(-1)).toMatch(/CLICK[^]*优惠/);
		expect(await ask('tapMenu', { openId, at: [1, 0] })).toEqual({ open: 'https://example.com/' });
		expect(pushed.at(-1)).toMatch(/VIEW[^]*https:\/\/example\.com\//);
		state().followers.get(openId)?.tagIds.push(2);
		expect(await names()).toEqual(['会员']);
		expect((await view(openId)).follower?.tags).toEqual(['星标组']);
		expect(String((await ask('tapMenu', { openId, at: [1, 0] })).error)).toContain('any more');
	});

	it('does what other entries of the menu ask for', async () => {
		const openId = await follower();
		const entry = (type: string) => ({ type, name: type, key: type, sub_button: [] });
		const types = ['scancode_waitmsg', 'pic_weixin', 'location_select'];
		state().menu = { button: types.map(entry) };
		await ask('tapMenu', { openId, at: [0], scanned: 'A1001' });
		expect(pushed.at(-1)).toMatch(/scancode_waitmsg[^]*<ScanResult><!\[CDATA\[A1001/);
		const picture = { contentType: 'image/png', base64: PIXEL };
		await ask('tapMenu', { openId, at: [1], picture });
		expect(pushed.slice(-2).join()).toMatch(/pic_weixin[^]*PicMd5Sum[^]*image\]\]>/);
		await ask('tapMenu', { openId, at: [2] });
		expect(pushed.slice(-2).join()).toMatch(/location_select[^]*Location_X[^]*location\]\]>/);
		state().media.set('m1', { contentType: 'image/png', data: Buffer.from('x') });
		state().menu = { button: [{ type: 'media_id', name: '图', media_id: 'm1' }] };
		await ask('tapMenu', { openId, at: [0] });
		expect((await view(openId)).bubbles.at(-1)).toMatchObject({
			way: 'menu',
			content: { kind: 'picture', source: '/__sim/media?id=m1' },
		});
	});

	it('reads an article as a reader does, and comments on it', async () => {
		const openId = await follower();
		const content = '<h1>新茶</h1><script>alert(1)</script><p>明前 &lt;龙井&gt;</p>';
		const article = { msgDataId: 7, title: '新茶上市', content };
		await ask('seed', { articles: [article] });
		expect(await ask('articles')).toEqual([{ msgDataId: 7, index: 0, title: '新茶上市' }]);
		await ask('comment', { msgDataId: 7, openId, content: '写得真好' });
		await ask('comment', { msgDataId: 7, openId: 'oOther', content: '不公开' });
		const read = await ask<Json>(`article?msgDataId=7&index=0&openId=${openId}`);
		expect(read).toMatchObject({
			title: '新茶上市',
			paragraphs: ['新茶', '明前 <龙井>'],
			comments: [{ name: '小明', content: '写得真好', isOwn: true, isFeatured: false }],
		});
		const url = encodeURIComponent(state().articles[0]?.url ?? '');
		expect(await ask(`article?url=${url}`)).toMatchObject({ title: '新茶上市', comments: [] });
		expect(await ask('article?msgDataId=9')).toEqual({ error: 'There is no such article' });
	});

	it('asks for a notice, and moves the clock of whoever lives by it', async () => {
		const openId = await follower();
		await ask('consent', { openId, templateId: 'N', isAgreed: true });
		expect(state().followers.get(openId)?.consents).toEqual({ N: 1 });
		const ahead: number[] = [];
		simulator.platform.onClockMoved = async (milliseconds) => {
			ahead.push(milliseconds);
		};
		await ask('clock', { advanceMs: 3_600_000 });
		expect(ahead[0]).toBeGreaterThanOrEqual(3_600_000);
	});

	it('shows the calls, and which are about the follower', async () => {
		const openId = await follower();
		const { appId, appSecret } = state().account;
		const keys = `grant_type=client_credential&appid=${appId}&secret=${appSecret}`;
		const token = await fetch(`${simulator.url}/cgi-bin/token?${keys}`);
		const { access_token: accessToken }: Json = await token.json();
		const path = `/cgi-bin/user/info?openid=${openId}&access_token=${String(accessToken)}`;
		await fetch(simulator.url + path);
		const { calls } = await view(openId);
		expect(calls).toMatchObject([
			{ path: '/cgi-bin/user/info', errcode: 0, isAboutFollower: true },
			{ path: '/cgi-bin/token', isAboutFollower: false },
		]);
		expect(JSON.stringify(calls)).not.toContain(String(accessToken));
		expect(JSON.stringify(calls)).not.toContain(appSecret);
	});

	it('tells what is new as it comes', async () => {
		const openId = await follower();
		const response = await fetch(`${simulator.url}/__sim/events?openId=${openId}`);
		const reader = response.body?.getReader();
		let heard = '';
		const hear = async (text: string) => {
			while (!heard.includes(text)) heard += Buffer.from((await reader?.read())?.value ?? []);
		};
		await hear('"subscribe"');
		await ask('say', { openId, text: '新消息' });
		await hear('新消息');
		expect(heard).toMatch(/^retry: 1000\ndata: \{/);
		await reader?.cancel();
	});

	it('plays web authorization for links of the account', async () => {
		const openId = await follower();
		const authorize = async (target: string) =>
			await fetch(
				`${simulator.url}/__sim/authorize?openId=${openId}&state=s&redirect_uri=${encodeURIComponent(target)}`,
				{ redirect: 'manual' },
			);
		const response = await authorize('https://example.com/play?id=1');
		const target = new URL(response.headers.get('location') ?? '');
		expect([response.status, target.searchParams.get('state')]).toEqual([302, 's']);
		expect(state().codes.get(target.searchParams.get('code') ?? '')).toBe(openId);
		expect((await authorize('javascript:alert(1)')).status).toBe(400);
	});

	it('shows messages of every way and type in the words of its template', async () => {
		const openId = await follower();
		await ask('say', { openId, text: '在吗' });
		const { inbox } = state().addFollower('oAll');
		state().templates.push({ id: 'T', title: '发货', content: '订单号：{{a1.DATA}}', example: '' });
		const at = state().clock.now();
		inbox.push(
			{ via: 'template', type: '发货', content: { a1: { value: 'A1' } }, at, templateId: 'T' },
			{
				via: 'customerService',
				type: 'msgmenu',
				content: { head_content: '满意吗', list: [{ id: '1', content: '满意' }] },
				at,
			},
			{ via: 'customerService', type: 'news', content: { articles: [{ title: '新茶' }] }, at },
			{ via: 'customerService', type: 'wxcard', content: { card_id: 'c' }, at },
		);
		expect((await view('oAll')).bubbles.map(({ content }) => content)).toMatchObject([
			{ kind: 'card', title: '发货', rows: [{ label: '订单号', value: 'A1' }] },
			{ kind: 'choices', head: '满意吗', entries: [{ id: '1', content: '满意' }] },
			{ kind: 'articles', articles: [{ title: '新茶' }] },
			{ kind: 'other', type: 'wxcard' },
		]);
	});
});
