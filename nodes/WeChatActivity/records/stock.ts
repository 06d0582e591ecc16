import type { WonPrize } from '../../shared/prizes/issue';
import type { Records } from '../../shared/records/port';
import { prizesWon } from '../../shared/records/tables/prizesWon';
import { tickets } from '../../shared/records/tables/tickets';
import { stockOf, type PrizeStock } from '../engine/round/stock';
import { planOf, type RoundRow } from './rounds';

/** How the prizes of a round stand, and who has them. */
export async function readStock(
	records: Records,
	round: RoundRow,
	now: number,
): Promise<{ stock: PrizeStock[]; won: WonPrize[] }> {
	const { activityId, pool } = round;
	const [won, claimed] = await Promise.all([
		records.read(prizesWon, { where: { activityId } }),
		pool === '' ? [] : records.read(tickets, { where: { pool, state: 'claimed' } }),
	]);
	const names = claimed.map(({ prize }) => prize);
	return { stock: stockOf(planOf(round), won, names, now), won };
}
