import { checkInStatus } from '../../engine/checkIn/checkIn';
import { answerOf, Replies } from '../replies';
import type { ActivityOperation } from '../operation';
import { CHECK_IN_REPLIES, checkInFields, checkInRules } from './rules';

export const getStatus: ActivityOperation = {
	option: {
		name: 'Get Status',
		value: 'getStatus',
		action: 'Get check in status',
		description: "Give a person's streak, total, points and next reward",
	},
	properties: checkInFields,
	begin(run) {
		const [book, rules, replies] = [
			run.book(),
			checkInRules(run),
			new Replies(run, CHECK_IN_REPLIES),
		];
		return (itemIndex) => {
			const activityId = run.activityId(itemIndex);
			const openId = run.openId(itemIndex);
			const step = checkInStatus(book, activityId, openId, run.now(itemIndex), rules);
			return answerOf(step, { activityId, openId }, replies.say([step.status], step.values));
		};
	},
};
