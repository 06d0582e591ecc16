/** What can begin a pattern without being the first character of a cue. */
const GROUPING = /^(?:\(\?:|\^)+/;

/** The characters with which the alternatives of a cue can begin; some more do no harm. */
function beginnings(cue: RegExp): string[] {
	return cue.source.split('|').flatMap((alternative) => {
		const plain = alternative.replace(GROUPING, '');
		return plain.startsWith('[') ? [...plain.slice(1, plain.indexOf(']'))] : [...plain].slice(0, 1);
	});
}

/**
 * Which of many patterns a text can hold, by one walk over its characters: trying each pattern on each text would cost
 * more than all the rest. A cue is a plain alternation whose alternatives begin with a character or a class of them.
 */
export class CueIndex {
	private readonly byCharacter = new Map<number, number[]>();
	private readonly marks: Uint8Array;

	constructor(private readonly cues: readonly RegExp[]) {
		this.marks = new Uint8Array(cues.length);
		cues.forEach((cue, at) => {
			for (const character of new Set(beginnings(cue))) {
				const code = character.charCodeAt(0);
				this.byCharacter.set(code, [...(this.byCharacter.get(code) ?? []), at]);
			}
		});
	}

	/** Positions of the cues that the text holds, in their order. */
	in(text: string): number[] {
		const { marks, cues } = this;
		marks.fill(0);
		for (let at = 0; at < text.length; at++) {
			for (const cue of this.byCharacter.get(text.charCodeAt(at)) ?? NONE) marks[cue] = 1;
		}
		const found: number[] = [];
		for (let at = 0; at < cues.length; at++) {
			if (marks[at] === 1 && cues[at]?.test(text)) found.push(at);
		}
		return found;
	}
}

const NONE: readonly number[] = [];
