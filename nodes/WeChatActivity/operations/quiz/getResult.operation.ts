import { quizResult } from '../../engine/quiz/result';
import { activityIdField, allRowsFields, withNow } from '../fields';
import type { ActivityOperation } from '../operation';
import { questionFields, quizOptions, quizRules } from './rules';

export const getResult: ActivityOperation = {
	option: {
		name: 'Get Result',
		value: 'getResult',
		action: 'Get quiz result',
		description: 'Rank those who finished, and tell how each question was answered',
	},
	properties: [activityIdField, ...questionFields, ...allRowsFields, withNow(...quizOptions)],
	begin(run) {
		const [book, rulesOf] = [run.book(), quizRules(run)];
		return (itemIndex) => {
			const activityId = run.activityId(itemIndex);
			const result = quizResult(book, activityId, rulesOf(activityId));
			const reply = result.ranking
				.slice(0, 10)
				.map(
					({ rank, name, score, ms }) =>
						`${rank}. ${name}  ${score} 分  ${Math.round(ms / 1_000)} 秒`,
				)
				.join('\n');
			return { activity: { activityId, status: 'result', reply, ...result }, rows: [] };
		};
	},
};
