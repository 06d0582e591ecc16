import type { RowReader } from '../../shared/rows/row';

/** An SLA clock that has run out: an answer that was due. */
export interface Clock {
	key: string;
	/** When it was due, epoch milliseconds; it belongs to the period of this day. */
	dueAt: number;
	isMet: boolean;
	/** Where somebody waited and for what: `chat.firstResponse`, `comment.nextResponse`, … */
	kind: string;
	startedAt: number;
	/** When it was done; undefined while it has not been. */
	answeredAt?: number;
}

/** Words of the SLA node for a clock that is settled; others still run or have been cancelled. */
const SETTLED = new Map([
	['breached', false],
	['met', true],
]);

/**
 * Reads what the SLA node found about a clock: `caseId`, `metric`, `startedAt`, `status`, and `dueAt` or,
 * for what had no deadline, `endedAt`.
 *
 * @returns undefined while it is not settled
 * @throws UserInputError naming row and column
 */
export function readClock(row: RowReader): Clock | undefined {
	const isMet = SETTLED.get(row.text('status'));
	if (isMet === undefined) return undefined;
	const key = ['caseId', 'metric', 'startedAt'].map((column) => row.text(column)).join('|');
	return {
		key,
		dueAt: row.time(row.has('dueAt') ? 'dueAt' : 'endedAt'),
		isMet,
		kind: `${row.text('channel', 'chat')}.${row.text('metric')}`,
		startedAt: row.time('startedAt'),
		answeredAt: row.has('endedAt') ? row.time('endedAt') : undefined,
	};
}

/** Each clock once; once breached it stays breached. */
export function clocksOnce(clocks: readonly Clock[]): Clock[] {
	const byKey = new Map<string, Clock>();
	for (const clock of clocks) {
		const known = byKey.get(clock.key);
		if (
			!known ||
			(known.isMet && !clock.isMet) ||
			(known.isMet === clock.isMet && clock.dueAt < known.dueAt)
		) {
			byKey.set(clock.key, clock);
		}
	}
	return [...byKey.values()];
}

/** How many of the clocks of a span were met. */
export function metBy(
	clocks: readonly Clock[],
	start: number,
	end: number,
): { met: number; all: number } {
	const due = clocks.filter(({ dueAt }) => dueAt >= start && dueAt < end);
	return { met: due.filter(({ isMet }) => isMet).length, all: due.length };
}
