import { Canvas } from './lib/canvas.mjs';
import {
	activity,
	batches,
	condition,
	coreNode,
	everyMinutes,
	filterBy,
	ifAll,
	manualTrigger,
	setFields,
	switchBy,
	wechatReply,
	wechatTrigger,
} from './lib/nodes.mjs';
import { openWithTickets } from './lib/opening.mjs';
import { COMMANDS, textTrigger } from './lib/routing.mjs';
import { NOW_CODE, SETTINGS, sentAt } from './lib/settings.mjs';
import { sentRow } from './lib/steps.mjs';
import { claimTicket } from './lib/tickets.mjs';

const TRIGGER = 'When somebody plays';
const OPEN = 'Open the quiz by hand';
const LEFT = 'Every minute';
const MESSAGE = 'Message';
const QUIZ = 'Quiz';

const message = `$('${MESSAGE}').first().json`;
const quiz = `$('${QUIZ}').first().json`;
const openId = `${message}.wechat.openId`;
const said = `${message}.Content.trim()`;
const rules = `JSON.parse(${quiz}.rules)`;

/** WeChat delivers a message again for 15 seconds; after 30 nobody else answers it. */
const GIVEN_UP_MS = 30_000;

const before = (milliseconds) =>
	`={{ new Date(new Date(${NOW_CODE}).getTime() - ${milliseconds}).toISOString() }}`;

const started = (trigger) =>
	condition(`={{ $('${trigger}').isExecuted }}`, 'true', undefined, 'boolean');

/** Turns the JSON of a column back into the item that it was. */
const fromColumn = (column) =>
	coreNode('set', 3.4, { mode: 'raw', jsonOutput: `={{ $json.${column} }}`, options: {} });

const event = (key) => ({
	openId: `={{ ${openId} }}`,
	key: `={{ ${key} }}`,
	at: `={{ ${message}.CreateTime }}`,
	text: `={{ ${message}.Content }}`,
});

function receive(w, store) {
	const section = w.section(
		'## 1. 收到消息\n先存入待答表，答过的每分钟清理。n8n 中途重启，没答的在一分钟内用客服消息补答。',
		{ line: 0 },
	);
	const trigger = section.put(TRIGGER, wechatTrigger(textTrigger(COMMANDS.quiz)), 0, 0);
	const keep = section.put(
		'Keep until answered',
		store.put('wechat_quiz_inbox', {
			key: '={{ $json.wechat.dedupeKey }}',
			openId: '={{ $json.wechat.openId }}',
			message: '={{ JSON.stringify($json) }}',
			at: sentAt(TRIGGER),
			status: 'open',
			answeredBy: '',
		}),
		1,
		0,
	);
	const minute = section.put(LEFT, everyMinutes(1), 0, 1);
	const byHand = section.put(OPEN, manualTrigger(), 0, 2);
	const settings = section.put(SETTINGS, store.get('wechat_settings'), 1, 1);
	const isOpening = section.put('Is the quiz to be opened?', ifAll(started(OPEN)), 2, 1, {
		executeOnce: true,
	});
	const left = section.put(
		'Left unanswered',
		store.get('wechat_quiz_inbox', [
			['status', 'eq', 'open'],
			['at', 'lt', before(GIVEN_UP_MS)],
		]),
		3,
		2,
	);
	const isLeft = section.put(
		'Is one left?',
		filterBy(condition('={{ $json.key }}', 'notEmpty')),
		4,
		2,
	);
	const each = section.put('One by one', batches(1), 5, 1);
	const tidy = section.put(
		'Tidy up the answered',
		store.remove('wechat_quiz_inbox', [
			['status', 'eq', 'answered'],
			['at', 'lt', before(GIVEN_UP_MS)],
		]),
		3,
		3,
	);
	const item = section.put(MESSAGE, fromColumn('message'), 6, 0);
	w.chain(trigger, keep, item);
	w.link(minute, settings).link(byHand, settings).link(settings, isOpening);
	w.link(isOpening, left, { output: 1 }).link(isOpening, tidy, { output: 1 });
	w.chain(left, isLeft, each).link(each, item, { output: 1 });
	return { item, each, isOpening };
}

