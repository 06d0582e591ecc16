import { activity, hasField, ifAll, wechatReply } from '../lib/nodes.mjs';
import { setting, settingCode } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { DAILY, ROWS, message, now, ownRows } from './common.mjs';

const number = (key, fallback) => `={{ Number(${settingCode(key, `'${fallback}'`)}) }}`;

/** What a day is worth follows from all days, so all steps of the check-in have the same rules. */
const CHECK_IN = {
	activityId: DAILY,
	rowsFrom: 'json',
	rows: ownRows,
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

export function checkIn(w, store, { record: onRecord, makeUp: onMakeUp }) {
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
	const isGift = section.put('Is there a gift?', ifAll(hasField('activity.reward')), 1, 2);
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

export function tellPoints(w, store, { points, ranking }) {
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
			rows: ownRows,
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
