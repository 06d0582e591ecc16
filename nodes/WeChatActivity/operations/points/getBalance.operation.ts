import { balanceOf } from '../../engine/points/points';
import type { ActivityOperation } from '../operation';
import { answerOf, Replies } from '../replies';
import { ledgerRules, POINTS_REPLIES, pointsFields } from './rules';

export const getBalance: ActivityOperation = {
	option: {
		name: 'Get Balance',
		value: 'getBalance',
		action: 'Get points balance',
		description: "Give a person's points, what lapses next and the prize tier reached",
	},
	properties: pointsFields(),
	begin(run) {
		const [book, rules, replies] = [run.book(), ledgerRules(run), new Replies(run, POINTS_REPLIES)];
		return (itemIndex) => {
			const activityId = run.text('activityId', 'Activity ID', itemIndex);
			const openId = run.openId(itemIndex);
			const step = balanceOf(book, activityId, openId, run.now(itemIndex), rules);
			return answerOf(step, { activityId, openId }, replies.say([step.status], step.values));
		};
	},
};
