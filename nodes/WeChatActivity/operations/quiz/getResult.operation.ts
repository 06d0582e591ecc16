import { quizQuestions } from '../../../shared/records/tables/quizQuestions';
import { quizResult } from '../../engine/quiz/result';
import { gameId } from '../../fields/activityId';
import { reportOperation } from '../../games/reportOperation';
import { ROUND_TABLES } from '../../records/gameRounds';
import { bankOf, questions } from './questionSource';
import { quizFields, quizRules } from './rules';

export const getResult = reportOperation({
	option: {
		name: 'Get Result',
		value: 'getResult',
		action: 'Get quiz result',
		description: 'Rank those who finished, and tell how each question was answered',
	},
	fields: { questions, options: quizFields.options },
	activityId: gameId,
	plannedAs: 'quiz',
	tables: [quizQuestions, ...ROUND_TABLES],
	report: async (book, { activityId, at }, values) => {
		const bank = await bankOf(values.questions, at.records, activityId);
		const rules = quizRules(bank, activityId, { startWords: [], options: values.options });
		const result = quizResult(book, activityId, rules);
		const reply = result.ranking
			.slice(0, 10)
			.map(
				({ rank, name, score, ms }) =>
					`${rank}. ${name}  ${score} 分  ${Math.round(ms / 1_000)} 秒`,
			)
			.join('\n');
		const { participants, finished, ranking, questions: answered } = result;
		return {
			status: 'result',
			reply,
			participants,
			finished,
			ranking: ranking.map((entry) => ({ ...entry })),
			questions: answered.map((entry) => ({ ...entry })),
		};
	},
});
