import { createHash } from 'node:crypto';
import { useAccount } from '../harness/account';
import { keysFor, runAction, testCredentials } from '../harness/engine';

const TICKET = '/cgi-bin/ticket/getticket';
const PAGE = 'https://a.cn/春节?x=1&amp;y=好 的#top';
const SIGNED = 'https://a.cn/%E6%98%A5%E8%8A%82?x=1&y=%E5%A5%BD%20%E7%9A%84';

describe('fault 2.11: pages are signed as the browser has them', () => {
	const account = useAccount();
	let secret = 0;
	// Tickets are kept by process: every test is an account of its own.
	beforeEach(async () => {
		const { platform, url } = account.simulator;
		const appSecret = `${platform.state.account.appSecret}${++secret}`;
		platform.state.account.appSecret = appSecret;
		account.credentials = await testCredentials(keysFor(url, platform.state.account));
	});
	afterEach(() => jest.restoreAllMocks());

	const sign = async (parameters: object = {}, items = [{}]) =>
		await runAction(
			'jsSdk',
			'signUrl',
			{ url: PAGE, ...parameters } as never,
			items,
			account.credentials,
		);

	it('signs the address of the browser', async () => {
		const { items } = await sign();
		const { url, timestamp, nonceStr, signature } = items[0]?.json ?? {};
		expect(url).toBe(SIGNED);
		const text = `jsapi_ticket=jsapi_ticket_1&noncestr=${String(nonceStr)}&timestamp=${String(timestamp)}&url=${SIGNED}`;
		expect(signature).toBe(createHash('sha1').update(text).digest('hex'));
	});

	it('asks once for many items, and again after two hours', async () => {
		await sign({}, [{}, {}, {}]);
		await sign();
		expect(account.calls(TICKET)).toHaveLength(1);
		const now = Date.now();
		jest.spyOn(Date, 'now').mockImplementation(() => now + 6_901_000);
		await sign();
		expect(account.calls(TICKET)).toHaveLength(2);
	});

	it('asks again when it is told to', async () => {
		await sign();
		await sign({ renewTicket: true });
		await sign();
		expect(account.calls(TICKET)).toHaveLength(2);
	});

	it('asks again after a failure', async () => {
		account.simulator.platform.faults.add({ path: TICKET, errcode: 48001, times: 1 });
		expect((await sign()).error?.message).toContain('48001');
		expect((await sign()).error).toBeUndefined();
	});

	it('keeps tickets of accounts apart by more than the AppID', async () => {
		await sign();
		account.state.account.appSecret += 'x';
		account.credentials = await testCredentials(
			keysFor(account.simulator.url, account.state.account),
		);
		await sign();
		expect(account.calls(TICKET)).toHaveLength(2);
	});
});
