import type { RowReader } from '../../shared/rows/row';
import { splitList } from '../../shared/text/list';
import type { PreviousState } from './hysteresis';
import { isSegment, SEGMENTS, type Segment } from './segments';

/*
 * Rows of a store of one's own: what their columns hold. Each throws a UserInputError that names row and column
 * when one cannot be read.
 */

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
