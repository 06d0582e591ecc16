import { useAccount } from '../harness/account';
import { runAction } from '../harness/engine';

const LIST = '/customservice/msgrecord/getmsglist';

describe('fault 2.5: chat records', () => {
	const account = useAccount();
	const windows = async (from: string, to: string) => {
		const parameters = { from, to, returnAll: true };
		const { error } = await runAction(
			'customerService',
			'getChatRecords',
			parameters,
			[{}],
			account.credentials,
		);
		expect(error).toBeUndefined();
		return account.calls(LIST).map(({ body }) => body);
	};
	const seconds = (iso: string) => Date.parse(iso) / 1_000;

	it.each([
		['2026-11-24T09:00:00', '2026-11-24T18:00:00'],
		['2026-11-24 09:00:00', '2026-11-24 18:00:00'],
		['2026-11-24T01:00:00.000Z', '2026-11-24T18:00:00+08:00'],
	])('of %s to %s are those of Shanghai', async (from, to) => {
		expect(await windows(from, to)).toMatchObject([
			{
				starttime: seconds('2026-11-24T09:00:00+08:00'),
				endtime: seconds('2026-11-24T18:00:00+08:00'),
			},
		]);
	});
});
