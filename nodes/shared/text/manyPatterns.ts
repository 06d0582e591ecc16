import { alternativesOf, beginningsOf } from './beginnings';

/** An alternative of one of the patterns. */
interface Alternative {
	source: string;
	beginnings: ReturnType<typeof beginningsOf>;
}

/** A pattern with the alternatives that can begin with a certain unit, tried at one place. */
interface Tried {
	pattern: number;
	sticky: RegExp;
}

/** The matches of a pattern. */
interface Found<Name> {
	name: Name;
	matches: string[];
}

/**
 * Patterns of many alternatives, tried together: at each place of a text only the alternatives that can begin with
 * the character there. Finds what `matchAll` finds for each pattern, in a fraction of the time.
 */
export class ManyPatterns<Name extends string> {
	private readonly alternatives: Alternative[][] = [];
	/** By the unit at a place; made when a text first has it. */
	private readonly byUnit = new Map<number, readonly Tried[]>();
	private readonly flags: string[] = [];

	private readonly names: Name[] = [];

	/** @param patterns global ones, without references to groups; none matches the empty text */
	constructor(patterns: Readonly<Record<Name, RegExp>>) {
		for (const name in patterns) {
			const { source, flags } = patterns[name];
			this.names.push(name);
			this.flags.push(flags.replace('g', 'y'));
			this.alternatives.push(
				alternativesOf(source).map((alternative) => ({
					source: alternative,
					beginnings: beginningsOf(alternative),
				})),
			);
		}
	}

	/** The patterns that match, in their order, with their matches in the order of the text. */
	find(text: string): Array<Found<Name>> {
		const matches: string[][] = [];
		const free: number[] = [];
		for (let at = 0; at < text.length; at++) {
			for (const { pattern, sticky } of this.triedAt(text.charCodeAt(at))) {
				if (at < (free[pattern] ?? 0)) continue;
				sticky.lastIndex = at;
				const match = sticky.exec(text)?.[0];
				if (!match) continue;
				free[pattern] = at + match.length;
				(matches[pattern] ??= []).push(match);
			}
		}
		return this.names.flatMap((name, at) => {
			const found = matches[at];
			return found ? [{ name, matches: found }] : [];
		});
	}

	private triedAt(unit: number): readonly Tried[] {
		const known = this.byUnit.get(unit);
		if (known) return known;
		const tried = this.alternatives.flatMap((alternatives, pattern): Tried[] => {
			const sources = alternatives
				.filter(({ beginnings }) => beginnings?.has(unit) ?? true)
				.map(({ source }) => source);
			if (sources.length === 0) return [];
			return [{ pattern, sticky: new RegExp(sources.join('|'), this.flags[pattern]) }];
		});
		this.byUnit.set(unit, tried);
		return tried;
	}
}
