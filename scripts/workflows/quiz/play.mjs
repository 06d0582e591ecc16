import {
	activity,
	condition,
	hasField,
	ifAll,
	isTrue,
	setFields,
	switchBy,
} from '../lib/nodes.mjs';
import { claimTicket } from '../lib/tickets.mjs';
import { event, message, openId, QUIZ, quiz, said } from './message.mjs';

const rules = `JSON.parse(${quiz}.rules)`;

/** What is played, and how far the player is. */
export function read(w, store) {
	const section = w.section(
		'## 2. 题目和进度\n读出活动、题库和这个人的答题记录，再看他要做什么。',
		{
			line: 1,
		},
	);
	const current = section.put(
		QUIZ,
		store.get(
			'wechat_activities',
			[
				['kind', 'eq', 'quiz'],
				['isActive', 'isTrue'],
			],
			{ limit: 1, orderBy: ['startsAt', 'DESC'] },
		),
		0,
	);
	const isOn = section.put('Is a quiz on?', ifAll(hasField()), 1);
	const none = section.put(
		'No quiz',
		setFields({ text: '现在没有进行中的答题，敬请期待。' }),
		2,
		1,
	);
	const questions = section.put('Questions', store.get('wechat_quiz_questions'), 2);
	const rows = section.put(
		'Rows of the player',
		store.get('wechat_activity_rows', [
			['openId', 'eq', `={{ ${openId} }}`],
			['activityId', 'eq', `={{ ${quiz}.key }}`],
		]),
		3,
	);
	const last = `$('${rows}').all().map(({ json }) => json).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).at(-1)`;
	const wish = section.put(
		'What does the player want?',
		switchBy(
			{
				score: condition(`={{ ${said} }}`, 'equals', '我的成绩'),
				pause: condition(`={{ ${said} }}`, 'equals', '退出答题'),
				'answer while paused': isTrue(`${said} !== '答题' && ${last}?.type === 'pause'`),
			},
			{ fallback: 'play' },
		),
		4,
		0,
		{ executeOnce: true },
	);
	w.chain(current, isOn, questions, rows, wish).link(isOn, none, { output: 1 });
	return { current, questions, rows, wish, none };
}

/** Judges, and asks on. */
export function play(w, store, { questions, rows }) {
	const section = w.section(
		'## 3. 出题、判分\n每条消息一行记录，重复推送只记一次；先存记录，再往下走。',
		{ line: 1 },
	);
	const handle = section.put(
		'Play',
		activity('quiz', 'handleMessage', {
			activityId: `={{ ${quiz}.key }}`,
			questionsFrom: 'json',
			questions: `={{ $('${questions}').all().map(({ json }) => ({ ...json, id: json.key })) }}`,
			startWords: '答题',
			rowsFrom: 'json',
			rows: `={{ $('${rows}').all() }}`,
			event: event(`${message}.wechat.dedupeKey`),
			replies: {
				started:
					'答题开始，共 {count} 题，请回复选项前的字母。\n有事可回复“退出答题”，之后回复“答题”继续。',
			},
			options: {
				now: `={{ ${message}.CreateTime }}`,
				questionCount: `={{ ${rules}.questions ?? 5 }}`,
				secondsPerQuestion: `={{ ${rules}.secondsPerQuestion ?? 0 }}`,
				startsAt: `={{ ${quiz}.startsAt ?? '' }}`,
				endsAt: `={{ ${quiz}.endsAt ?? '' }}`,
			},
		}),
		0,
		0,
		{ executeOnce: true },
	);
	const stored = section.put('Store the turn', store.upsert('wechat_activity_rows'), 1, 0);
	const isOver = section.put(
		'Is the quiz finished?',
		ifAll(condition('={{ $json.activity.status }}', 'regex', '^(finished|alreadyFinished)$')),
		1,
		1,
	);
	const next = section.put(
		'Next question',
		setFields({
			text: "={{ $json.activity.reply || '回复“答题”开始，每人一次；回复“我的成绩”看排行榜。' }}",
		}),
		2,
		1,
	);
	w.link(handle, stored, { output: 1 }).link(handle, isOver, { output: 0 });
	w.link(isOver, next, { output: 1 });
	return { handle, isOver, next };
}

/** A ticket of the highest tier that was reached and is not used up. */
export function claimPrize(w, store, { isOver, handle }) {
	const section = w.section(
		'## 4. 领奖\n按得分找还有剩余的最高一档，占一张奖券；被人抢先就换一张。再问一次得到同一张。',
		{ line: 2 },
	);
	const prizes = section.put(
		'Prizes',
		store.get('wechat_prizes', [['activityId', 'eq', `={{ ${quiz}.key }}`]]),
		0,
	);
	const score = `$('${handle}').first(0).json.activity.score`;
	const { all, got, decided, picked } = claimTicket(section, store, {
		column: 1,
		activityId: `${quiz}.key`,
		prize: (tickets) =>
			`$('${prizes}').all().map(({ json }) => json).filter(({ minPoints }) => minPoints <= ${score}).sort((a, b) => b.minPoints - a.minPoints).find(({ name }) => $('${tickets}').all().some(({ json }) => json.state === 'free' && json.prize === name))?.name ?? ''`,
		pick: {
			event: event(`'prize|' + ${openId}`),
			replies: {
				win: '恭喜获得「{prize}」，奖券号 {ticketNo}。\n30 天内到店出示，或回复“人工”登记地址，我们寄给您。',
				soldOut: '奖品已经发完，感谢参与。',
			},
			options: { now: `={{ ${message}.CreateTime }}` },
		},
	});
	const result = section.put(
		'Result with prize',
		setFields({
			text: `={{ $('${handle}').first(0).json.activity.reply + '\\n\\n' + $('${picked}').first(0).json.activity.reply }}`,
		}),
		6,
		0,
		{ executeOnce: true },
	);
	w.link(isOver, prizes).link(prizes, all);
	w.link(got, result).link(decided, result);
	return result;
}
