import { sleep } from 'n8n-workflow';
import { runPaced } from '../../../nodes/WeChatOfficialAccount/actions/pool';

const options = { isEnd: () => false, onProgress: () => undefined };
const names = (count: number) => [...Array(count).keys()].map(String);
let account = 0;

describe('runPaced', () => {
	beforeEach(() => {
		account += 1;
		jest.useFakeTimers();
	});

	afterEach(() => {
		jest.useRealTimers();
	});

	/** Lets the time pass until the work is done. */
	const passing = async <T>(work: Promise<T>): Promise<T> => {
		let isDone = false;
		void work.finally(() => {
			isDone = true;
		});
		while (!isDone) await jest.advanceTimersByTimeAsync(1_000);
		return await work;
	};

	it('keeps the order of one person, and runs others meanwhile', async () => {
		const log: string[] = [];
		const keys = ['a', 'b', 'a', 'c', 'a'];
		const run = async (position: number) => {
			log.push(`+${keys[position]}${position}`);
			await sleep(position === 0 ? 500 : 1);
			log.push(`-${keys[position]}${position}`);
			return position;
		};
		const results = await passing(runPaced(keys, run, { ...options, account: String(account) }));
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

	it('takes 10,000 items, eight at a time and fifty a second, and tells the progress', async () => {
		let running = 0;
		let most = 0;
		const starts: number[] = [];
		const progress: number[] = [];
		const run = async (position: number) => {
			starts.push(Date.now());
			running += 1;
			most = Math.max(most, running);
			await sleep(300);
			running -= 1;
			return position;
		};
		const results = await passing(
			runPaced(names(10_000), run, {
				...options,
				account: String(account),
				onProgress: (done) => progress.push(done),
			}),
		);
		expect(results).toEqual([...Array(10_000).keys()]);
		expect(most).toBe(8);
		expect(starts.slice(50).every((start, at) => start - (starts[at] ?? 0) >= 1_000)).toBe(true);
		expect(progress).toEqual([...Array(10).keys()].map((thousand) => (thousand + 1) * 1_000));
	});

	it('shares the pace among the runs of an account', async () => {
		const starts: number[] = [];
		const run = async () =>
			await runPaced(
				names(5),
				async () => {
					starts.push(Date.now());
					await Promise.resolve();
				},
				{ ...options, account: String(account) },
			);
		await passing(Promise.all([run(), run()]));
		expect(Math.max(...starts) - Math.min(...starts)).toBe(9 * 20);
	});

	it('starts nothing new after the end', async () => {
		const results = await passing(
			runPaced(names(40), async (position) => await Promise.resolve(position), {
				...options,
				account: String(account),
				isEnd: (position) => position === 3,
			}),
		);
		expect(results.filter((result) => result !== undefined).length).toBeLessThanOrEqual(11);
		expect(results[3]).toBe(3);
		expect(results[39]).toBeUndefined();
	});
});
