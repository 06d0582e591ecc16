import { sleep, type INodeExecutionData } from 'n8n-workflow';

/** Until when a message that was answered is handed over. A crash loses what has waited. */
export const RECORDED_WITHIN_MS = 3_000;

/** So many are handed over at once, so that a run stays small. */
const MOST_TOGETHER = 100;

interface Batch {
	items: INodeExecutionData[];
	handOver: (items: INodeExecutionData[]) => void;
}

/**
 * Messages that have been answered and wait for a run to be recorded by. n8n starts a run for nothing but a
 * request, so the request of the first one stays open on the side of n8n (WeChat has its answer) and takes along
 * what comes meanwhile: one run for many messages.
 */
export class Recordings {
	private readonly batches = new Map<string, Batch>();

	constructor(private readonly wait: (milliseconds: number) => Promise<void> = sleep) {}

	/**
	 * Adds a message.
	 *
	 * @param key of the trigger
	 * @returns all that have come together, for the request that has to start their run; undefined for the others
	 */
	add(key: string, item: INodeExecutionData): Promise<INodeExecutionData[]> | undefined {
		const batch = this.batches.get(key);
		if (!batch) return this.begin(key, item);
		batch.items.push(item);
		if (batch.items.length >= MOST_TOGETHER) this.handOver(key);
		return undefined;
	}

	/** Ends the waiting of a trigger, if there is one. */
	handOver(key: string): void {
		const batch = this.batches.get(key);
		this.batches.delete(key);
		batch?.handOver(batch.items);
	}

	private async begin(key: string, item: INodeExecutionData): Promise<INodeExecutionData[]> {
		return await new Promise((resolve) => {
			const batch = { items: [item], handOver: resolve };
			this.batches.set(key, batch);
			void this.wait(RECORDED_WITHIN_MS).then(() => {
				if (this.batches.get(key) === batch) this.handOver(key);
			});
		});
	}
}
