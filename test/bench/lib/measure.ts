/** The middle one; NaN of none. */
export const median = (values: readonly number[]): number =>
	[...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const CLIENTS = 8;
const ROUND_MS = 5_000;

/** Messages answered a second, by clients that write one after the other. */
export async function throughput(send: () => Promise<void>): Promise<number> {
	const end = Date.now() + ROUND_MS;
	let count = 0;
	const client = async () => {
		while (Date.now() < end) {
			await send();
			count += 1;
		}
	};
	await Promise.all([...Array(CLIENTS).keys()].map(client));
	return (count * 1_000) / ROUND_MS;
}
