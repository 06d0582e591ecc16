import { UserInputError } from '../../../shared/inputError';
import { commitmentTo } from '../../engine/lottery/draw';
import { cutTickets as cut, MAX_TICKETS } from '../../engine/lottery/tickets';
import { activityIdField, numberField, withNow, prizeFields, rowsKnownFields } from '../fields';
import type { ActivityOperation } from '../operation';
import { prizesOf, seedField, seedOf } from './rules';

export const cutTickets: ActivityOperation = {
	option: {
		name: 'Cut Tickets',
		value: 'cutTickets',
		action: 'Cut tickets of instant win',
		description: 'Give one row for every prize unit and every blank, shuffled by the seed',
	},
	properties: [
		activityIdField,
		...prizeFields,
		numberField('Blanks', 'blanks', 0, 'Tickets that win nothing; they make the odds'),
		seedField,
		...rowsKnownFields,
		withNow(),
	],
	begin(run) {
		const [book, prizes] = [run.book(), prizesOf(run)];
		return (itemIndex) => {
			const activityId = run.activityId(itemIndex);
			const blanks = run.number('blanks', 'Blanks', itemIndex, 0);
			const count = prizes.reduce((sum, { quantity }) => sum + quantity, blanks);
			if (count > MAX_TICKETS) {
				throw new UserInputError(
					`[Item ${itemIndex + 1}] 'Prizes' and 'Blanks' make ${count} tickets`,
					`Cut up to ${MAX_TICKETS} tickets for one activity.`,
				);
			}
			const seed = seedOf(run, book, activityId, itemIndex);
			const odds = prizes.map(({ name, quantity }) => ({
				prize: name,
				quantity,
				odds: quantity / count,
			}));
			const reply = [
				`共 ${count} 张奖券`,
				...odds.map(
					({ prize, quantity, odds: chance }) =>
						`${prize}：${quantity} 份，中奖概率 ${(chance * 100).toFixed(2)}%`,
				),
			].join('\n');
			const activity = {
				activityId,
				status: 'cut',
				reply,
				ticketCount: count,
				commitment: commitmentTo(seed),
				odds,
			};
			return { activity, rows: cut(activityId, prizes, blanks, seed) };
		};
	},
};
