/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { generator } from './random';

/** Two questions, and whether they ask for the same (LCQMC: two texts and 1 or 0, separated by tabs). */
export interface Pair {
	question: string;
	other: string;
	isSame: boolean;
}

/** What is learned from, and what is judged by. */
export interface Halves {
	tuning: Pair[];
	judging: Pair[];
}

/** What two texts have to share to be the same text: all but punctuation. */
export const plainText = (text: string): string =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');

/** Texts that are linked by pairs. */
class Groups {
	private readonly above = new Map<string, string>();

	join(one: string, other: string): void {
		this.above.set(this.rootOf(one), this.rootOf(other));
	}

	rootOf(text: string): string {
		let root = text;
		for (let next = this.above.get(root); next !== undefined && next !== root; ) {
			root = next;
			next = this.above.get(root);
		}
		return root;
	}
}

export function readPairs(file: string): Pair[] {
	return readFileSync(file, 'utf8')
		.split('\n')
		.map((line) => line.trim().split('\t'))
		.filter((cells) => cells.length === 3)
		.map(([question = '', other = '', label]) => ({ question, other, isSame: label === '1' }));
}

/** Halves that share no text, also by way of others: texts linked by pairs go by the hash of the first of them. */
export function halvesOf(pairs: readonly Pair[]): Halves {
	const groups = new Groups();
	for (const { question, other } of pairs) groups.join(plainText(question), plainText(other));
	const firsts = new Map<string, string>();
	for (const text of pairs.flatMap(({ question, other }) => [question, other]).map(plainText)) {
		const root = groups.rootOf(text);
		const first = firsts.get(root);
		if (first === undefined || text < first) firsts.set(root, text);
	}
	const isJudging = ({ question }: Pair): boolean => {
		const first = firsts.get(groups.rootOf(plainText(question))) ?? '';
		return (createHash('sha256').update(first).digest()[0] ?? 0) % 2 === 1;
	};
	return {
		tuning: pairs.filter((pair) => !isJudging(pair)),
		judging: pairs.filter(isJudging),
	};
}

/** The pairs that mean the same; of the pairs about one question the first one stands for it. */
export function questionsOf(pairs: readonly Pair[]): Pair[] {
	const same = pairs.filter(({ isSame }) => isSame);
	const groups = new Groups();
	for (const { question, other } of same) groups.join(plainText(question), plainText(other));
	const first = [...same]
		.reverse()
		.map((pair) => [groups.rootOf(plainText(pair.question)), pair] as const);
	return [...new Map(first).values()];
}

/** In an order drawn by a seed. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
	const random = generator(seed);
	return list
		.map((entry) => ({ entry, place: random() }))
		.sort((a, b) => a.place - b.place)
		.map(({ entry }) => entry);
}

/** A library of questions and what is asked of it. */
export interface Trial {
	library: string[];
	/** Other wordings: each asks what the entry of its place in the library answers. */
	paraphrases: string[];
	/** Questions whose other wordings are not in the library. */
	unrelated: string[];
	/** Entries, and questions that look like the entry of their place and ask for something else. */
	confusable: string[];
	lookAlikes: string[];
}

/** Draws a library of so many questions by a seed. */
export function trialOf(pairs: readonly Pair[], size: number, seed: number): Trial {
	const drawn = shuffled(questionsOf(pairs), seed);
	const inLibrary = drawn.slice(0, size);
	const different = shuffled(
		pairs.filter(({ isSame }) => !isSame),
		seed,
	).slice(0, size);
	return {
		library: inLibrary.map(({ question }) => question),
		paraphrases: inLibrary.map(({ other }) => other),
		unrelated: drawn.slice(size).map(({ other }) => other),
		confusable: different.map(({ question }) => question),
		lookAlikes: different.map(({ other }) => other),
	};
}
