import type { Json } from '../../simulator/check';
import { commands } from '../../simulator/control';
import { push, type PushResult } from '../../simulator/push';
import { bodyOf, serve, type TestServer } from '../../harness/server';
import { Caller } from './call';

const MINUTE = 60_000;
const TYPING = '/cgi-bin/message/custom/typing';
const SEND = '/cgi-bin/message/custom/send';

describe('fault 5: conversations', () => {
	let api: Caller;
	let server: TestServer;
	/** Type of what the account's server answers with. */
	let reply: string;
	let content: string;
	const pushed: string[] = [];

	beforeEach(async () => {
		api = new Caller({ followers: [{ openId: 'oA' }] });
		reply = '';
		content = '';
		pushed.splice(0);
		const { originalId } = api.state.account;
		server = await serve(async (request, response) => {
			const body = await bodyOf(request);
			pushed.push(/<(?:Event|Content)><!\[CDATA\[(.*?)\]\]>/.exec(body)?.[1] ?? '');
			response.end(
				reply &&
					`<xml><ToUserName>oA</ToUserName><FromUserName>${originalId}</FromUserName><CreateTime>1</CreateTime><MsgType>${reply}</MsgType>${content}</xml>`,
			);
		});
		api.state.callback.url = server.url;
	});
	afterEach(async () => await server.close());

	const say = async (text: string, more: Json = {}): Promise<PushResult> =>
		await push(api.state, { FromUserName: 'oA', MsgType: 'text', Content: text, ...more });
	const later = (milliseconds: number) => api.state.clock.advance(milliseconds);
	const send = async () =>
		await api.code(SEND, { touser: 'oA', msgtype: 'text', text: { content: '您好' } });
	const type = async (command = 'Typing') => await api.code(TYPING, { touser: 'oA', command });

	it('fault 5: a tap on a menu message opens three messages for a minute', async () => {
		await commands.tap?.(api.platform, { openId: 'oA', id: '101', text: '满意' } as never);
		expect(pushed).toEqual(['满意']);
		expect([await send(), await send(), await send(), await send()]).toEqual([0, 0, 0, 45047]);
		later(MINUTE + 1_000);
		expect(await send()).toBe(45015);
		await say('你好');
		later(MINUTE + 1_000);
		expect(await send()).toBe(0);
	});

	it('correction 14: a payment opens 48 hours for a service account', async () => {
		await commands.pay?.(api.platform, { openId: 'oA' } as never);
		later(47 * 60 * MINUTE);
		for (let number = 0; number < 20; number++) expect(await send()).toBe(0);
		later(2 * 60 * MINUTE);
		expect(await send()).toBe(45015);
	});

	it('fault 5: typing needs a message within 30 seconds (45080) and is shown once (45081)', async () => {
		expect(await type()).toBe(45080);
		await say('你好');
		expect([await type(), await type()]).toEqual([0, 45081]);
		expect([await type('CancelTyping'), await type()]).toEqual([0, 0]);
		// A message ends it, and so do fifteen seconds.
		expect([await send(), await type()]).toEqual([0, 0]);
		later(16_000);
		expect(await type()).toBe(0);
		later(31_000);
		expect(await type()).toBe(45080);
		expect(await type('Dance')).toBe(45072);
	});

	it('fault 5: a reply with a file that the account does not have is out of order', async () => {
		reply = 'image';
		content = '<Image><MediaId>m1</MediaId></Image>';
		expect((await say('图')).reading).toEqual({ kind: 'invalid', reason: 'MediaId' });
		api.addPicture('m1');
		expect((await say('图')).reading).toMatchObject({ kind: 'reply', type: 'image' });
		const follower = api.state.followers.get('oA');
		expect([follower?.apologies, follower?.inbox.length]).toEqual([1, 1]);
	});

	describe('with customer service', () => {
		beforeEach(() => {
			api.state.kfAccounts.set('anna@gh1', { nickname: '安娜', isOnline: true });
			reply = 'transfer_customer_service';
		});

		it('correction 7: only a message of a user can be handed over, not an event', async () => {
			const event = { FromUserName: 'oA', MsgType: 'event', Event: 'CLICK', EventKey: 'K' };
			expect((await push(api.state, event)).reading).toMatchObject({ kind: 'invalid' });
			expect(api.state.sessions.size).toBe(0);
			expect((await say('人工')).reading).toMatchObject({ kind: 'handedOver' });
			expect(api.state.sessions.get('oA')?.account).toBe('anna@gh1');
			expect(pushed).toEqual(['CLICK', '人工', 'kf_create_session']);
		});

		it('correction 7: while the conversation is open nothing is pushed', async () => {
			await say('人工');
			pushed.splice(0);
			expect(await say('在吗')).toEqual({
				deliveries: [],
				reading: { kind: 'toCustomerService', account: 'anna@gh1' },
			});
			commands.staff?.(api.platform, { openId: 'oA', text: '在的' } as never);
			expect(api.state.chatRecords).toMatchObject([
				{ text: '在吗', opercode: 2003, worker: 'anna@gh1' },
				{ text: '在的', opercode: 2002 },
			]);
			await commands.closeSession?.(api.platform, { openId: 'oA' } as never);
			reply = '';
			await say('谢谢');
			expect(pushed).toEqual(['kf_close_session', '谢谢']);
		});

		it('correction 7: after half an hour without a word messages are pushed again', async () => {
			await say('人工');
			later(29 * MINUTE);
			await say('还在吗');
			later(29 * MINUTE);
			expect((await say('？')).reading.kind).toBe('toCustomerService');
			later(30 * MINUTE);
			reply = '';
			expect((await say('算了')).reading.kind).toBe('acknowledged');
		});

		it('fault 5: while nobody is online the follower waits, and messages are pushed', async () => {
			api.state.kfAccounts.set('anna@gh1', { nickname: '安娜', isOnline: false });
			await say('人工');
			await say('有人吗');
			expect(pushed).toEqual(['人工', '有人吗']);
			const waiting = await api.call('/customservice/kfsession/getwaitcase');
			expect(waiting).toMatchObject({ count: 1, waitcaselist: [{ openid: 'oA' }] });
			api.state.kfAccounts.set('anna@gh1', { nickname: '安娜', isOnline: true });
			const session = { kf_account: 'anna@gh1', openid: 'oA' };
			expect(await api.code('/customservice/kfsession/create', session)).toBe(0);
			await api.platform.settled();
			expect(pushed.at(-1)).toBe('kf_create_session');
			expect((await say('太好了')).reading.kind).toBe('toCustomerService');
		});
	});

	it("correction 9: a hand-over to WeChat's own AI answers, of messages, where the account has them", async () => {
		reply = 'transfer_biz_ai_ivr';
		expect((await say('推荐一款茶')).reading).toEqual({ kind: 'handedToAi' });
		const event = { FromUserName: 'oA', MsgType: 'event', Event: 'subscribe', EventKey: '' };
		expect((await push(api.state, event)).reading.kind).toBe('invalid');
		api.state.account.hasAiReply = false;
		expect((await say('推荐一款茶')).reading.kind).toBe('invalid');
	});
});
