import { max, once } from 'lodash';
import data from './data/pinyin.json';

/** A sound of a text with the characters it comes from. */
export interface Sound {
	/** The code of the syllable, one character; characters without a reading stand for themselves. */
	code: string;
	/** Position of the first character, and of the one behind the last. */
	start: number;
	end: number;
	/** Whether the sound was typed in Latin letters. */
	isTyped: boolean;
}

/** Codes of syllables lie in the private use area, where no message has a character of its own. */
const FIRST_CODE = 0xe000;

/** Combinations of readings that a phrase with several polyphonic characters is given at most. */
const MOST_READINGS = 4;

interface Tables {
	codeOf: Map<string, string>;
	main: Map<string, string>;
	also: Map<string, string[]>;
	longest: number;
}

/** What many speakers do not tell apart: zh/z, ch/c, sh/s and a final -ng/-n. */
function withoutAccent(syllable: string): string {
	return syllable.replace(/^([zcs])h/, '$1').replace(/([aei])ng$/, '$1n');
}

const tables = once((): Tables => {
	const codeOf = new Map<string, string>();
	const bySound = new Map<string, string>();
	const code = (syllable: string): string => {
		const sound = withoutAccent(syllable);
		const known = bySound.get(sound) ?? String.fromCharCode(FIRST_CODE + bySound.size);
		bySound.set(sound, known);
		codeOf.set(syllable, known);
		return known;
	};
	const main = new Map<string, string>();
	for (const [syllable, characters] of Object.entries(data.main)) {
		for (const character of characters) main.set(character, code(syllable));
	}
	const also = new Map<string, string[]>();
	for (const [syllable, characters] of Object.entries(data.also)) {
		for (const character of characters) {
			also.set(character, [...(also.get(character) ?? []), code(syllable)]);
		}
	}
	return { codeOf, main, also, longest: max([...codeOf.keys()].map((key) => key.length)) ?? 0 };
});

/**
 * The syllables of a run of Latin letters, e.g. `fahuo` → fa, huo; undefined when it is no pinyin.
 * The fewest syllables win; one that starts with a vowel is dearer (`danhao` is dan hao, not dang ao).
 */
function splitPinyin(letters: string): string[] | undefined {
	const { codeOf, longest } = tables();
	const best: Array<{ cost: number; from: number } | undefined> = [{ cost: 0, from: 0 }];
	for (let end = 1; end <= letters.length; end++) {
		for (let start = Math.max(0, end - longest); start < end; start++) {
			const before = best[start];
			const syllable = letters.slice(start, end);
			if (!before || !codeOf.has(syllable)) continue;
			const cost = before.cost + (start > 0 && /^[aoe]/.test(syllable) ? 1.5 : 1);
			if (cost < (best[end]?.cost ?? Infinity)) best[end] = { cost, from: start };
		}
	}
	const syllables: string[] = [];
	for (let end = letters.length; end > 0; ) {
		const step = best[end];
		if (!step) return undefined;
		syllables.push(letters.slice(step.from, end));
		end = step.from;
	}
	return syllables.reverse();
}

const LETTERS = /[a-z]+/y;

function lettersAt(text: string, position: number): string | undefined {
	const code = text.charCodeAt(position);
	if (code < 97 || code > 122) return undefined;
	LETTERS.lastIndex = position;
	return LETTERS.exec(text)?.[0];
}

/** The sounds of a normalised text, one after the other. */
export function soundsOf(text: string): Sound[] {
	const { codeOf, main } = tables();
	const sounds: Sound[] = [];
	for (let start = 0; start < text.length; ) {
		const letters = lettersAt(text, start);
		const syllables = letters && splitPinyin(letters);
		if (syllables) {
			for (const syllable of syllables) {
				const end = start + syllable.length;
				sounds.push({ code: codeOf.get(syllable) ?? syllable, start, end, isTyped: true });
				start = end;
			}
			// Spaces between typed syllables (`fa huo`) are no sound.
			while (text[start] === ' ') start++;
			continue;
		}
		const end = start + (letters?.length ?? 1);
		for (; start < end; start++) {
			const character = text.charAt(start);
			const code = main.get(character) ?? character;
			sounds.push({ code, start, end: start + 1, isTyped: false });
		}
	}
	return sounds;
}

const ANY_LETTER = /[a-z]/;

/** The codes of the sounds of a normalised text in one text. Most have no typed syllables, and are done character by character. */
export function soundCodesOf(text: string): string {
	if (ANY_LETTER.test(text)) {
		return soundsOf(text)
			.map(({ code }) => code)
			.join('');
	}
	const { main } = tables();
	let codes = '';
	for (let at = 0; at < text.length; at++) {
		const character = text.charAt(at);
		codes += main.get(character) ?? character;
	}
	return codes;
}

/**
 * The ways in which a phrase may sound, each a text of one code per sound as in `soundsOf`. A character
 * with several readings in everyday words gives several, up to four in all.
 */
export function soundTextsOf(phrase: string): string[] {
	const { main, also } = tables();
	let texts = [''];
	for (const character of phrase) {
		const first = main.get(character) ?? character;
		const others = texts.length < MOST_READINGS ? (also.get(character) ?? []) : [];
		const codes = [...new Set([first, ...others])];
		texts = codes.flatMap((code) => texts.map((text) => text + code)).slice(0, MOST_READINGS);
	}
	return texts;
}

/** Whether a word consists of syllables typed in Latin letters. */
export const isPinyin = (word: string): boolean =>
	lettersAt(word, 0) === word && splitPinyin(word) !== undefined;
