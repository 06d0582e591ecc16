import { cutText } from '../../shared/text/longest';
import type { RowReader } from '../../shared/rows/row';
import { dayOf } from '../../shared/calendar/days';
import { byText } from './order';

/** The segment of a person as of a day. */
export interface SegmentStep {
	openId: string;
	day: number;
	segment: string;
}

/** Worst to best; the words of the segment node and those people write in sheets. */
const RANKS = new Map(
	[
		['lost', '流失'],
		['dormant', '沉默'],
		['potential', '潜在'],
		['highValue', '高价值'],
	].flatMap((names, rank) => names.map((name): [string, number] => [name, rank])),
);

/** Columns that may say when somebody was in a segment, the first filled one counts. */
export const STEP_TIMES = ['at', 'date', 'day'];

/** Reads a row of the segment history. */
export function readStep(row: RowReader): SegmentStep {
	const column = STEP_TIMES.find((name) => row.has(name)) ?? 'at';
	const segment = row.text('segment').replace(/用户$/, '');
	if (!RANKS.has(segment)) {
		throw row.error(
			'segment',
			`is not one of the four segments: "${cutText(segment, 40)}"`,
			`Use ${[...RANKS.keys()].join(', ')}.`,
		);
	}
	return { openId: row.text('openId'), day: dayOf(row.time(column)), segment };
}

const rankOf = ({ segment }: SegmentStep): number => RANKS.get(segment) ?? 0;

/** One step per person and day, in order of days; the better of two decides. */
export function stepsOnce(steps: readonly SegmentStep[]): SegmentStep[] {
	const byKey = new Map<string, SegmentStep>();
	for (const step of steps) {
		const key = `${step.openId}|${step.day}`;
		const known = byKey.get(key);
		if (!known || rankOf(step) > rankOf(known)) byKey.set(key, step);
	}
	return [...byKey.values()].sort((a, b) => a.day - b.day || byText(a.openId, b.openId));
}

/** How many people moved up and down between the state before a span and its end. */
export function migration(
	steps: readonly SegmentStep[],
	from: number,
	to: number,
): { up: number; down: number; people: number } {
	const before = new Map<string, SegmentStep>();
	const after = new Map<string, SegmentStep>();
	for (const step of steps) {
		if (step.day < from) before.set(step.openId, step);
		else if (step.day <= to) after.set(step.openId, step);
	}
	const result = { up: 0, down: 0, people: 0 };
	for (const [openId, step] of after) {
		const old = before.get(openId);
		if (!old) continue;
		const change = rankOf(step) - rankOf(old);
		result.people += 1;
		if (change > 0) result.up += 1;
		if (change < 0) result.down += 1;
	}
	return result;
}
