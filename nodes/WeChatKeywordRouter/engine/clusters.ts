import { GramIndex } from '../../shared/text/gramIndex';

/** A question with how often it was asked. */
export interface Asked {
	/** For comparison. */
	text: string;
	/** As first written. */
	example: string;
	count: number;
	openIds: Set<string>;
}

/** Questions about the same thing, the most frequent first. */
export type Cluster = Asked[];

/** Neighbours that are looked at for each question. */
const NEIGHBOURS = 20;

/**
 * Puts questions that resemble each other together. The most frequent question leads; another one joins
 * the leader it is most like. Leaders do not chain: what is like a member only does not join.
 *
 * @param similarity 0 … 1 from which a question joins
 */
export function clusterQuestions(questions: readonly Asked[], similarity: number): Cluster[] {
	const sorted = [...questions].sort(
		(a, b) => b.count - a.count || a.text.length - b.text.length || (a.text < b.text ? -1 : 1),
	);
	const index = new GramIndex(sorted.map(({ text }) => text));
	const clusterOf = new Map<number, Cluster>();
	sorted.forEach((question, place) => {
		const leader = index
			.search(question.text, NEIGHBOURS)
			.filter(({ text, similarity: likeness }) => clusterOf.has(text) && likeness >= similarity)
			.sort((a, b) => b.similarity - a.similarity || a.text - b.text)[0];
		if (leader) clusterOf.get(leader.text)?.push(question);
		else clusterOf.set(place, [question]);
	});
	return [...clusterOf.values()];
}
