import { useAccount } from '../harness/account';
import { runAction } from '../harness/engine';

const SUBMIT = '/cgi-bin/freepublish/submit';
const STATUS = '/cgi-bin/freepublish/get';

describe('fault 2.4: a draft is submitted and its status cannot be read', () => {
	const account = useAccount();

	it.each([
		[{ errcode: 45009 }, /45009/],
		[{ errcode: 40002 }, /40002/],
		[{ reset: 'before' as const, times: 3 }, /connection to WeChat broke/],
		[{ body: '<html>', times: 3 }, /not JSON/],
	])('%j keeps the ID and says what to do', async (fault, reason) => {
		const body = '{"errcode":0,"publish_id":"100000001","msg_data_id":2247490098}';
		account.simulator.platform.faults.add({ path: SUBMIT, body });
		account.simulator.platform.faults.add({ path: STATUS, ...fault });
		const { items, error } = await runAction(
			'publish',
			'submit',
			{ mediaId: { mode: 'id', value: 'draft1' }, wait: true },
			[{}],
			account.credentials,
		);
		expect(error).toBeUndefined();
		expect(items[0]?.json).toEqual({
			publishId: '100000001',
			msgDataId: '2247490098',
			status: 'unknown',
			statusError: expect.stringMatching(reason) as string,
			nextStep: expect.stringContaining('do not submit it again') as string,
		});
		expect(account.calls(SUBMIT)).toHaveLength(1);
	});
});
