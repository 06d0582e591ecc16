import { sleep } from 'n8n-workflow';
import { keysFor, runAction, testCredentials } from '../harness/engine';
import { useAccount } from '../harness/account';
import { loadPackage } from '../harness/nodeTypes';

const RENEWAL = '/cgi-bin/stable_token';
const INFO = '/cgi-bin/user/info';

describe('the access token', () => {
	const account = useAccount();
	const getUser = async (credentials = account.credentials) =>
		await runAction('user', 'get', { openId: 'oA' }, [{}], credentials);

	beforeEach(() => {
		account.state.addFollower('oA');
	});

	it('is got once, stored for everybody, and used until it ends', async () => {
		await getUser();
		await getUser();
		expect(account.calls(RENEWAL)).toHaveLength(1);
		expect(account.credentials.stored.accessToken).toBe(account.state.tokens[0]?.value);
		expect(Number(account.credentials.stored.tokenExpiresAt)).toBeGreaterThan(Date.now());
	});

	it('is got once for calls that begin together', async () => {
		const results = await Promise.all([...Array(20).keys()].map(async () => await getUser()));
		expect(results.every(({ items }) => items.length === 1)).toBe(true);
		expect(account.calls(RENEWAL)).toHaveLength(1);
	});

	it('is renewed when it is about to end', async () => {
		await getUser();
		account.credentials.stored.tokenExpiresAt = String(Date.now() - 1);
		account.state.clock.advance(7_000_000);
		await sleep(5_100);
		expect((await getUser()).items).toHaveLength(1);
		expect(account.calls(RENEWAL)).toHaveLength(2);
		expect(account.state.tokens).toHaveLength(2);
	});

	it.each([40001, 40014, 42001, 42007])('is asked for again after %i, once', async (errcode) => {
		await getUser();
		account.simulator.platform.faults.add({ path: INFO, errcode });
		expect((await getUser()).items).toHaveLength(1);
		// The platform has just confirmed the same token, so the documented last step follows.
		expect(account.state.tokens).toHaveLength(2);
		expect(account.state.tokens[0]?.isRevoked).toBe(true);
	});

	it('is forced at most once in 30 seconds, then the person is told', async () => {
		await getUser();
		account.simulator.platform.faults.add({ path: INFO, times: 10, errcode: 40001 });
		const first = await getUser();
		expect(first.error?.message).toContain('40001');
		const second = await getUser();
		expect(second.error).toBeDefined();
		// Two tokens: the first, and the one that was forced.
		expect(account.state.tokens).toHaveLength(2);
	});

	it('is taken over when another worker has renewed it already', async () => {
		await getUser();
		const [old] = account.state.tokens;
		if (old) Object.assign(old, { isRevoked: true, expiresAt: 0 });
		const others = await testCredentials(keysFor(account.simulator.url, account.state.account));
		others.stored.appSecret = account.state.account.appSecret;
		await sleep(5_100);
		await getUser(others);
		Object.assign(account.credentials.stored, {
			accessToken: others.stored.accessToken,
			tokenExpiresAt: others.stored.tokenExpiresAt,
		});
		const before = account.calls(RENEWAL).length;
		expect((await getUser()).items).toHaveLength(1);
		expect(account.calls(RENEWAL)).toHaveLength(before);
	});

	it('is never used with other keys than those it was got with', async () => {
		await getUser();
		account.credentials.stored.appSecret = 'f'.repeat(32);
		const result = await getUser();
		expect(result.error?.message).toBe('The AppSecret is not valid (WeChat error 40125)');
		expect(account.calls(INFO)).toHaveLength(1);
	});

	it('explains wrong keys and a missing whitelist entry, each in its own words', async () => {
		account.state.account.isWhitelisted = false;
		expect((await getUser()).error?.message).toContain('whitelist: 203.0.113.9');
		account.credentials.stored.appId = 'wx00000000000000';
		expect((await getUser()).error?.message).toBe('The AppID is not valid (WeChat error 40013)');
	});

	it('says so when no token comes back', async () => {
		const { faults } = account.simulator.platform;
		faults.add({ path: RENEWAL, times: 3, body: '{"expires_in":7200}' });
		expect((await getUser()).error?.message).toContain('without an access token');
	});

	it('survives a busy platform while it is got', async () => {
		account.simulator.platform.faults.add({ path: RENEWAL, errcode: -1 });
		expect((await getUser()).items).toHaveLength(1);
	});

	it('goes to WeChat and to the configured host only', async () => {
		await getUser();
		const { authenticate } = (await loadPackage()).credentialType('weChatOfficialAccountApi');
		if (typeof authenticate !== 'function') throw new Error('authenticate is no function');
		const stored = account.credentials.stored;
		const call = async (url: string) => await authenticate(stored, { url, qs: {} });
		await expect(call(`${account.simulator.url}/x`)).resolves.toMatchObject({
			qs: { access_token: stored.accessToken },
		});
		await expect(call('https://sh.api.weixin.qq.com/x')).resolves.toBeDefined();
		for (const url of [
			'https://example.com/',
			'http://api.weixin.qq.com/x',
			'https://weixin.qq.com.example.com/',
			'https://evilweixin.qq.com/',
			'http://127.0.0.1:1/',
		]) {
			await expect(call(url)).rejects.toThrow('only sent to the WeChat API');
		}
	});
});
