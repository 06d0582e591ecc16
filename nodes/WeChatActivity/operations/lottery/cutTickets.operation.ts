import { onlyNow } from '../../../shared/engagement/fields';
import { UserInputError } from '../../../shared/inputError';
import { commitmentTo } from '../../engine/lottery/draw';
import { cutTickets as cut, MAX_TICKETS } from '../../engine/lottery/tickets';
import { activityId } from '../../fields/activityId';
import { count } from '../../fields/count';
import { canvasOperation } from '../../onCanvas/canvasOperation';
import { bookOnCanvas, knownRows } from '../../onCanvas/knownRows';
import { prizes, seed, seedOf } from './rules';

export const cutTickets = canvasOperation({
	option: {
		name: 'Cut Tickets',
		value: 'cutTickets',
		action: 'Cut tickets of instant win',
		description:
			"For rows on the canvas: one row for every prize unit and every blank, shuffled. 'Activity: Open' does it with records.",
	},
	fields: {
		activityId,
		prizes,
		blanks: count('Blanks', 0, 'Tickets that win nothing; they make the odds'),
		seed,
		rows: knownRows,
		options: onlyNow,
	},
	begin(first, ctx) {
		const [book, list] = [bookOnCanvas(ctx), first.prizes];
		return ({ itemIndex, values }) => {
			const { activityId: id, blanks } = values;
			const ticketCount = list.reduce((sum, { quantity }) => sum + quantity, blanks);
			if (ticketCount > MAX_TICKETS) {
				throw new UserInputError(
					`[Item ${itemIndex + 1}] 'Prizes' and 'Blanks' make ${ticketCount} tickets`,
					`Cut up to ${MAX_TICKETS} tickets for one activity.`,
				);
			}
			const secret = seedOf(values.seed, book, id);
			const odds = list.map(({ name, quantity }) => ({
				prize: name,
				quantity,
				odds: quantity / ticketCount,
			}));
			const reply = [
				`共 ${ticketCount} 张奖券`,
				...odds.map(
					({ prize, quantity, odds: chance }) =>
						`${prize}：${quantity} 份，中奖概率 ${(chance * 100).toFixed(2)}%`,
				),
			].join('\n');
			const commitment = commitmentTo(secret);
			const activity = { activityId: id, status: 'cut', reply, ticketCount, commitment, odds };
			return { activity, rows: cut(id, list, blanks, secret) };
		};
	},
});
