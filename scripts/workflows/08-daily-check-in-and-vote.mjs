import { Canvas } from './lib/canvas.mjs';
import {
	activity,
	condition,
	coreNode,
	ifAll,
	switchBy,
	wechatReply,
	wechatTrigger,
	weeklyAt,
} from './lib/nodes.mjs';
import { anyOf, textTrigger } from './lib/routing.mjs';
import { NOW, SETTINGS, SHANGHAI_CODE, setting, settingCode } from './lib/settings.mjs';
import { notifyStaff } from './lib/steps.mjs';

const TRIGGER = 'When somebody checks in or votes';
const WEEKLY = 'Every Monday at 9:00';
const ROWS = 'wechat_activity_rows';
const OWN_ROWS = 'Rows of the person';

/** Name of the check-in in the rows. */
const DAILY = 'daily';

const message = `$('${TRIGGER}').first().json`;
const now = `={{ ${message}.CreateTime }}`;
const said = (pattern) => condition('={{ $json.Content.trim() }}', 'regex', `^(${pattern})$`);
const number = (key, fallback) => `={{ Number(${settingCode(key, `'${fallback}'`)}) }}`;

/** What a day is worth follows from all days, so all steps of the check-in have the same rules. */
const CHECK_IN = {
	activityId: DAILY,
	rowsFrom: 'json',
	rows: `={{ $('${OWN_ROWS}').all() }}`,
	pointsPerDay: number('checkInPoints', 1),
	rewards: {
		entry: [
			{ day: 1, points: number('checkInDay1', 0), name: '' },
			{ day: 3, points: number('checkInDay3', 0), name: '' },
			{ day: 7, points: number('checkInDay7', 0), name: setting('checkInGift') },
		],
	},
	options: {
		cycleLength: 7,
		makeUpsPerMonth: number('makeUpsPerMonth', 3),
		makeUpWithinDays: 7,
		now,
	},
};

function checkIn(w, store, { record: onRecord, makeUp: onMakeUp }) {
	const section = w.section(
		'## 2. 签到与补签\n先写入，再回复。一天一行，重复点击不重复计分；第 7 天的礼物提醒员工发放。',
		{ line: 1 },
	);
	const record = section.put('Check in', activity('checkIn', 'record', CHECK_IN), 0, 0);
	const makeUp = section.put('Make up a day', activity('checkIn', 'makeUp', CHECK_IN), 0, 2);
	const stored = section.put('Store the day', store.upsert(ROWS), 1, 0);
	const next =
		"['checkedIn', 'madeUp'].includes($json.activity.status) && $json.activity.nextRewardIn ? '\\n再连续签到 ' + $json.activity.nextRewardIn + ' 天，可得' + $json.activity.nextReward + '。' : ''";
	const answer = section.put(
		'Answer the check-in',
		wechatReply(
			`={{ $json.activity.reply + ($json.activity.reward ? '\\n🎁 您得到了' + $json.activity.reward + '，回复“人工”领取。' : '') + (${next}) }}`,
		),
		1,
		1,
	);
	const isGift = section.put(
		'Is there a gift?',
		ifAll(condition('={{ $json.activity.reward }}', 'notEmpty')),
		1,
		2,
	);
	const tell = section.put(
		'Tell staff about the gift',
		notifyStaff(
			"'签到礼物：' + $json.activity.openId + ' 连续签到 ' + $json.activity.streak + ' 天，应发' + $json.activity.reward + '。'",
		),
		2,
		2,
	);
	w.link(onRecord.node, record, onRecord).link(onMakeUp.node, makeUp, onMakeUp);
	for (const node of [record, makeUp]) {
		w.link(node, stored, { output: 1 }).link(node, answer).link(node, isGift);
	}
	w.link(isGift, tell);
}

