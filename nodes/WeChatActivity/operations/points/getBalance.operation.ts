import { balanceOf } from '../../engine/points/points';
import { statusOperation } from '../../games/statusOperation';
import { ledger, ledgerRules, pointsFields } from './rules';

export const getBalance = statusOperation({
	option: {
		name: 'Get Balance',
		value: 'getBalance',
		action: 'Get points balance',
		description: "Get a person's points, what expires next and the prize tier reached",
	},
	...ledger,
	fields: pointsFields({}),
	status: (book, { activityId, openId, now }, values) =>
		balanceOf(book, activityId, openId, now, ledgerRules(values)),
});
