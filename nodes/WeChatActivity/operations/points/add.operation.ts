import { enter } from '../../engine/points/points';
import { eventOperation } from '../../games/eventOperation';
import { amount, ledger, ledgerRules, pointsFields, reason } from './rules';

export const add = eventOperation({
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add points',
		description: 'Add points for a person; the same event adds them only once',
	},
	outputs: { reply: 'Reply' },
	...ledger,
	fields: pointsFields({ points: amount, reason }),
	step: ({ activityId, event, values }) => {
		const entry = { type: 'points', amount: values.points, reason: values.reason } as const;
		const rules = ledgerRules(values);
		return (book) => enter(book, activityId, event, entry, rules);
	},
});
