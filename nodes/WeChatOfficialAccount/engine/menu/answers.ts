import { dueOn, type MenuRow } from './season';
import { isJson, writtenMenu } from './written';

/** A menu of the calendar with what taps on it are answered with, by key. */
export interface Answers {
	row: MenuRow;
	answers: ReadonlyMap<string, string>;
}

/** A slip in one menu keeps nobody from the answers of the others; staff hears of it when it is to be published. */
export function answersOf(row: MenuRow): Answers {
	try {
		return { row, answers: isJson(row.menu) ? new Map() : writtenMenu(row.menu).answers };
	} catch {
		return { row, answers: new Map() };
	}
}

/**
 * The answer to a tap: of the menu that is due, otherwise of another one, as followers see a new menu up to a day
 * later.
 *
 * @param day as `dayOf` counts
 */
export function answerTo(all: readonly Answers[], key: string, day: number): string | undefined {
	const rows = all.map(({ row }) => row);
	const due = new Set(dueOn(rows, day).rows.values());
	const rank = ({ row }: Answers): number => (due.has(row) ? 2 : Number(row.isActive));
	const [best] = all
		.filter(({ answers }) => answers.has(key))
		.sort((one, other) => rank(other) - rank(one));
	return best?.answers.get(key);
}
