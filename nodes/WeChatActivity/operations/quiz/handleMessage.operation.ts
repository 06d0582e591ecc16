import { handleMessage as handle, speechOf, type QuizStep } from '../../engine/quiz/quiz';
import { eventOperation } from '../eventOperation';
import { activityIdField, eventField, withNow, rowsKnownFields, tiersField } from '../fields';
import { tiersOf } from '../points/rules';
import { repliesField, type ReplyTexts } from '../replies';
import { questionFields, quizOptions, quizRules, startWordsField } from './rules';

const TEXTS: ReplyTexts = {
	started: { label: 'Started', text: '答题开始，共 {count} 题。' },
	resumed: { label: 'Resumed', text: '欢迎回来，我们继续答题。' },
	right: { label: 'Right', text: '回答正确，+{points} 分。\n{explanation}' },
	wrong: { label: 'Wrong', text: '回答错误，正确答案是 {answer}。\n{explanation}' },
	timeUp: { label: 'Time Is Up', text: '这一题已超时，不得分。' },
	notAnAnswer: { label: 'Not an Answer', text: '没有看懂您的回答，请回复选项前的字母。' },
	asking: { label: 'Question', text: '第 {number}/{count} 题\n{question}\n{options}' },
	finished: {
		label: 'Finished',
		text: '答题结束！您答对 {correct}/{count} 题，得 {score} 分，用时 {seconds} 秒。',
	},
	alreadyFinished: { label: 'Already Finished', text: '您已经完成答题，成绩为 {score} 分。' },
	notOpen: { label: 'Not Open Yet', text: '答题活动还没有开始。' },
	closed: { label: 'Closed', text: '答题活动已经结束，感谢参与。' },
};

export const handleMessage = eventOperation({
	option: {
		name: 'Handle Message',
		value: 'handleMessage',
		action: 'Handle quiz message',
		description: 'Start, resume, judge an answer, ask the next question, or give the result',
	},
	properties: [
		activityIdField,
		...questionFields,
		startWordsField,
		...rowsKnownFields,
		tiersField,
		eventField,
		repliesField(
			TEXTS,
			'{number} {count} {question} {options} {lastLetter} {secondsPerQuestion} {points} {answer} {explanation} {score} {correct} {seconds} {attemptsUsed} {tier} {nextTier} {pointsToNext}',
		),
		withNow(...quizOptions),
	],
	texts: TEXTS,
	rules: (run) => ({ of: quizRules(run), tiers: tiersOf(run) }),
	step: ({ book, activityId, event, rules }): QuizStep =>
		handle(book, activityId, event, rules.of(activityId), rules.tiers),
	speech: speechOf,
	more: ({ outcome, handled }) => ({ outcome, handled }),
});
