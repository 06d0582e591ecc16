import type { Prize } from '../lottery/closing';

export interface PlannedPrize extends Prize {
	/** Market value of one unit in fen; undefined when it is not stated. */
	valueFen?: number;
	/** Published chance of one draw, 0 to 1; undefined when it is not stated. */
	odds?: number;
}

/** How winners are found. Without chance there is nothing to disclose about a draw. */
export type ActivityKind = 'checkIn' | 'instantWin' | 'lottery' | 'quiz' | 'submission' | 'vote';

/** An activity as it is going to be published. */
export interface Plan {
	kind: ActivityKind;
	/** Everything a follower reads: title, article, rules, replies. */
	text: string;
	organiser: string;
	contact: string;
	conditions: string;
	claim: string;
	drawMethod: string;
	startsAt?: number;
	endsAt?: number;
	drawAt?: number;
	prizes: PlannedPrize[];
	/** Chance to win nothing; undefined when it is not stated. */
	blankOdds?: number;
	/** All tickets of an instant win; undefined when it is not stated. */
	ticketCount?: number;
	/** Years for which entries, winners and proofs are kept. */
	recordYears: number;
	/** Epoch milliseconds. */
	now: number;
}
