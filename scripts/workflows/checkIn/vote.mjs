import { activity, condition, hasField, ifAll, wechatReply } from '../lib/nodes.mjs';
import { ROWS, message, now, ownRows } from './common.mjs';

export const numbered = (choices) =>
	`${choices}.split('\\n').filter((choice) => choice.trim()).map((choice, place) => (place + 1) + '. ' + choice.trim()).join('\\n')`;

/** Fields that are the same for casting and counting. */
export const poll = (code, { now: time, hidesResults = `={{ ${code}.hidesResults }}` }) => ({
	activityId: `={{ 'poll:' + ${code}.key }}`,
	choices: `={{ ${code}.choices }}`,
	mode: `={{ ${code}.mode || 'once' }}`,
	options: {
		startsAt: `={{ ${code}.startsAt ?? '' }}`,
		endsAt: `={{ ${code}.endsAt ?? '' }}`,
		hidesResults,
		now: time,
	},
});

export function vote(w, store, from) {
	const section = w.section(
		'## 4. 投票\n每人一票，先写入再计票。结果是否在结束前公开，由 wechat_polls 表的 hidesResults 决定。',
		{ line: 3 },
	);
	const latest = section.put(
		'The latest poll',
		store.get(
			'wechat_polls',
			[
				['isActive', 'isTrue'],
				['startsAt', 'lte', `={{ new Date(Number(${message}.CreateTime) * 1000).toISOString() }}`],
			],
			{ orderBy: ['startsAt', 'DESC'], limit: 1 },
		),
		0,
		1,
	);
	const isThere = section.put('Is there a poll?', ifAll(hasField()), 1, 1);
	const isVote = section.put(
		'Is it a vote?',
		ifAll(condition(`={{ ${message}.Content.trim() }}`, 'notEquals', '投票')),
		2,
		1,
	);
	const cast = section.put(
		'Cast the vote',
		activity('vote', 'cast', {
			...poll('$json', { now }),
			rowsFrom: 'json',
			rows: ownRows,
			event: {
				key: `={{ ${message}.wechat.dedupeKey }}`,
				openId: `={{ ${message}.wechat.openId }}`,
				at: now,
				text: `={{ ${message}.Content.trim().replace(/^投\\s*/, '') }}`,
			},
			replies: { notAChoice: '没有这个选项，请看清序号再投。' },
		}),
		3,
		0,
	);
	const stored = section.put('Store the vote', store.upsert(ROWS), 4, 0);
	const question = `$('${latest}').first().json`;
	const votes = section.put(
		'Votes so far',
		store.get(ROWS, [['activityId', 'eq', `={{ 'poll:' + ${question}.key }}`]]),
		4,
		1,
	);
	const result = section.put(
		'Result so far',
		activity('vote', 'getResult', { ...poll(question, { now }), rowsFrom: 'firstInput' }),
		5,
		1,
	);
	const castCode = `$('${cast}').first().json.activity`;
	const choiceList = `${question}.question + '\\n' + ${numbered(`${question}.choices`)} + '\\n回复“投”加序号，例如“投 1”。每人一票。'`;
	const hasVoted = `($('${votes}').all().some(({ json }) => json.openId === ${message}.wechat.openId) || $json.activity.status === 'final')`;
	const counted = `${question}.question + '\\n' + $json.activity.reply`;
	const answer = section.put(
		'Answer the voter',
		wechatReply(
			`={{ $('${cast}').isExecuted ? ${castCode}.reply + '\\n\\n' + (['notAChoice', 'notOpen'].includes(${castCode}.status) ? ${choiceList} : ${counted}) : ${hasVoted} ? ${counted} : ${choiceList} }}`,
		),
		6,
		1,
	);
	const none = section.put(
		'Answer that there is none',
		wechatReply('现在没有进行中的投票，敬请期待。'),
		2,
		2,
	);
	w.link(from.node, latest, from).chain(latest, isThere, isVote, cast);
	w.link(isThere, none, { output: 1 });
	w.link(cast, stored, { output: 1 }).link(cast, votes).link(isVote, votes, { output: 1 });
	w.chain(votes, result, answer);
}
