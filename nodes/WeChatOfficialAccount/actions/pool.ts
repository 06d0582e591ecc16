import { sleep } from 'n8n-workflow';

/** Most calls under way at a time. */
const CEILING = 8;
/** Least time between the starts of two calls of one account, in milliseconds: 50 calls a second. */
const SPACING_MS = 20;
/** A line in the log so many items apart. */
export const PROGRESS_EVERY = 1_000;
const MAX_ACCOUNTS = 200;

/** When the next call of an account may start; bounded, oldest out first. In-process: a courtesy. */
const nextStart = new Map<string, number>();

/** Waits until the account may be called again: all runs of this process share the pace. */
async function pace(account: string): Promise<void> {
	const now = Date.now();
	const start = Math.max(now, nextStart.get(account) ?? 0);
	nextStart.delete(account);
	nextStart.set(account, start + SPACING_MS);
	const [oldest] = nextStart.keys();
	if (nextStart.size > MAX_ACCOUNTS && oldest !== undefined) nextStart.delete(oldest);
	if (start > now) await sleep(start - now);
}

/** Groups the positions of equal keys, in the order of their first appearance. */
function lanesOf(keys: string[]): number[][] {
	const lanes = new Map<string, number[]>();
	keys.forEach((key, position) => {
		const lane = lanes.get(key);
		if (lane) lane.push(position);
		else lanes.set(key, [position]);
	});
	return [...lanes.values()];
}

export interface PoolOptions<T> {
	/** Whose pace it is. */
	account: string;
	/** Whether a result ends the run: nothing new is started then. */
	isEnd(result: T): boolean;
	/** Told now and then how many are done. */
	onProgress(done: number): void;
}

/**
 * Runs a call per item, some at a time, at a pace that does not flood WeChat. Items of one key run one
 * after the other, so that two messages to the same person arrive in their order.
 *
 * @param keys one per item, e.g. its OpenID
 * @returns the results by position; undefined for what was not started any more
 */
export async function runPaced<T>(
	keys: string[],
	run: (position: number) => Promise<T>,
	{ account, isEnd, onProgress }: PoolOptions<T>,
): Promise<Array<T | undefined>> {
	const results = new Array<T | undefined>(keys.length).fill(undefined);
	const lanes = lanesOf(keys).values();
	let done = 0;
	let hasEnded = false;
	const work = async () => {
		for (const lane of lanes) {
			for (const position of lane) {
				if (hasEnded) return;
				await pace(account);
				const result = await run(position);
				results[position] = result;
				if (isEnd(result)) hasEnded = true;
				done += 1;
				if (done % PROGRESS_EVERY === 0) onProgress(done);
			}
		}
	};
	await Promise.all(Array.from({ length: CEILING }, work));
	return results;
}
