import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { prizesWon } from '../../../shared/records/tables/prizesWon';
import { rounds } from '../../../shared/records/tables/rounds';
import { tickets } from '../../../shared/records/tables/tickets';
import { stockText } from '../../engine/round/stock';
import { plannedId } from '../../fields/activityId';
import { roundJson } from '../../items/round';
import { requireRound } from '../../records/rounds';
import { readStock } from '../../records/stock';

export const getStock = itemwise({
	option: {
		name: 'Get Stock',
		value: 'getStock',
		action: 'Get stock of prizes',
		description: 'Tell which prizes of an activity are left, given and redeemed',
	},
	outputs: { stock: 'Stock' },
	fields: { activityId: plannedId, options: onlyNow },
	tables: [rounds, prizesWon, tickets],
	execute: async ({ records, json, now }, { activityId }) => {
		const round = await requireRound(records, activityId);
		const { stock } = await readStock(records, round, now);
		const prizes = stock.map((prize) => ({ ...prize }));
		const left = stock.reduce((sum, prize) => sum + prize.left, 0);
		const activity = { ...roundJson(round, round.status), prizes, left };
		const summary = `「${round.name}」（${round.activityId}）\n${stockText(stock)}`;
		return [{ to: 'stock', json: { ...json, activity, summary } }];
	},
});
