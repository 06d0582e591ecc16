import { activity, setFields } from '../lib/nodes.mjs';
import { message, openId, quiz, saidAt } from './message.mjs';

export function tellScore(w, store, wish) {
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

export function pause(w, store, wish) {
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
			at: `={{ ${saidAt} }}`,
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
