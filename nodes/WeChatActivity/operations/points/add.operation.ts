import { enter } from '../../engine/points/points';
import { eventOperation } from '../eventOperation';
import { amountField, ledgerRules, POINTS_REPLIES, pointsFields, reasonField } from './rules';

export const add = eventOperation({
	option: {
		name: 'Add',
		value: 'add',
		action: 'Add points',
		description: 'Enter points for a person; the same event adds them once',
	},
	properties: pointsFields(amountField, reasonField),
	texts: POINTS_REPLIES,
	spansActivities: true,
	rules: ledgerRules,
	step: ({ run, itemIndex, book, activityId, event, rules }) => {
		const amount = run.number('points', 'Points', itemIndex, 1);
		const reason = run.text('reason', 'Reason', itemIndex);
		return enter(book, activityId, event, { type: 'points', amount, reason }, rules);
	},
});