function read(w, store) {
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
	const isOn = section.put('Is a quiz on?', ifAll(condition('={{ $json.key }}', 'notEmpty')), 1);
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
				'answer while paused': condition(
					`={{ ${said} !== '答题' && ${last}?.type === 'pause' }}`,
					'true',
					undefined,
					'boolean',
				),
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

function play(w, store, { questions, rows }) {
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
	const stored = section.put('Store the turn', store.insert('wechat_activity_rows'), 1, 0);
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

function claimPrize(w, store, { isOver, handle }) {
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

function tellScore(w, store, wish) {
	const section = w.section('## 5. 我的成绩\n得分、名次和前五名；别人的 OpenID 只显示一部分。', {
		line: 3,
	});
	const rows = section.put(
		'Rows of everybody',
		store.get('wechat_activity_rows', [['activityId', 'eq', `={{ ${quiz}.key }}`]]),
		0,
	);
	const board = section.put(
		'Leaderboard',
		activity('leaderboard', 'build', {
			activityId: `={{ ${quiz}.key }}`,
			limit: 100_000,
			options: { types: 'quiz', now: `={{ ${message}.CreateTime }}` },
		}),
		1,
	);
	const ticket = section.put(
		'Ticket of the player',
		store.get('wechat_tickets', [
			['activityId', 'eq', `={{ ${quiz}.key }}`],
			['openId', 'eq', `={{ ${openId} }}`],
		]),
		2,
	);
	const ranking = `$('${board}').first().json.activity.ranking`;
	const mine = `${ranking}.find((entry) => entry.openId === ${openId})`;
	const lines = `${ranking}.slice(0, 5).map(({ rank, name, score, ms }) => rank + '. ' + name + '  ' + score + ' 分  ' + Math.round(ms / 1000) + ' 秒').join('\\n')`;
	const text = section.put(
		'Score',
		setFields({
			text: `={{ (${mine} ? '您得 ' + ${mine}.score + ' 分，第 ' + ${mine}.rank + ' 名（共 ' + ${ranking}.length + ' 人）。' : '您还没有得分，回复“答题”开始。') + ($json.prize ? '\\n奖品：' + $json.prize + '，奖券号 ' + $json.ticketNo : '') + (${ranking}.length ? '\\n\\n排行榜\\n' + ${lines} : '') }}`,
		}),
		3,
		0,
		{ executeOnce: true },
	);
	w.link(wish, rows, { output: 0 }).chain(rows, board, ticket, text);
	return text;
}

function pause(w, store, wish) {
	const section = w.section('## 6. 退出答题\n记一行暂停；在回复“答题”之前，字母不算回答。', {
		line: 3,
	});
	const note = section.put(
		'Note the pause',
		store.put('wechat_activity_rows', {
			key: `={{ ${quiz}.key + '|' + ${openId} + '|pause|' + ${message}.wechat.dedupeKey }}`,
			activityId: `={{ ${quiz}.key }}`,
			openId: `={{ ${openId} }}`,
			type: 'pause',
			points: 0,
			data: '{}',
			at: `={{ new Date(Number(${message}.CreateTime) * 1000).toISOString() }}`,
		}),
		0,
	);
	const paused = section.put(
		'Paused',
		setFields({ text: '好的，进度已保存。随时回复“答题”继续，已答的题不用重答。' }),
		1,
	);
	const still = section.put(
		'Still paused',
		setFields({ text: '答题已暂停，回复“答题”继续。' }),
		1,
		1,
	);
	w.link(wish, note, { output: 1 }).link(note, paused).link(wish, still, { output: 2 });
	return [paused, still];
}

function answer(w, store, texts, each) {
	const section = w.section(
		'## 7. 回答一次\n占住待答的那一行才回答，所以两个运行同时处理也只答一次；超过五秒自动改用客服消息，并记录。',
		{ line: 4 },
	);
	const text = section.put('Answer', setFields({ text: '={{ $json.text }}' }), 0);
	const claim = section.put(
		'Claim the answer',
		store.update(
			'wechat_quiz_inbox',
			[
				['key', 'eq', `={{ ${message}.wechat.dedupeKey }}`],
				['status', 'eq', 'open'],
			],
			{ status: 'answered', answeredBy: '={{ $execution.id }}' },
		),
		1,
	);
	const isOurs = section.put(
		'Is it ours to answer?',
		ifAll(condition('={{ $json.answeredBy }}', 'equals', '={{ $execution.id }}')),
		2,
	);
	const item = section.put('Message to answer', fromColumn('message'), 3);
	const reply = section.put('Reply', wechatReply(`={{ $('${text}').first().json.text }}`), 4);
	const isLate = section.put(
		'Did it go out later?',
		ifAll(condition('={{ $json.sentAs }}', 'equals', 'customerServiceMessage')),
		5,
	);
	const record = section.put(
		'Record the message',
		store.put(
			'wechat_interactions',
			sentRow({
				key: `'quiz:' + ${message}.wechat.dedupeKey`,
				openId,
				at: `new Date(Number(${message}.CreateTime) * 1000).toISOString()`,
				text: `$('${text}').first().json.text`,
			}),
		),
		6,
	);
	const isSweep = section.put('Are there more to answer?', ifAll(started(LEFT)), 7);
	for (const from of texts) w.link(from, text);
	w.chain(text, claim, isOurs, item, reply, isLate, record, isSweep, each);
	w.link(isLate, isSweep, { output: 1 }).link(isOurs, isSweep, { output: 1 });
}

export default (store) => {
	const w = new Canvas({
		name: '06 Keyword game: quiz for prizes',
		overview: `### How it works
用户回复“答题”，在对话里一题一题地答（A、B、C、D）；中途可“退出答题”，再回复“答题”从断点继续。每人题目和选项的顺序不同，每人一次。答完给出得分和奖品，“我的成绩”看名次与排行榜。

奖励分三档：完成得参与奖，分数高得进阶奖、大奖。每份奖品是一张奖券，谁先占到归谁，不会超发；一档发完顺延到下一档。得分也计入积分。

重复推送只算一次。n8n 中途被关掉，重启后一分钟内补答没答的消息，不会答两遍。

### Setup
1. 运行 00 号流程，在 wechat_quiz_questions、wechat_prizes、wechat_activities 中改题目、奖品和规则。
2. 选择凭证，点 Open the quiz by hand：检查规则、切好奖券、开放答题，期限由 rules 的 days 决定。
3. 发布。新一期：在 wechat_activities 加一行新的 key，再运行一次。`,
	});
	const { item, each, isOpening } = receive(w, store);
	const { current, questions, rows, wish, none } = read(w, store);
	w.link(item, current);
	const { handle, isOver, next } = play(w, store, { questions, rows });
	w.link(wish, handle, { output: 3 });
	const result = claimPrize(w, store, { isOver, handle });
	const score = tellScore(w, store, wish);
	const pauses = pause(w, store, wish);
	answer(w, store, [none, next, result, score, ...pauses], each);
	openWithTickets(w, store, { kind: 'quiz', from: isOpening, output: 0, line: 5 });
	return w;
};
