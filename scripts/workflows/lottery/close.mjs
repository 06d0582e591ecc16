import { activity, condition, hasField, ifAll } from '../lib/nodes.mjs';
import { prizesOf } from '../lib/opening.mjs';
import { ago, NOW, NOW_CODE } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';

const DAY_MS = 86_400_000;

/**
 * Closes the draw whose entries have ended: the list, the prizes and the name of the public number are settled
 * and published before that number exists.
 *
 * @returns the nodes after which what is due may be drawn, with the output to go on from
 */
export function closeDraw(w, store, { from, output, line }) {
	const section = w.section(
		'## 6. 截止\n报名结束就定下名单、奖品和公共随机数，并公布摘要；此后改任何一样都看得出来。两个运行只有先公布的算数。',
		{ line },
	);
	const ended = section.put(
		'Draw to close',
		store.get(
			'wechat_lottery_draws',
			[
				['status', 'eq', 'open'],
				// A minute for entries that are on their way.
				['endsAt', 'lte', ago('minutes', 1)],
			],
			{ limit: 1, orderBy: ['endsAt', 'ASC'] },
		),
		0,
	);
	const draw = `$('${ended}').first().json`;
	const isThere = section.put('Has a draw ended?', ifAll(hasField()), 1);
	const rules = section.put(
		'Rules of the draw',
		store.get('wechat_activities', [['key', 'eq', '={{ $json.activityKey }}']]),
		2,
	);
	const prizes = section.put(
		'Prizes of the draw',
		store.get('wechat_prizes', [['activityId', 'eq', `={{ ${draw}.activityKey }}`]]),
		3,
	);
	const commitment = section.put(
		'Commitment of the draw',
		store.get('wechat_lottery_secrets', [
			['activityId', 'eq', `={{ ${draw}.key }}`],
			['type', 'eq', 'commitment'],
		]),
		4,
	);
	const entries = section.put(
		'Entries',
		store.get('wechat_activity_rows', [
			['activityId', 'eq', `={{ ${draw}.key }}`],
			['type', 'eq', 'entry'],
		]),
		5,
	);
	const rule = (name, fallback) =>
		`(JSON.parse($('${rules}').first().json.rules || '{}').${name} ?? ${fallback})`;
	// A closing that comes late, after a break, waits for the number of another day: that of today may be known.
	const drawAt = `new Date(new Date(${draw}.drawAt).getTime() + ${DAY_MS} * Math.max(0, Math.ceil((new Date(${NOW_CODE}) - new Date(${draw}.drawAt) + 1) / ${DAY_MS}))).toISOString()`;
	const close = section.put(
		'Close the entries',
		activity('lottery', 'close', {
			activityId: `={{ ${draw}.key }}`,
			prizesFrom: 'json',
			prizes: prizesOf(prizes),
			beaconName: `={{ ${rule('beaconName', "''")} }}`,
			beaconAt: `={{ ${drawAt} }}`,
			rowsFrom: 'json',
			rows: `={{ [...$('${entries}').all(), ...$('${commitment}').all()] }}`,
			options: {
				now: NOW,
				closedAt: `={{ ${draw}.endsAt }}`,
				reserves: `={{ ${rule('reserves', 0)} }}`,
			},
		}),
		6,
		0,
		{ executeOnce: true },
	);
	const result = `$('${close}').first(0).json.activity`;
	const publish = section.put(
		'Publish the closing',
		store.update(
			'wechat_lottery_draws',
			[
				['key', 'eq', `={{ ${draw}.key }}`],
				['status', 'eq', 'open'],
			],
			{
				status: 'closed',
				closing: `={{ $('${close}').first(1).json.data }}`,
				closingDigest: `={{ ${result}.closingDigest }}`,
				entries: `={{ JSON.stringify(${result}.entries) }}`,
				entryCount: `={{ ${result}.entryCount }}`,
				drawAt: `={{ ${result}.closing.beaconName ? ${drawAt} : ${draw}.drawAt }}`,
			},
		),
		7,
	);
	const isOurs = section.put(
		'Is the closing ours?',
		ifAll(condition('={{ $json.closingDigest }}', 'equals', `={{ ${result}.closingDigest }}`)),
		8,
	);
	const tell = section.put(
		'Tell staff it is closed',
		notifyStaff(
			`'“' + ${draw}.name + '”报名截止：' + ${result}.entryCount + ' 人。截止摘要 K：' + ${result}.closingDigest + '（已在公示页公布）。' + (${result}.closing.beaconName ? '\\n开奖要用' + DateTime.fromISO(${result}.closing.beaconAt).setZone('Asia/Shanghai').toFormat('M月d日 HH:mm') + ' 之后产生的“' + ${result}.closing.beaconName + '”。' : '')`,
		),
		9,
		0,
	);
	w.link(from, ended, { output }).chain(ended, isThere, rules, prizes, commitment, entries, close);
	w.link(close, publish, { output: 0 }).chain(publish, isOurs, tell);
	return [{ node: tell }, { node: isThere, output: 1 }, { node: isOurs, output: 1 }];
}
