import { CueIndex, eachMatch } from './cues';
import { COMPARED, RHETORICAL } from './assertionRules';
import { DENIED, DOUBLE_NEGATION } from './denialRules';
import type { FigureRule } from './figureRule';
import { firstWord, lastWord } from './figureWords';

/** A turn of speech that says something else than its words: 不能更满意了 is praise, 这也叫服务 is none. */
export interface Figure {
	start: number;
	end: number;
	/** What it says, from -3 to 3. */
	weight: number;
}

/** A turn says its thing with at least such a weight: it is chosen for effect. */
const LEAST = 2.5;
const MOST = 3;

const FIGURES: readonly FigureRule[] = [...DOUBLE_NEGATION, ...DENIED, ...RHETORICAL, ...COMPARED];
const INDEX = new CueIndex(FIGURES.map(({ cue }) => cue));

function strengthened(weight: number): number {
	return Math.sign(weight) * Math.min(MOST, Math.max(LEAST, Math.abs(weight)));
}

/** The figure that a match of a rule makes, if it makes one. */
function figureOf(text: string, rule: FigureRule, start: number, end: number): Figure | undefined {
	if (rule.looks === 'alone') return { start, end, weight: rule.weight };
	const word =
		rule.looks === 'ahead' ? firstWord(text, end, rule.reach) : lastWord(text, start, rule.reach);
	if (!word) return rule.weight ? { start, end, weight: rule.weight } : undefined;
	if (rule.only && Math.sign(word.weight) !== rule.only) return undefined;
	return {
		start: Math.min(start, word.start),
		end: Math.max(end, word.end),
		weight: strengthened(word.weight) * rule.factor,
	};
}

/**
 * Finds turns of speech: double negation, denied words, questions that assert, comparison with the past and with
 * others. No two overlap; of two the one that begins first counts, then the longer one. Each pattern is bounded, so
 * the time is linear.
 *
 * @param text in the form of `normalise`
 */
export function figuresOf(text: string): Figure[] {
	const found: Figure[] = [];
	for (const at of INDEX.in(text)) {
		const rule = FIGURES[at];
		if (!rule) continue;
		eachMatch(text, rule.pattern, (start, end) => {
			const figure = figureOf(text, rule, start, end);
			if (figure) found.push(figure);
		});
	}
	if (found.length < 2) return found;
	found.sort((one, other) => one.start - other.start || other.end - one.end);
	let end = 0;
	return found.filter((figure) => {
		if (figure.start < end) return false;
		end = figure.end;
		return true;
	});
}
