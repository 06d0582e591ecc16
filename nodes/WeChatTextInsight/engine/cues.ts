import { beginningsOf } from '../../shared/text/beginnings';

/**
 * Which of many patterns a text can hold, by one walk over its characters: trying each pattern on each text would cost
 * more than all the rest.
 */
export class CueIndex {
	/** By UTF-16 unit one more than the place in `lists` of the cues that can begin with it. */
	private readonly byUnit = new Uint16Array(0x10000);
	private readonly lists: number[][] = [];
	private readonly always: number[] = [];
	private readonly marks: Uint8Array;

	constructor(private readonly cues: readonly RegExp[]) {
		this.marks = new Uint8Array(cues.length);
		cues.forEach(({ source }, at) => {
			const units = beginningsOf(source);
			if (!units) this.always.push(at);
			for (const unit of units ?? []) this.listOf(unit).push(at);
		});
	}

	/** Positions of the cues that the text holds, in their order. */
	in(text: string): number[] {
		const { marks, cues, byUnit, lists } = this;
		marks.fill(0);
		for (const cue of this.always) marks[cue] = 1;
		for (let at = 0; at < text.length; at++) {
			const list = byUnit[text.charCodeAt(at)] ?? 0;
			if (list > 0) for (const cue of lists[list - 1] ?? []) marks[cue] = 1;
		}
		const found: number[] = [];
		for (let at = 0; at < cues.length; at++) {
			if (marks[at] === 1 && cues[at]?.test(text)) found.push(at);
		}
		return found;
	}

	private listOf(unit: number): number[] {
		const known = this.lists[(this.byUnit[unit] ?? 0) - 1];
		if (known) return known;
		const list: number[] = [];
		this.byUnit[unit] = this.lists.push(list);
		return list;
	}
}

/** Visits all matches of a global pattern in a text; cheaper than `matchAll`, which makes a pattern of its own. */
export function eachMatch(
	text: string,
	pattern: RegExp,
	visit: (start: number, end: number) => void,
): void {
	pattern.lastIndex = 0;
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
		const end = match.index + match[0].length;
		visit(match.index, end);
		if (end === match.index) pattern.lastIndex += 1;
	}
}
