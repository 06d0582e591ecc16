import type { Records } from '../../nodes/shared/records/port';

/** A run that may be killed at any step: from then on nothing of it goes on, as when its process is gone. */
export class MortalRun {
	/** Names of the steps that were reached, in order. */
	readonly steps: string[] = [];
	private die: () => void = () => undefined;
	private readonly death = new Promise<'killed'>((resolve) => {
		this.die = () => {
			resolve('killed');
		};
	});

	/** @param killAt number of the step at which it is killed, from 1; never, when it is absent */
	constructor(private readonly killAt = Number.POSITIVE_INFINITY) {}

	/** A step between two awaits. */
	async step(name: string): Promise<void> {
		this.steps.push(name);
		if (this.steps.length < this.killAt) return;
		this.die();
		await new Promise(() => undefined);
	}

	/** Records in which every call may be the last one, before it is done or after. */
	records(inner: Records): Records {
		const around = async <Value>(name: string, work: () => Promise<Value>): Promise<Value> => {
			await this.step(`before ${name}`);
			const value = await work();
			await this.step(`after ${name}`);
			return value;
		};
		return {
			read: async (table, query) =>
				await around('read', async () => await inner.read(table, query)),
			put: async (table, rows) => {
				await around('put', async () => {
					await inner.put(table, rows);
				});
			},
			add: async (table, rows) => await around('add', async () => await inner.add(table, rows)),
			claim: async (table, where, changes, together) =>
				await around('claim', async () => await inner.claim(table, where, changes, together)),
			remove: async (table, query) => {
				await around('remove', async () => {
					await inner.remove(table, query);
				});
			},
			existing: async (tables) =>
				await around('existing', async () => await inner.existing(tables)),
		};
	}

	/** What the run gives, or that it was killed. */
	async run<Value>(work: () => Promise<Value>): Promise<Value | 'killed'> {
		return await Promise.race([work(), this.death]);
	}
}
