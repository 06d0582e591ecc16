import { Caller } from './call';

const TAG = '/cgi-bin/tags/create';

describe('fault 5: codes and parameters', () => {
	let api: Caller;

	beforeEach(() => {
		api = new Caller({ followers: [{ openId: 'oA' }] });
	});

	it('correction 19: unknown fields and parameters are ignored, unless a test asks for strictness', async () => {
		const given = { tag: { name: '甲', colour: 'red' }, more: 1 };
		expect(await api.code(TAG, given)).toBe(0);
		expect(await api.code('/cgi-bin/tags/get', undefined, { lang: 'zh_CN' })).toBe(0);
		api.state.settings.isStrict = true;
		expect(await api.code(TAG, { ...given, tag: { name: '乙' } })).toBe(40097);
		expect(await api.code(TAG, { tag: { name: '乙', colour: 'red' } })).toBe(40097);
		expect(await api.code('/cgi-bin/tags/get', undefined, { lang: 'zh_CN' })).toBe(40097);
		expect(await api.code(TAG, { tag: { name: '乙' } })).toBe(0);
	});

	it('fault 5: missing fields and wrong types are refused in any case', async () => {
		expect(await api.code(TAG, { tag: {} })).toBe(40097);
		expect(await api.code(TAG, { tag: { name: 1 } })).toBe(47001);
		const draft = { articles: [{ title: 1, content: '文' }] };
		expect(await api.code('/cgi-bin/draft/add', draft)).toBe(47001);
	});

	it('correction 19: getblacklist needs no begin_openid', async () => {
		api.state.blocked.add('oA');
		const list = await api.call('/cgi-bin/tags/members/getblacklist', {});
		expect(list).toMatchObject({ total: 1, data: { openid: ['oA'] } });
	});

	it('fault 5: an upload without a file is 41005, with an empty one 44001', async () => {
		const upload = async (path: string, name?: string, data?: string) =>
			(await api.upload(path, { type: 'image' }, name, data)).errcode;
		for (const path of ['media/upload', 'media/uploadimg', 'material/add_material']) {
			expect(await upload(`/cgi-bin/${path}`)).toBe(41005);
			expect(await upload(`/cgi-bin/${path}`, 'picture')).toBe(41005);
			expect(await upload(`/cgi-bin/${path}`, 'media', '')).toBe(44001);
			expect(await upload(`/cgi-bin/${path}`, 'media')).toBeUndefined();
		}
	});

	it('fault 5: a token call without grant_type is 40002, without keys 41002 and 41004', async () => {
		const { appId: appid, appSecret: secret } = api.state.account;
		const grant_type = 'client_credential';
		const path = '/cgi-bin/token';
		expect((await api.send(path, undefined, { appid, secret })).errcode).toBe(40002);
		expect((await api.send(path, undefined, { grant_type, secret })).errcode).toBe(41002);
		expect((await api.send(path, undefined, { grant_type, appid })).errcode).toBe(41004);
		expect(await api.send(path, undefined, { grant_type, appid, secret })).toHaveProperty(
			'access_token',
		);
		expect((await api.send('/cgi-bin/stable_token', { appid, secret })).errcode).toBe(40002);
	});

	it('correction 4: an unknown publication is 40002, too', async () => {
		expect(await api.code('/cgi-bin/freepublish/get', { publish_id: 'none' })).toBe(40002);
	});

	it('correction 8: any account gets the JS-SDK ticket, a verified one its voices', async () => {
		api.state.account.isVerified = false;
		const ticket = await api.call('/cgi-bin/ticket/getticket', undefined, { type: 'jsapi' });
		expect(ticket).toHaveProperty('ticket');
		const voice = await api.code('/cgi-bin/media/get/jssdk', undefined, { media_id: 'x' });
		expect(voice).toBe(48001);
		expect(await api.code('/cgi-bin/media/get', undefined, { media_id: 'x' })).toBe(40007);
	});

	it('fault 5: temporary media are there for three days (40007)', async () => {
		const { media_id } = await api.upload('/cgi-bin/media/upload', { type: 'image' }, 'media');
		const follower = api.state.followers.get('oA');
		const image = { media_id };
		const send = async () => {
			if (follower) api.state.allow(follower, 1, 60_000);
			const body = { touser: 'oA', msgtype: 'image', image };
			return await api.code('/cgi-bin/message/custom/send', body);
		};
		api.state.clock.advance(3 * 86_400_000 - 60_000);
		expect(await send()).toBe(0);
		api.state.clock.advance(60_000);
		expect(await send()).toBe(40007);
		const get = { media_id: String(media_id) };
		expect(await api.code('/cgi-bin/media/get', undefined, get)).toBe(40007);
	});

	it('fault 5: messages show only what the account has', async () => {
		const follower = api.state.followers.get('oA');
		if (follower) api.state.allow(follower, 5, 60_000);
		const send = async (msgtype: string, content: object) =>
			await api.code('/cgi-bin/message/custom/send', { touser: 'oA', msgtype, [msgtype]: content });
		expect(await send('image', { media_id: 'none' })).toBe(40007);
		expect(await send('mpnewsarticle', { article_id: 'none' })).toBe(53600);
		api.addPicture('cover');
		expect(await send('image', { media_id: 'cover' })).toBe(0);
	});
});
