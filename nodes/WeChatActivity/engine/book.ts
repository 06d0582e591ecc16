import type { ActivityRow } from './row';

function before(left: string | number, right: string | number): number {
	return left < right ? -1 : left > right ? 1 : 0;
}

/** Order of rows and events: by time, then by key. */
export function byTime(
	left: { at: number; key: string },
	right: { at: number; key: string },
): number {
	return before(left.at, right.at) || before(left.key, right.key);
}

/** Two rows of one key were written at once; every reader has to choose the same one. */
function isEarlier(left: ActivityRow, right: ActivityRow): boolean {
	const order =
		before(left.at, right.at) ||
		before(left.points, right.points) ||
		before(JSON.stringify(left.data), JSON.stringify(right.data));
	return order < 0;
}

/**
 * All known rows of a run. A key counts once: its earliest row. Rows that come up in the run are added,
 * so that the next item sees them.
 */
export class Book {
	private readonly byKey = new Map<string, ActivityRow>();

	private readonly byPerson = new Map<string, ActivityRow[]>();

	constructor(rows: Iterable<ActivityRow> = []) {
		for (const row of rows) {
			const known = this.byKey.get(row.key);
			if (!known || isEarlier(row, known)) this.byKey.set(row.key, row);
		}
		for (const row of this.byKey.values()) this.index(row);
	}

	get(key: string): ActivityRow | undefined {
		return this.byKey.get(key);
	}

	/** Adds a row; nothing happens when its key is known. */
	add(row: ActivityRow): void {
		if (this.byKey.has(row.key)) return;
		this.byKey.set(row.key, row);
		this.index(row);
	}

	/** Rows of a person by time, of one activity or, when it is empty, of all. */
	of(openId: string, activityId = ''): ActivityRow[] {
		const rows = this.byPerson.get(openId) ?? [];
		return rows.filter((row) => activityId === '' || row.activityId === activityId).sort(byTime);
	}

	/** Rows of an activity by time, or, when it is empty, of all. */
	all(activityId = ''): ActivityRow[] {
		return [...this.byKey.values()]
			.filter((row) => activityId === '' || row.activityId === activityId)
			.sort(byTime);
	}

	/** Everybody who has a row, in no special order. */
	people(): string[] {
		return [...this.byPerson.keys()].filter((openId) => openId !== '');
	}

	private index(row: ActivityRow): void {
		const rows = this.byPerson.get(row.openId);
		if (rows) rows.push(row);
		else this.byPerson.set(row.openId, [row]);
	}
}

/** Sum of the points of rows. */
export function pointsOf(rows: Iterable<ActivityRow>): number {
	let sum = 0;
	for (const { points } of rows) sum += points;
	return sum;
}
