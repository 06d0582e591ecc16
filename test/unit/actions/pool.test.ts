import { sleep } from 'n8n-workflow';
import { runPaced } from '../../../nodes/WeChatOfficialAccount/actions/pool';

const options = { isEnd: () => false, onProgress: () => undefined };
let account = 0;

describe('runPaced', () => {
	beforeEach(() => {
		account += 1;
	});

	it('keeps the order of one person, and runs others meanwhile', async () => {
		const log: string[] = [];
		const keys = ['a', 'b', 'a', 'c', 'a'];
		const results = await runPaced(
			keys,
			async (position) => {
				log.push(`+${keys[position]}${position}`);
				await sleep(position === 0 ? 80 : 1);
				log.push(`-${keys[position]}${position}`);
				return position;
			},
			{ ...options, account: String(account) },
		);
		expect(results).toEqual([0, 1, 2, 3, 4]);
		expect(log.filter((entry) => entry.includes('a'))).toEqual([
			'+a0',
			'-a0',
			'+a2',
			'-a2',
			'+a4',
			'-a4',
		]);
		expect(log.indexOf('-c3')).toBeLessThan(log.indexOf('-a0'));
	});

	it('has at most eight calls under way and starts at most fifty a second', async () => {
		let running = 0;
		let most = 0;
		const began = Date.now();
		const keys = [...Array(60).keys()].map(String);
		await runPaced(
			keys,
			async () => {
				running += 1;
				most = Math.max(most, running);
				await sleep(300);
				running -= 1;
			},
			{ ...options, account: String(account) },
		);
		expect(most).toBe(8);
		expect(Date.now() - began).toBeGreaterThanOrEqual(59 * 20);
	});

	it('shares the pace among the runs of an account', async () => {
		const starts: number[] = [];
		const run = async () =>
			await runPaced(
				['a', 'b', 'c', 'd', 'e'],
				async () => {
					starts.push(Date.now());
					await Promise.resolve();
				},
				{ ...options, account: String(account) },
			);
		await Promise.all([run(), run()]);
		expect(Math.max(...starts) - Math.min(...starts)).toBeGreaterThanOrEqual(9 * 20 - 15);
	});

	it('starts nothing new after the end, and tells the progress', async () => {
		const results = await runPaced(
			[...Array(40).keys()].map(String),
			async (position) => await Promise.resolve(position),
			{ ...options, account: String(account), isEnd: (position) => position === 3 },
		);
		expect(results.filter((result) => result !== undefined).length).toBeLessThanOrEqual(11);
		expect(results[3]).toBe(3);
		expect(results[39]).toBeUndefined();
	});
});
