/** The middle one; NaN of none. */
export const median = (values: readonly number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const CLIENTS = 8;
const ROUND_MS = 5_000;

/** The value that a share of all values does not exceed; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** What clients that write one after the other have seen: milliseconds from each message to its answer. */
export async function latencies(send: () => Promise<void>): Promise<number[]> {
	const end = Date.now() + ROUND_MS;
	const taken: number[] = [];
	const client = async () => {
		while (Date.now() < end) {
			const startedAt = performance.now();
			await send();
			taken.push(performance.now() - startedAt);
		}
	};
	await Promise.all([...Array(CLIENTS).keys()].map(client));
	return taken;
}

/** Answers a second of a round. */
export const rateOf = (taken: readonly number[]): number => (taken.length * 1_000) / ROUND_MS;

/** Messages answered a second, by clients that write one after the other. */
export const throughput = async (send: () => Promise<void>): Promise<number> =>
	rateOf(await latencies(send));
