import { useAccount } from '../harness/account';
import { runAction } from '../harness/engine';

const INFO = '/cgi-bin/user/info';
const REMARK = '/cgi-bin/user/info/updateremark';

describe('calls when something goes wrong', () => {
	const account = useAccount();
	const read = async () =>
		await runAction('user', 'get', { openId: 'oA' }, [{}], account.credentials);
	const write = async () =>
		await runAction('user', 'setRemark', { openId: 'oA', remark: '甲' }, [{}], account.credentials);
	const fault = (path: string, what: object) =>
		account.simulator.platform.faults.add({ path, ...what });

	beforeEach(() => {
		account.state.addFollower('oA');
	});

	it('repeats a read after two resets, and gives up after the third', async () => {
		fault(INFO, { times: 2, reset: 'before' });
		expect((await read()).items).toHaveLength(1);
		fault(INFO, { times: 3, reset: 'before' });
		expect((await read()).error?.message).toBe(
			'The connection to WeChat broke before the answer came',
		);
	});

	it('does not repeat a write after a reset, and says that the outcome is unknown', async () => {
		fault(REMARK, { reset: 'after' });
		const { error } = await write();
		expect(error?.description).toContain('It is unknown whether the call has taken effect');
		expect(account.calls(REMARK)).toHaveLength(1);
	});

	it('repeats a write that never left', async () => {
		await account.simulator.close();
		const { error } = await write();
		expect(error?.message).toBe('WeChat could not be reached');
		expect(error?.description).toContain('Nothing was sent');
	});

	it('repeats reads and writes while WeChat is busy (-1)', async () => {
		fault(REMARK, { times: 2, errcode: -1 });
		expect((await write()).items).toHaveLength(1);
		expect(account.calls(REMARK)).toHaveLength(3);
		expect(account.state.followers.get('oA')?.remark).toBe('甲');
	});

	it.each([
		[{ body: '' }, 'not JSON'],
		[{ body: '[]' }, 'not JSON'],
		[{ body: '<html>' }, 'not JSON'],
		[{ status: 500, body: '{}' }, 'HTTP 500'],
		[{ status: 404, body: 'nothing here' }, 'HTTP 404'],
	])('explains %j', async (what, message) => {
		fault(REMARK, what);
		expect((await write()).error?.message).toContain(message);
		expect(account.calls(REMARK)).toHaveLength(1);
	});

	it('takes an errcode from an HTTP error too', async () => {
		fault(REMARK, { status: 412, body: '{"errcode":45009,"errmsg":"reach max api daily quota"}' });
		expect((await write()).error?.message).toContain('45009');
	});

	it('sends raw UTF-8: WeChat refuses escapes (40033)', async () => {
		const { error } = await runAction(
			'user',
			'setRemark',
			{ openId: 'oA', remark: '😀é' },
			[{}],
			account.credentials,
		);
		expect(error).toBeUndefined();
	});

	it('keeps the rid for the support', async () => {
		fault(REMARK, { errcode: 48001 });
		const { error } = await write();
		expect(error?.description).toMatch(/rid: [0-9a-f-]{20,}/);
		expect(error?.context?.data).toMatchObject({ errcode: 48001 });
	});

	it('never shows the token or the secret, whatever happens', async () => {
		const shown: string[] = [];
		for (const what of [
			{ reset: 'before', times: 3 },
			{ errcode: 40003 },
			{ errcode: 47001, errmsg: 'bad access_token=ABCDEFGHIJ' },
			{ body: 'access_token=ABCDEFGHIJ', times: 3 },
		]) {
			fault(INFO, what);
			const { error } = await read();
			shown.push(JSON.stringify([error, error?.message, error?.stack, error?.description]));
		}
		const { account: keys, tokens } = account.state;
		for (const secret of ['ABCDEFGHIJ', keys.appSecret, ...tokens.map(({ value }) => value)]) {
			expect(shown.join()).not.toContain(secret);
		}
		expect(shown.every((text) => text.includes('message'))).toBe(true);
	});
});
