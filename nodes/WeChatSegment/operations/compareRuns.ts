import type { IExecuteFunctions } from 'n8n-workflow';
import { nowOf } from '../../shared/engagement/fields';
import type { Outputs } from '../../shared/engagement/outputs';
import type { RowReader } from '../../shared/rows/row';
import { migrationOf } from '../engine/migration';
import { readItems, readKnown, requireRows, segmentOf } from '../rows';

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

/** *Compare Runs*: how many moved from which segment to which. */
export function compareRuns(ctx: IExecuteFunctions, outputs: Outputs): void {
	const before = new LatestSegments();
	const after = new LatestSegments();
	const items: number[] = [];
	const count = readItems(ctx, outputs, (reader, itemIndex) => {
		after.put(reader);
		items.push(itemIndex);
	});
	requireRows(count, 'segment rows of the later run');
	readKnown(ctx, 'previous', 'Previous Segments', (reader) => before.put(reader));
	const at = new Date(nowOf(ctx, 0)).toISOString();
	for (const { from, to, count: people, share } of migrationOf(before.segments, after.segments)) {
		outputs.add(
			0,
			{
				key: `${from}:${to}`,
				from,
				to,
				count: people,
				share: Math.round(share * 10_000) / 10_000,
				at,
			},
			items,
		);
	}
}