function tellPoints(w, store, { points, ranking }) {
	const section = w.section(
		'## 3. 积分与排行\n我的积分：连续天数和全部活动的积分。排行：本月积分，昵称不公开，只显示遮盖后的编号。',
		{ line: 2 },
	);
	const status = section.put('Streak of the person', activity('checkIn', 'getStatus', CHECK_IN), 0);
	const balance = section.put(
		'Points of the person',
		activity('points', 'getBalance', {
			activityId: '',
			rowsFrom: 'json',
			rows: CHECK_IN.rows,
			options: { now },
		}),
		1,
	);
	const answer = section.put(
		'Tell the points',
		wechatReply(
			`={{ $('${status}').first().json.activity.reply.replace(/，当前共.*$/, '。') + '\\n全部活动积分：' + $json.activity.balance + '\\n本月还可补签 ' + $('${status}').first().json.activity.makeUpsLeft + ' 次。' }}`,
		),
		2,
	);
	const monthStart = `DateTime.fromSeconds(Number(${message}.CreateTime), { zone: 'Asia/Shanghai' }).startOf('month').toISO()`;
	const rows = section.put(
		'Rows of the month',
		store.get(ROWS, [['at', 'gte', `={{ ${monthStart} }}`]]),
		0,
		1,
	);
	const board = section.put(
		'Rank by points',
		activity('leaderboard', 'build', {
			activityId: '',
			rowsFrom: 'firstInput',
			limit: 1000,
			options: { now },
		}),
		1,
		1,
	);
	const own = `$json.activity.ranking.find(({ openId }) => openId === ${message}.wechat.openId)`;
	const tell = section.put(
		'Tell the ranking',
		wechatReply(
			`={{ $json.activity.status === 'empty' ? '本月还没有人得到积分，回复“签到”成为第一名。' : '本月积分排行\\n' + $json.activity.reply.split('\\n').slice(0, 10).join('\\n') + '\\n\\n您' + (${own} ? '排第 ' + ${own}.rank + ' 名，' + ${own}.score + ' 分。' : '本月还没有积分，回复“签到”开始。') }}`,
		),
		2,
		1,
	);
	w.link(points.node, status, points).chain(status, balance, answer);
	w.link(ranking.node, rows, ranking).chain(rows, board, tell);
}

const numbered = (choices) =>
	`${choices}.split('\\n').filter((choice) => choice.trim()).map((choice, place) => (place + 1) + '. ' + choice.trim()).join('\\n')`;

