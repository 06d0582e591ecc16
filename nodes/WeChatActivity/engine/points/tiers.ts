/** A reward that is reached with points. */
export interface Tier {
	name: string;
	minPoints: number;
}

export interface TierStanding {
	/** The highest tier reached; empty for none. */
	tier: string;
	nextTier: string;
	/** Points missing to the next tier; 0 when there is none. */
	pointsToNext: number;
}

/** Which tier points reach (participation, advanced and grand prize, for instance). */
export function tierOf(points: number, tiers: Tier[]): TierStanding {
	const sorted = [...tiers].sort((left, right) => left.minPoints - right.minPoints);
	const reached = sorted.filter(({ minPoints }) => points >= minPoints);
	const next = sorted[reached.length];
	return {
		tier: reached.at(-1)?.name ?? '',
		nextTier: next?.name ?? '',
		pointsToNext: next ? next.minPoints - points : 0,
	};
}
