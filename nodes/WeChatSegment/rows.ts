import type { IExecuteFunctions } from 'n8n-workflow';
import { forEachItem, type Outputs } from '../shared/engagement/outputs';
import { knownRows } from '../shared/engagement/rows';
import { UserInputError } from '../shared/inputError';
import { RowReader, type Row } from '../shared/rows/row';
import { splitList } from '../shared/text/list';
import type { AudienceInteraction } from './engine/audience';
import type { PreviousState } from './engine/hysteresis';
import { isSegment, SEGMENTS, type Segment } from './engine/segments';

/**
 * Reads the items of the first input. An empty item, which stands for an empty table, is no row.
 *
 * @param read may throw: then the run ends, or the item becomes an error item (Continue On Fail)
 * @returns how many rows were read
 */
export function readItems(
	ctx: IExecuteFunctions,
	outputs: Outputs,
	read: (reader: RowReader, itemIndex: number) => void,
): number {
	const items = ctx.getInputData();
	let count = 0;
	forEachItem(ctx, outputs, (itemIndex) => {
		const row: Row = items[itemIndex].json;
		if (Object.keys(row).length === 0) return;
		count += 1;
		read(new RowReader(row, `Item ${itemIndex + 1}`), itemIndex);
	});
	return count;
}

/** Reads the rows of the second input, or of the JSON field that takes its place. */
export function readKnown(
	ctx: IExecuteFunctions,
	name: string,
	label: string,
	read: (reader: RowReader) => void,
): void {
	knownRows(ctx, name, label).forEach((row, index) => {
		read(new RowReader(row, `${label}, row ${index + 1}`));
	});
}

/** @throws UserInputError when there was nothing to work on */
export function requireRows(count: number, what: string): void {
	if (count > 0) return;
	throw new UserInputError(
		`The first input has no rows: ${what} are missing`,
		'Check the node before this one: its table is empty, or its filter matches nothing.',
	);
}

/** A segment by its name. */
export function segmentOf(reader: RowReader, column: string): Segment {
	const text = reader.text(column);
	if (isSegment(text)) return text;
	throw reader.error(column, `is no segment: "${text}"`, `Use one of ${SEGMENTS.join(', ')}.`);
}

/** What the last run stored; see the columns of *Rows to Store*. */
export function previousOf(reader: RowReader): PreviousState {
	return {
		segment: segmentOf(reader, 'segment'),
		pending: reader.has('pending') ? segmentOf(reader, 'pending') : '',
		pendingRuns: reader.number('pendingRuns', { fallback: 0, min: 0, integer: true }),
		at: reader.time('at'),
	};
}

/** A list in a cell: text with commas, or a real list. */
export function listOf(reader: RowReader, column: string): string[] {
	const value = reader.row[column];
	if (Array.isArray(value)) return value.map(String);
	return splitList(reader.text(column, ''));
}

/** An interaction row, for reachability and caps. */
export function interactionOf(reader: RowReader): AudienceInteraction {
	return {
		kind: reader.text('kind'),
		at: reader.time('at'),
		bizmsgmenuid: reader.text('bizmsgmenuid', ''),
		accepted: listOf(reader, 'accepted'),
		templateId: reader.text('templateId', ''),
		auto: reader.flag('auto', false),
	};
}
