import { activity, hasField, ifAll } from '../lib/nodes.mjs';
import { NOW, SHANGHAI_CODE } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { DAILY, ROWS } from './common.mjs';
import { poll } from './vote.mjs';

export function report(w, store, from) {
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
	const isThere = section.put('Was there a poll?', ifAll(hasField()), 3);
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
