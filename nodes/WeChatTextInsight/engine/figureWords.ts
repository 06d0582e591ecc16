import { phrases } from './phrases';

/** A feeling that the words of a stretch of text carry. */
export interface Feeling {
	start: number;
	end: number;
	weight: number;
}

/** Single characters that are a verdict where a turn of speech asks for one, though not in every word. */
const SINGLE = new Map<string, number>(
	Object.entries({
		好: 2,
		香: 2,
		值: 2,
		美: 2,
		强: 2,
		爱: 2,
		行: 1,
		快: 1,
		棒: 2,
		赞: 2,
		爽: 2,
		甜: 1,
		鲜: 1,
		对: 1,
		服: 2,
		夸: 2,
		差: -2,
		慢: -2,
		贵: -1,
		坏: -2,
		烂: -2,
		坑: -2,
		骗: -2,
		腻: -1,
		柴: -1,
		苦: -1,
		腥: -1,
		臭: -2,
		丑: -2,
		气: -2,
		怒: -2,
		哭: 1,
		累: -1,
		难: -1,
		乱: -2,
		脏: -2,
		吵: -1,
		油: -1,
		咸: -1,
		硬: -1,
		卡: -1,
		毒: -2,
	}),
);
const NEGATION = /[不没未无别]/;
const CLAUSE_END = /[,.!?;:。\n]/;

function wordAt(text: string, at: number): { end: number; weight: number } | undefined {
	const found = phrases().longestAt(text, at);
	if (found?.value.kind === 'word') return { end: found.end, weight: found.value.weight };
	if (found?.value.kind === 'none') return { end: found.end, weight: 0 };
	const weight = SINGLE.get(text.charAt(at));
	return weight === undefined ? undefined : { end: at + 1, weight };
}

/** The first word with a feeling in the clause from a position on, turned round by a negation before it. */
export function firstWord(text: string, from: number, reach: number): Feeling | undefined {
	let sign = 1;
	const last = Math.min(text.length, from + reach);
	for (let at = from; at < last; ) {
		const word = wordAt(text, at);
		if (word) {
			if (word.weight !== 0) return { start: at, end: word.end, weight: sign * word.weight };
			at = word.end;
			continue;
		}
		const character = text.charAt(at);
		if (CLAUSE_END.test(character)) return undefined;
		if (NEGATION.test(character)) sign = -sign;
		at += 1;
	}
	return undefined;
}

/** The word with a feeling that ends nearest before a position, at most `reach` characters back. */
export function lastWord(text: string, before: number, reach: number): Feeling | undefined {
	let start = before;
	while (start > 0 && before - start < reach && !CLAUSE_END.test(text.charAt(start - 1)))
		start -= 1;
	let best: Feeling | undefined;
	for (let at = start; at < before; ) {
		const word = firstWord(text.slice(0, before), at, before - at);
		if (!word) break;
		best = word;
		at = word.end;
	}
	return best;
}
