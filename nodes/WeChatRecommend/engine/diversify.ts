export interface Scored {
	/** Position in the catalogue. */
	position: number;
	score: number;
}

/**
 * Picks a list in which not everything is about the same (maximal marginal relevance, Carbonell and
 * Goldstein 1998): each time the candidate whose score, minus its likeness to the nearest earlier pick,
 * is highest. Scores are taken relative to the best, so that both are of one size.
 *
 * @param candidates best first; of equals the first is picked
 * @param similarity of two positions, 0 to 1
 */
export function diversify(
	candidates: Scored[],
	{ count, diversity }: { count: number; diversity: number },
	similarity: (a: number, b: number) => number,
): Scored[] {
	if (diversity === 0) return candidates.slice(0, count);
	const best = candidates[0]?.score || 1;
	const rest = candidates.map((candidate) => ({ candidate, likeness: 0 }));
	const picks: Scored[] = [];
	while (picks.length < count && rest.length > 0) {
		let choice = 0;
		let highest = -Infinity;
		rest.forEach(({ candidate, likeness }, index) => {
			const value = (1 - diversity) * (candidate.score / best) - diversity * likeness;
			if (value > highest) [highest, choice] = [value, index];
		});
		const [picked] = rest.splice(choice, 1);
		if (!picked) break;
		picks.push(picked.candidate);
		for (const entry of rest) {
			const likeness = similarity(entry.candidate.position, picked.candidate.position);
			entry.likeness = Math.max(entry.likeness, likeness);
		}
	}
	return picks;
}
