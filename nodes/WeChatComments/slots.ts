import type { Records } from '../shared/records/port';
import type { RowOf } from '../shared/records/table';
import { featureSlots } from '../shared/records/tables/featureSlots';

type Slot = RowOf<typeof featureSlots>;

/** Places of a day or of an article: so many rows, each claimed by one comment. */
export class Slots {
	private rows?: Slot[];

	constructor(
		private readonly records: Records,
		/** The day or the article. */
		private readonly scope: string,
		private readonly count: number,
	) {}

	/** Whether a comment has a place now; one that had it before keeps it. */
	async take(commentKey: string, now: number): Promise<boolean> {
		for (let tries = 0; tries <= 2 * this.count; tries++) {
			const rows = await this.all();
			if (rows.some((row) => row.commentKey === commentKey)) return true;
			const free = rows.find((row) => row.commentKey === '');
			if (!free) return false;
			await this.records.claim(
				featureSlots,
				{ key: free.key, commentKey: '' },
				{ commentKey, takenAt: now },
			);
			// Read again: while several runs make the rows of a day, a claim may hit one that is about to fold away.
			this.rows = await this.read();
		}
		return false;
	}

	/** Gives a place back that was not used. */
	async free(commentKey: string): Promise<void> {
		await this.records.claim(
			featureSlots,
			{ scope: this.scope, commentKey },
			{ commentKey: '', takenAt: null },
		);
		for (const row of this.rows ?? []) if (row.commentKey === commentKey) row.commentKey = '';
	}

	private async all(): Promise<Slot[]> {
		this.rows ??= await this.read();
		const { scope, count, records } = this;
		if (this.rows.length >= count) return this.rows;
		const wanted = Array.from({ length: count }, (_, n) => ({
			key: `slot:${scope}:${n + 1}`,
			scope,
		}));
		this.rows = (await records.add(featureSlots, wanted)).map(({ row }) => row);
		return this.rows;
	}

	/** The places of this scope. Where fewer are wanted than there were, the others do not count. */
	private async read(): Promise<Slot[]> {
		const { scope, count, records } = this;
		return (await records.read(featureSlots, { where: { scope } })).slice(0, count);
	}
}
