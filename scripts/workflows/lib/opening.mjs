import { activity, hasField, ifAll, isTrue, setFields, sortBy } from './nodes.mjs';
import { NOW, NOW_CODE, SHANGHAI_CODE } from './settings.mjs';
import { notifyStaff } from './steps.mjs';

const clock = "'yyyy年M月d日 HH:mm'";

/** Code: when something starts that is opened now. WeChat's times are whole seconds, so nobody is too early. */
export const THIS_MINUTE = `${SHANGHAI_CODE}.startOf('minute').toISO()`;

/** Code: a time (code that gives a text or a Date) as followers read it. */
export const readable = (time) =>
	`DateTime.fromJSDate(new Date(${time})).setZone('Asia/Shanghai').toFormat(${clock})`;

/** Code: a text (code) with its {from}, {to} and {drawAt} filled in by code. */
export const filledIn = (text, { from, to, drawAt = "''" }) =>
	`${text}.replace('{from}', ${from}).replace('{to}', ${to}).replace('{drawAt}', ${drawAt})`;

/** Code: the names and quantities of the items of a node, as the Activity node takes prizes. */
export const prizesOf = (node) =>
	`={{ $('${node}').all().map(({ json }) => ({ name: json.name, quantity: json.quantity, valueFen: json.valueFen })) }}`;

/**
 * Chooses the seed of an activity once. Rows leave by the first output of the node `kept`, sorted so that the
 * seed is stored before its commitment; a run that broke off between the two goes on with the same seed.
 *
 * @param activityId code that gives the activity
 * @param of what the seed is of, in the names of the nodes
 */
export function commitSeed(section, store, { column, activityId, of, now }) {
	const w = section.canvas;
	const where = [['activityId', 'eq', `={{ ${activityId} }}`]];
	const known = section.put(
		`Known seed of ${of}`,
		store.get('wechat_lottery_secrets', where),
		column,
	);
	const commit = section.put(
		`Commit to a seed of ${of}`,
		activity('lottery', 'commit', {
			activityId: `={{ ${activityId} }}`,
			seed: `={{ JSON.parse($('${known}').all().find(({ json }) => json.type === 'seed')?.json.data ?? '{}').seed ?? '' }}`,
			rowsFrom: 'json',
			rows: `={{ $('${known}').all() }}`,
			options: { now },
		}),
		column + 1,
		0,
		{ executeOnce: true },
	);
	const sorted = section.put(`Seed of ${of} first`, sortBy('type', 'descending'), column + 2);
	const kept = section.put(
		`Keep the seed of ${of}`,
		store.insert('wechat_lottery_secrets'),
		column + 3,
	);
	w.chain(known, commit);
	w.link(commit, sorted, { output: 1 }).chain(sorted, kept);
	return { known, commit };
}

/**
 * Opens a game whose prizes are tickets: the rules are checked, the tickets cut, the game switched on. Until
 * the last step nothing can be won, and opening again after a break makes no ticket twice.
 *
 * @param kind of the row in wechat_activities
 * @param from the node before, whose item starts it
 */
export function openWithTickets(w, store, { kind, from, output, line }) {
	const check = w.section(
		'## 检查规则\n奖品、时间、领奖方式等写进公布的文字；有违规或遗漏就不开放，并告诉员工。',
		{ line },
	);
	const row = check.put(
		'Game to open',
		store.get(
			'wechat_activities',
			[
				['kind', 'eq', kind],
				['isActive', 'isFalse'],
			],
			{ limit: 1, orderBy: ['key', 'DESC'] },
		),
		0,
	);
	const isThere = check.put('Is there a game to open?', ifAll(hasField()), 1);
	const game = `$('${row}').first().json`;
	const prizes = check.put(
		'Prizes of the game',
		store.get('wechat_prizes', [['activityId', 'eq', '={{ $json.key }}']]),
		2,
	);
	const days = `(JSON.parse(${game}.rules).days ?? 30)`;
	const terms = check.put(
		'Terms',
		setFields({
			startsAt: `={{ ${THIS_MINUTE} }}`,
			endsAt: `={{ ${game}.endsAt || ${NOW_CODE}.toDateTime().plus({ days: ${days} }).toISO() }}`,
			text: `={{ ${filledIn(`${game}.text`, {
				from: `${SHANGHAI_CODE}.toFormat(${clock})`,
				to: readable(
					`(${game}.endsAt || ${NOW_CODE}.toDateTime().plus({ days: ${days} }).toISO())`,
				),
			})} }}`,
		}),
		3,
		0,
		{ executeOnce: true },
	);
	const verdict = check.put(
		'Check the rules',
		activity('compliance', 'check', {
			kind,
			text: '={{ $json.text }}',
			disclosed: { startsAt: '={{ $json.startsAt }}', endsAt: '={{ $json.endsAt }}' },
			prizesFrom: 'json',
			prizes: prizesOf(prizes),
			options: { now: NOW },
		}),
		4,
	);
	const may = check.put('May the game start?', ifAll(isTrue('$json.activity.canStart')), 5);
	const tellBlocked = check.put(
		'Tell staff what is wrong',
		notifyStaff(`'“' + ${game}.name + '”没有开放：\\n' + $json.activity.reply`),
		5,
		1,
	);
	w.link(from, row, { output }).chain(row, isThere, prizes, terms, verdict, may);
	w.link(may, tellBlocked, { output: 1 });

	const cut = w.section(
		'## 切奖券并开放\n每份奖品一张奖券，加上空券，按种子打乱；全部入库后才开放。重复运行不会多切。',
		{ line },
	);
	const { known, commit } = commitSeed(cut, store, {
		column: 0,
		activityId: `${game}.key`,
		of: 'the game',
		now: NOW,
	});
	const seed = cut.put(
		'Seed to cut with',
		store.get('wechat_lottery_secrets', [['activityId', 'eq', `={{ ${game}.key }}`]]),
		2,
		1,
	);
	const tickets = cut.put(
		'Cut tickets',
		activity('lottery', 'cutTickets', {
			activityId: `={{ ${game}.key }}`,
			prizesFrom: 'json',
			prizes: prizesOf(prizes),
			blanks: `={{ JSON.parse(${game}.rules).blanks ?? 0 }}`,
			rowsFrom: 'json',
			rows: `={{ $('${seed}').all() }}`,
		}),
		3,
		1,
		{ executeOnce: true },
	);
	const fresh = cut.put('New tickets', store.missing('wechat_tickets'), 4, 0);
	const stored = cut.put('Store tickets', store.insert('wechat_tickets'), 5, 0);
	const open = cut.put(
		'Open the game',
		store.update('wechat_activities', [['key', 'eq', `={{ ${game}.key }}`]], {
			startsAt: `={{ $('${terms}').first().json.startsAt }}`,
			endsAt: `={{ $('${terms}').first().json.endsAt }}`,
			text: `={{ $('${terms}').first().json.text }}`,
			isActive: true,
		}),
		4,
		1,
	);
	const tell = cut.put(
		'Tell staff it is open',
		notifyStaff(
			`'“' + ${game}.name + '”已开放。' + $('${tickets}').first(0).json.activity.reply + '\\n承诺值：' + $('${tickets}').first(0).json.activity.commitment`,
		),
		5,
		1,
	);
	w.link(may, known);
	w.link(commit, seed, { output: 0 }).chain(seed, tickets);
	w.link(tickets, fresh, { output: 1 }).chain(fresh, stored);
	w.link(tickets, open, { output: 0 }).chain(open, tell);
}
