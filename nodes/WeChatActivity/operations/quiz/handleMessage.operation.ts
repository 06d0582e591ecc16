import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../shared/json';
import { filled } from '../../../shared/operations/fields/texts';
import { quizQuestions } from '../../../shared/records/tables/quizQuestions';
import {
	handleMessage as handle,
	isPause,
	isStart,
	speechOf,
	type QuizStep,
} from '../../engine/quiz/quiz';
import type { QuizRules } from '../../engine/quiz/attempt';
import { gameId } from '../../fields/activityId';
import { TAP } from '../../fields/event';
import type { ReplyTexts } from '../../fields/replies';
import { tiers } from '../../fields/tiers';
import { eventOperation } from '../../games/eventOperation';
import { gameOutputs } from '../../games/outputs';
import { ROUND_TABLES, windowOf } from '../../records/gameRounds';
import { bankOf, questions } from './questionSource';
import { pauseWords, quizFields, quizRules } from './rules';

const TEXTS: ReplyTexts = {
	started: { label: 'Started', text: '答题开始，共 {count} 题。' },
	resumed: { label: 'Resumed', text: '欢迎回来，我们继续答题。' },
	paused: { label: 'Paused', text: '好的，进度已保存。随时回复“答题”继续，已答的题不用重答。' },
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

/** Whether somebody taps an entry of the menu that is not the quiz's: no answer in words, whatever it is called. */
function isOtherTap({ wechat }: IDataObject, text: string, rules: QuizRules): boolean {
	if (!isRecord(wechat) || wechat.kind !== TAP) return false;
	return !isStart(text, rules) && !isPause(text, rules) && !rules.bank.names(text);
}

export const handleMessage = eventOperation({
	option: {
		name: 'Play',
		value: 'handleMessage',
		action: 'Play quiz',
		description:
			'Take a message or a menu tap: start, resume or pause, judge an answer, ask the next question, or give the result',
	},
	outputs: gameOutputs('Finished'),
	fields: {
		questions,
		startWords: quizFields.startWords,
		pauseWords,
		tiers,
		options: quizFields.options,
	},
	texts: TEXTS,
	placeholders:
		'{number} {count} {question} {options} {lastLetter} {secondsPerQuestion} {points} {answer} {explanation} {score} {correct} {seconds} {attemptsUsed} {tier} {nextTier} {pointsToNext}',
	activityId: gameId,
	plannedAs: 'quiz',
	tables: [quizQuestions, ...ROUND_TABLES],
	step: async ({ at, activityId, game, event, values, isOnCanvas }) => {
		if (isOnCanvas) filled('Activity ID', activityId);
		const bank = await bankOf(values.questions, at.records, activityId);
		const rules = {
			...quizRules(bank, activityId, values),
			...windowOf(game, values.options),
			pauseWords: isOnCanvas ? [] : values.pauseWords,
		};
		if (!isOnCanvas && isOtherTap(at.json, event.text, rules)) return undefined;
		const prizeTiers = values.tiers;
		return (book): QuizStep => {
			const step = handle(book, activityId, event, rules, prizeTiers);
			// What people say outside of a quiz is not written down.
			return isOnCanvas || step.handled ? step : { ...step, rows: [] };
		};
	},
	speech: speechOf,
	more: ({ step: { outcome, handled } }) => ({ outcome, handled }),
	isHandled: ({ handled }) => handled,
	isFinished: ({ status, handled }) =>
		handled && (status === 'finished' || status === 'alreadyFinished'),
	endsApart: true,
});
