import { enter } from '../../engine/points/points';
import { eventOperation } from '../eventOperation';
import { amountField, ledgerRules, POINTS_REPLIES, pointsFields, reasonField } from './rules';

export const spend = eventOperation({
	option: {
		name: 'Spend',
		value: 'spend',
		action: 'Spend points',
		description: 'Take points for something that is redeemed, if there are enough',
	},
	properties: pointsFields(amountField, reasonField),
	texts: POINTS_REPLIES,
	spansActivities: true,
	rules: ledgerRules,
	step: ({ run, itemIndex, book, activityId, event, rules }) => {
		const amount = run.number('points', 'Points', itemIndex, 1);
		const reason = run.text('reason', 'Reason', itemIndex);
		return enter(book, activityId, event, { type: 'spend', amount, reason }, rules);
	},
});
