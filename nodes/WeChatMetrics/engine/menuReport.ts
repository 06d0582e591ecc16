import type { Interaction } from './interactions';
import { tapOf, type MenuButton } from './menu';

/** Fewer taps say nothing about an order. */
const LEAST_TAPS = 5;
/** So much more than the first one an entry has to be tapped. */
const CLEARLY_MORE = 1.5;
const MOST_MOVES = 3;

/** How often an entry of the menu was tapped. */
export interface EntryTaps {
	name: string;
	/** Name of the button that opens it; '' when it is a button itself. */
	under: string;
	/** From 1, among the entries of the button. */
	place: number;
	/** null when WeChat does not report taps on it. */
	taps: number | null;
	people: number;
}

/** An entry that would do better at the first place. */
export interface Move {
	entry: EntryTaps;
	/** What stands there now. */
	first: EntryTaps;
}

export interface MenuReport {
	/** Those of the present menu, the most tapped first. */
	entries: EntryTaps[];
	/** Taps on what is in the present menu no more, or in one for a tag; by what they report. */
	others: EntryTaps[];
	total: number;
	/** What to move first, the best first. */
	moves: Move[];
	/** Names of entries that nobody tapped. */
	untapped: string[];
}

interface Count {
	taps: number;
	people: Set<string>;
}

const tapsIn = ({ taps }: EntryTaps): number => taps ?? 0;

function countsOf(rows: readonly Interaction[]): Map<string, Count> {
	const counts = new Map<string, Count>();
	for (const row of rows) {
		const tap = tapOf(row);
		if (tap === undefined) continue;
		const count = counts.get(tap) ?? { taps: 0, people: new Set<string>() };
		count.taps += 1;
		count.people.add(row.openId);
		counts.set(tap, count);
	}
	return counts;
}

/** Of each button, the entry that is tapped clearly more often than the first one. */
function movesOf(groups: ReadonlyArray<readonly EntryTaps[]>): Move[] {
	return groups
		.flatMap((entries): Move[] => {
			const [first] = entries;
			const [best] = [...entries].sort((one, other) => tapsIn(other) - tapsIn(one));
			if (!first || !best || best === first || first.taps === null) return [];
			const isClear = tapsIn(best) >= LEAST_TAPS && tapsIn(best) >= CLEARLY_MORE * tapsIn(first);
			return isClear ? [{ entry: best, first }] : [];
		})
		.sort((one, other) => tapsIn(other.entry) - tapsIn(one.entry))
		.slice(0, MOST_MOVES);
}

/** How the entries of the menu were tapped, and what follows for their order. */
export function menuReportOf(
	menu: readonly MenuButton[],
	rows: readonly Interaction[],
): MenuReport {
	const counts = countsOf(rows);
	const known = new Set<string>();
	const toEntry = ({ name, tap }: MenuButton, under: string, position: number): EntryTaps => {
		known.add(tap);
		const count = counts.get(tap);
		const taps = tap === '' ? null : (count?.taps ?? 0);
		return { name, under, place: position + 1, taps, people: count?.people.size ?? 0 };
	};
	const groups = menu.map((button, position) =>
		button.entries.length === 0
			? [toEntry(button, '', position)]
			: button.entries.map((entry, place) => toEntry(entry, button.name, place)),
	);
	const byTaps = (one: EntryTaps, other: EntryTaps) => tapsIn(other) - tapsIn(one);
	const others = [...counts]
		.filter(([tap]) => !known.has(tap))
		.map(([tap, { taps, people }]): EntryTaps => {
			const name = tap.slice(tap.indexOf(' ') + 1);
			return { name, under: '', place: 0, taps, people: people.size };
		});
	return {
		entries: groups.flat().sort(byTaps),
		others: others.sort(byTaps),
		total: [...counts.values()].reduce((sum, { taps }) => sum + taps, 0),
		moves: movesOf(groups),
		untapped: groups
			.flat()
			.filter(({ taps }) => taps === 0)
			.map(({ name }) => name),
	};
}
