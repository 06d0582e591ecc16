import { enter } from '../../engine/points/points';
import { spendNow } from '../../engine/points/spending';
import { eventOperation } from '../../games/eventOperation';
import { amount, ledger, ledgerRules, pointsFields, reason } from './rules';

export const spend = eventOperation({
	option: {
		name: 'Spend',
		value: 'spend',
		action: 'Spend points',
		description: 'Deduct points for a redemption if there are enough',
	},
	outputs: { reply: 'Spent', ignored: 'Not Enough' },
	...ledger,
	fields: pointsFields({ points: amount, reason }),
	step: ({ activityId, event, values, isOnCanvas }) => {
		const entry = { type: 'spend', amount: values.points, reason: values.reason } as const;
		const rules = ledgerRules(values);
		return isOnCanvas
			? (book) => enter(book, activityId, event, entry, rules)
			: (book) => spendNow(book, activityId, event, entry, rules);
	},
	isHandled: ({ status }) => status === 'spent',
});
