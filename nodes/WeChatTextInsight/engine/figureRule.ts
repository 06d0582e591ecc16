/** A turn of speech: where it is found, and what it makes of the word beside it. */
export interface FigureRule {
	/** Cheap: without it the text cannot hold the turn. */
	cue: RegExp;
	/** All places; quantifiers are bounded. */
	pattern: RegExp;
	/** Whether a word behind the turn or before it is what it is about, or the turn says all. */
	looks: 'ahead' | 'alone' | 'back';
	/** Without such a word, and for a turn that says all: its weight; 0 for none. */
	weight: number;
	/** 1 asserts the word, -1 says its opposite. */
	factor: number;
	/** Characters in which the word has to be. */
	reach: number;
	/** Only where the word has this sign. */
	only?: -1 | 1;
}

type Looks = FigureRule['looks'];

/** A rule, with what most rules have. */
export function rule(
	looks: Looks,
	cue: RegExp,
	pattern: RegExp,
	{ weight = 0, factor = 1, reach = 6, only }: Partial<FigureRule> = {},
): FigureRule {
	return { looks, cue, pattern, weight, factor, reach, ...(only && { only }) };
}

/** A rule for a turn that says all. */
export const alone = (weight: number, cue: RegExp, pattern: RegExp) =>
	rule('alone', cue, pattern, { weight });
/** The word beside the turn is turned round. */
export const turns = { factor: -1 };
