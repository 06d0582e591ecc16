import { mask } from '../reply';

/** What somebody has reached. */
export interface Contender {
	openId: string;
	score: number;
	/** Time taken in milliseconds; less is better among equal scores. */
	ms?: number;
	/** When it was reached, epoch milliseconds; earlier is better among equal scores and times. */
	reachedAt: number;
}

export interface Ranked {
	/** From 1. Nobody shares a rank: the OpenID decides what nothing else does. */
	rank: number;
	openId: string;
	/** The OpenID, masked for a public list. */
	name: string;
	score: number;
	ms: number;
	/** ISO 8601. */
	reachedAt: string;
}

function compare(left: Contender, right: Contender): number {
	return (
		right.score - left.score ||
		(left.ms ?? 0) - (right.ms ?? 0) ||
		left.reachedAt - right.reachedAt ||
		(left.openId < right.openId ? -1 : 1)
	);
}

/** Ranks by score, then by less time, then by who reached it first. */
export function rank(contenders: Contender[]): Ranked[] {
	return [...contenders].sort(compare).map(({ openId, score, ms, reachedAt }, position) => ({
		rank: position + 1,
		openId,
		name: mask(openId),
		score,
		ms: ms ?? 0,
		reachedAt: new Date(reachedAt).toISOString(),
	}));
}
