import type { WonPrize } from '../../../shared/prizes/issue';
import { isExpired } from '../../../shared/prizes/redeem';
import { successorOf } from '../lottery/moveUp';
import type { ActivityPlan } from './plan';

/** How a prize of a round stands. */
export interface PrizeStock {
	prize: string;
	/** Units that the plan has. */
	total: number;
	/** Units that people got. */
	given: number;
	left: number;
	redeemed: number;
	/** Given, and not redeemed in time; what went on to a reserve counts there. */
	expired: number;
	/** What the units that were given are worth, in fen; 0 where no value is stated. */
	givenFen: number;
	/** The same of those that were redeemed. */
	redeemedFen: number;
}

/**
 * How the prizes of a round stand.
 *
 * @param claimed names of the prizes of tickets that are claimed; for a lottery, which has none, an empty list
 * @param now epoch milliseconds
 */
export function stockOf(
	plan: ActivityPlan,
	won: readonly WonPrize[],
	claimed: readonly string[],
	now: number,
): PrizeStock[] {
	return plan.prizes.map(({ name, quantity, valueFen = 0 }) => {
		const own = won.filter((each) => each.prize === name && successorOf(each) === '');
		const taken = claimed.filter((prize) => prize === name).length;
		const redeemed = own.filter(({ state }) => state === 'redeemed').length;
		const expired = own.filter(
			(each) => each.state === 'expired' || (each.state === 'given' && isExpired(each, now)),
		).length;
		return {
			prize: name,
			total: quantity,
			given: own.length,
			left: Math.max(0, quantity - Math.max(taken, own.length)),
			redeemed,
			expired,
			givenFen: own.length * valueFen,
			redeemedFen: redeemed * valueFen,
		};
	});
}

/** The stock as text for staff. In Chinese. */
export const stockText = (stock: readonly PrizeStock[]): string =>
	stock
		.map(
			({ prize, total, given, left, redeemed, expired }) =>
				`${prize}：共 ${total} 份，已发 ${given}，剩余 ${left}，已兑 ${redeemed}${expired > 0 ? `，过期 ${expired}` : ''}`,
		)
		.join('\n');
