import { now } from '../../shared/engagement/fields';
import { rowOperation } from '../../shared/engagement/rowOperation';
import { collection } from '../../shared/operations/fields';
import type { RowReader } from '../../shared/rows/row';
import { migrationOf } from '../engine/migration';
import { segmentOf } from '../engine/readRows';
import { previous, readItems, readKnown, requireRows } from './rows';

/** Segment of each follower in a run; of several rows the latest counts. */
class LatestSegments {
	readonly segments = new Map<string, string>();
	private readonly times = new Map<string, number>();

	put(reader: RowReader): void {
		const openId = reader.text('openId');
		const [segment, at] = [segmentOf(reader, 'segment'), reader.time('at', { fallback: 0 })];
		if ((this.times.get(openId) ?? Number.NEGATIVE_INFINITY) >= at) return;
		this.segments.set(openId, segment);
		this.times.set(openId, at);
	}
}

/** How many moved from which segment to which. */
export const compareRuns = rowOperation({
	option: {
		name: 'Compare Runs',
		value: 'compareRuns',
		action: 'Compare two runs',
		description: 'Count how many moved from which segment to which',
	},
	outputs: ['Moves'],
	fields: { previous, options: collection('Options', 'Add option', { now }) },
	run: ({ ctx, outputs }, values) => {
		const before = new LatestSegments();
		const after = new LatestSegments();
		const items: number[] = [];
		const count = readItems(ctx, outputs, (reader, itemIndex) => {
			after.put(reader);
			items.push(itemIndex);
		});
		requireRows(count, 'segment rows of the later run');
		readKnown(values.previous(ctx), 'Previous Segments', (reader) => before.put(reader));
		const at = new Date(values.options.now ?? Date.now()).toISOString();
		for (const { from, to, count: people, share } of migrationOf(before.segments, after.segments)) {
			const rounded = Math.round(share * 10_000) / 10_000;
			const row = { key: `${from}:${to}`, from, to, count: people, share: rounded, at };
			outputs.add(0, row, items);
		}
	},
});
