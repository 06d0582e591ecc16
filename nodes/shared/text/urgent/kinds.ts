/**
 * Why a message cannot wait. `selfHarm` stands apart from all else: a person at once, and never a usual answer.
 *
 * - `selfHarm`: thoughts of suicide or of hurting oneself, of the writer or of somebody else
 * - `safety`: somebody is hurt or ill, something was in the food, a product is dangerous, somebody is attacked
 * - `minor`: a child has paid, is lost, or is approached by somebody
 * - `money`: money is taken, missing or held back
 * - `legal`: police, courts, lawyers and authorities are threatened with
 * - `exposure`: a complaint in public is threatened with: press, networks, platforms for complaints
 * - `deadline`: it is of use before a certain time only
 */
export const URGENT_KINDS = [
	'selfHarm',
	'safety',
	'minor',
	'money',
	'legal',
	'exposure',
	'deadline',
] as const;

export type UrgentKind = (typeof URGENT_KINDS)[number];

/** Something urgent in a text. */
export interface Urgent {
	kind: UrgentKind;
	/** The words of the text that say so. */
	words: string[];
}

/**
 * Words of one matter, and what has to come together for it to be urgent.
 *
 * A sign is a line such as `ate ..16 ill ! elsewhere`: names of word lists, `a|b` for either.
 * - `a ..16 b`: b begins at most 16 characters behind a
 * - `a & b`: both, in any order, at most 24 characters apart
 * - `! c`: but no c in the same sentence
 */
export interface Family {
	kind: UrgentKind;
	/** Word lists by name, separated by white space. Names are shared by all families. */
	words: Readonly<Record<string, string>>;
	/** Further lists, of what no list can hold, such as amounts. Global, and linear in the text. */
	patterns?: Readonly<Record<string, RegExp>>;
	/** Words of a list do not count where one of another list stands close by. */
	guards?: Readonly<Record<string, Guard>>;
	signs: readonly string[];
	/** Usual words that hold one of the others: 跳楼价, 想死你们, 折扣. What lies inside does not count. */
	harmless: string;
}

/** Names of word lists, `a|b` for either, that take back what stands beside them. */
export interface Guard {
	/** Ends directly before, or up to four characters before. */
	before?: string;
	/** Begins directly behind. */
	after?: string;
}