/** Fields that are the same for casting and counting. */
const poll = (code, { now: time, hidesResults = `={{ ${code}.hidesResults }}` }) => ({
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

function vote(w, store, from) {
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
	const isThere = section.put(
		'Is there a poll?',
		ifAll(condition('={{ $json.key }}', 'notEmpty')),
		1,
		1,
	);
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
			rows: CHECK_IN.rows,
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

function report(w, store, from) {
	const section = w.section(
		'## 5. 每周报告\n上周签到人数、补签、新增积分、前五名和最近一次投票的结果，发给员工。',
		{ line: 4 },
	);
	const monday = `${SHANGHAI_CODE}.startOf('week')`;
	const rows = section.put(
		'Rows of last week',
		store.get(ROWS, [
			['at', 'gte', `={{ ${monday}.minus({ weeks: 1 }).toISO() }}`],
			['at', 'lt', `={{ ${monday}.toISO() }}`],
		]),
		0,
	);
	const board = section.put(
		'Best of last week',
		activity('leaderboard', 'build', {
			activityId: DAILY,
			rowsFrom: 'firstInput',
			limit: 5,
			options: { now: NOW },
		}),
		1,
	);
	const latest = section.put(
		'Poll of last week',
		store.get(
			'wechat_polls',
			[
				['isActive', 'isTrue'],
				['startsAt', 'lt', `={{ ${monday}.toISO() }}`],
			],
			{ orderBy: ['startsAt', 'DESC'], limit: 1 },
		),
		2,
	);
	const isThere = section.put(
		'Was there a poll?',
		ifAll(condition('={{ $json.key }}', 'notEmpty')),
		3,
	);
	const question = `$('${latest}').first().json`;
	const votes = section.put(
		'Votes of the poll',
		store.get(ROWS, [['activityId', 'eq', `={{ 'poll:' + ${question}.key }}`]]),
		4,
	);
	const result = section.put(
		'Result of the poll',
		activity('vote', 'getResult', {
			...poll(question, { now: NOW, hidesResults: false }),
			rowsFrom: 'firstInput',
		}),
		5,
	);
	const of = (type) =>
		`$('${rows}').all().map(({ json }) => json).filter((row) => row.activityId === '${DAILY}' && row.type === '${type}')`;
	const text = `'上周签到（' + ${monday}.minus({ weeks: 1 }).toFormat('MM-dd') + ' 至 ' + ${monday}.minus({ days: 1 }).toFormat('MM-dd') + '）\\n签到 ' + ${of('checkIn')}.length + ' 次，' + new Set(${of('checkIn')}.map(({ openId }) => openId)).size + ' 人；补签 ' + ${of('makeUp')}.length + ' 次\\n' + ($('${board}').first().json.activity.reply || '没有人签到。') + ($('${result}').isExecuted ? '\\n\\n投票：' + ${question}.question + '（' + $('${result}').first().json.activity.voters + ' 人）\\n' + $('${result}').first().json.activity.reply : '')`;
	const tell = section.put('Tell staff about the week', notifyStaff(text), 6);
	w.link(from.node, rows, from).chain(rows, board, latest, isThere, votes, result, tell);
	w.link(isThere, tell, { output: 1 });
}

export default (store) => {
	const w = new Canvas({
		name: '08 Daily check-in and vote',
		overview: `### How it works
每日签到和投票，全部在聊天里完成，不要求转发或邀请，符合微信的规则。
- 签到：每天一次，按上海时间和微信的时钟计日。连续第 1、3、7 天有奖励，7 天一轮。
- 补签：补最近漏掉的一天，每月次数有限；补上后连续天数重新计算。
- 我的积分、积分排行：随时可查。
- 投票：看题目；投 1：投票。每人一票，重复点击只计一次；投过后回复“投票”看结果。
- 每周一把签到和投票的结果发给员工。

所有积分都是 wechat_activity_rows 表里的行，只增加，不修改；同一件事不论推送几次，只计一次。

### Setup
1. 先运行 00 号流程，选择凭证，发布。任何类型的公众号都可以用。
2. 在 wechat_settings 表里改分值和礼物（checkIn 开头的几行）。活动开始后不要再改分值。
3. 在 wechat_polls 表里写投票：一行一题，选项每行一个；开始时间最晚的一题生效。
4. 礼物由员工发放，提醒发到员工群机器人。`,
	});

	const begin = w.section('## 1. 开始\n一条消息是什么命令；每周一则做报告。', { line: 0 });
	const trigger = begin.put(TRIGGER, wechatTrigger(textTrigger(anyOf('checkIn', 'vote'))), 0, 0);
	const weekly = begin.put(WEEKLY, weeklyAt(1, 9), 0, 1);
	const settings = begin.put(SETTINGS, store.get('wechat_settings'), 1, 0);
	const isMessage = begin.put(
		'Is it a message?',
		ifAll(condition(`={{ $('${TRIGGER}').isExecuted }}`, 'true', undefined, 'boolean')),
		2,
		0,
		{ executeOnce: true },
	);
	const own = begin.put(
		OWN_ROWS,
		store.get(ROWS, [['openId', 'eq', `={{ ${message}.wechat.openId }}`]]),
		3,
		0,
	);
	const again = begin.put(
		'The message',
		coreNode('set', 3.4, { mode: 'raw', jsonOutput: `={{ ${message} }}`, options: {} }),
		4,
		0,
		{ executeOnce: true },
	);
	const command = begin.put(
		'Which command is it?',
		switchBy(
			{
				'Check in': said('签到'),
				'Make up': said('补签'),
				Points: said('我的积分'),
				Ranking: said('积分排行'),
			},
			{ fallback: 'Vote' },
		),
		5,
		0,
	);
	for (const start of [trigger, weekly]) w.link(start, settings);
	w.chain(settings, isMessage, own, again, command);

	const on = (output) => ({ node: command, output });
	checkIn(w, store, { record: on(0), makeUp: on(1) });
	tellPoints(w, store, { points: on(2), ranking: on(3) });
	vote(w, store, on(4));
	report(w, store, { node: isMessage, output: 1 });
	return w;
};
