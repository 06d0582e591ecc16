import { defineTable } from '../table';

/**
 * Questions of quizzes, which people edit in the table. `key` identifies a question and must not change while
 * the quiz runs; where it is empty, the question itself stands for it.
 */
export const quizQuestions = defineTable({
	name: 'quiz_questions',
	holds: 'questions of quizzes, one row each',
	columns: {
		/** The quiz that asks it; empty for every quiz. */
		activityId: 'text',
		question: 'text',
		/** Choices with | between; empty for a question that is answered in words. */
		options: 'text',
		/** The right choice or its letter; without choices, what counts as right, with | between. */
		answer: 'text',
		/** For the right answer; empty counts as 1. */
		points: 'number',
		explanation: 'text',
		/** Switched off. The other way round a row typed in by a person would be off until a box is ticked. */
		isOff: 'flag',
	},
	indexes: [],
	examples: [
		{
			key: 'example:capital',
			question: '中国的首都是哪座城市？',
			options: '北京|上海|广州|西安',
			answer: '北京',
			points: 1,
			explanation: '（示例题目：请在题库表里改成您自己的题目）',
		},
		{
			key: 'example:days',
			question: '一年有多少个月？',
			options: '10|11|12|13',
			answer: '12',
			points: 1,
			explanation: '（示例题目：请在题库表里改成您自己的题目）',
		},
		{
			key: 'example:word',
			question: '“床前明月光”的下一句是什么？',
			answer: '疑是地上霜',
			points: 2,
			explanation: '出自李白《静夜思》。（示例题目：没有选项的题目用文字回答）',
		},
	],
});
