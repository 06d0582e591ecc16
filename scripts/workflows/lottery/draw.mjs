import { activity, condition, filterBy, hasField, ifAll, isTrue } from '../lib/nodes.mjs';
import { isClaimed, leaseEnd } from './lease.mjs';
import { NOW } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { notifyWinners } from './notify.mjs';

/** Draws when the time has come, and then tells the winners. `from` are the nodes to go on from. */
export function drawWinners(w, store, { from, line }) {
	const { due, notify } = prepare(w, store, line);
	for (const { node, output } of from) w.link(node, due, { output });
	notifyWinners(w, store, { from: notify, line: line + 1 });
}

function prepare(w, store, line) {
	const section = w.section(
		'## 7. 占住开奖\n到开奖时间才继续；先占住这一期，两个运行不会都开。中途断了，十分钟后可重来。',
		{ line },
	);
	const due = section.put(
		'Due draw',
		store.get(
			'wechat_lottery_draws',
			[
				['drawAt', 'lte', NOW],
				['status', 'neq', 'preparing'],
				['status', 'neq', 'blocked'],
				['status', 'neq', 'open'],
				['status', 'neq', 'drawn'],
				['status', 'neq', 'noEntries'],
			],
			{ limit: 1, orderBy: ['drawAt', 'ASC'] },
		),
		0,
	);
	const draw = `$('${due}').first().json`;
	const isDue = section.put('Is a draw due?', ifAll(hasField()), 1);
	const beaconName = `JSON.parse(${draw}.closing).beaconName ?? ''`;
	const isKnown = section.put(
		'Is the public number known?',
		ifAll(isTrue(`(${beaconName}) === '' || (${draw}.beacon ?? '') !== ''`)),
		2,
	);
	const ask = section.put(
		'Ask staff for the public number',
		notifyStaff(
			`'“' + ${draw}.name + '”等待开奖：请把“' + (${beaconName}) + '”填入 wechat_lottery_draws 表的 beacon 列，然后运行 Catch up by hand。'`,
		),
		3,
		1,
	);
	const claim = section.put(
		'Claim the draw',
		store.update(
			'wechat_lottery_draws',
			[
				['key', 'eq', `={{ ${draw}.key }}`],
				['status', 'neq', 'drawn'],
				['status', 'neq', 'noEntries'],
				['claimedAt', 'lt', leaseEnd],
			],
			{ status: 'drawing', claimedAt: NOW, claimedBy: '={{ $execution.id }}' },
		),
		3,
	);
	const isOurs = section.put('Is the draw ours?', isClaimed(), 4);
	w.chain(due, isDue, isKnown, claim, isOurs).link(isKnown, ask, { output: 1 });
	const notify = hold(w, store, { from: isOurs, draw, line });
	w.link(isDue, notify, { output: 1 }).link(isOurs, notify, { output: 1 });
	return { due, notify };
}

function hold(w, store, { from, draw, line }) {
	const section = w.section(
		'## 8. 开奖\n名单和奖品截止时已定，加上种子和公共随机数，结果谁都可以重算。先存中奖名单，再公布证明。',
		{ line },
	);
	const clear = section.put(
		'Clear a draw that broke off',
		store.remove('wechat_winners', [['activityId', 'eq', `={{ ${draw}.key }}`]]),
		0,
	);
	const seed = section.put(
		'Seed of the draw',
		store.get('wechat_lottery_secrets', [['activityId', 'eq', `={{ ${draw}.key }}`]]),
		1,
	);
	const entries = section.put(
		'Who entered',
		store.get('wechat_activity_rows', [
			['activityId', 'eq', `={{ ${draw}.key }}`],
			['type', 'eq', 'entry'],
		]),
		2,
	);
	const closing = `{ key: ${draw}.key + '|closing', activityId: ${draw}.key, type: 'closing', data: ${draw}.closing, at: JSON.parse(${draw}.closing).closedAt }`;
	const drawn = section.put(
		'Draw',
		activity('lottery', 'draw', {
			activityId: `={{ ${draw}.key }}`,
			beacon: `={{ ${draw}.beacon ?? '' }}`,
			rowsFrom: 'json',
			rows: `={{ [...$('${entries}').all(), ...$('${seed}').all(), ${closing}] }}`,
			// Whoever has left since closing is still on the list that was published.
			entries: `={{ ${draw}.entries }}`,
			options: { now: NOW },
		}),
		3,
		0,
		{ executeOnce: true },
	);
	const people = section.put(
		'Winners and reserves',
		filterBy(condition('={{ $json.type }}', 'notEquals', 'proof')),
		4,
		0,
	);
	const data = 'JSON.parse($json.data)';
	const stored = section.put(
		'Store winners',
		store.put('wechat_winners', {
			key: '={{ $json.key }}',
			activityId: '={{ $json.activityId }}',
			openId: '={{ $json.openId }}',
			prize: `={{ ${data}.prize }}`,
			place: `={{ ${data}.place }}`,
			entry: `={{ ${data}.entry.slice(0, 12) }}`,
			status: "={{ $json.type === 'win' ? 'pending' : 'reserve' }}",
			at: '={{ $json.at }}',
		}),
		5,
		0,
	);
	const publish = section.put(
		'Publish the proof',
		store.update('wechat_lottery_draws', [['key', 'eq', `={{ ${draw}.key }}`]], {
			status: "={{ $json.activity.status === 'noEntries' ? 'noEntries' : 'drawn' }}",
			proof: '={{ JSON.stringify($json.activity.proof) }}',
			entryCount: '={{ $json.activity.entryCount }}',
			drawnAt: NOW,
		}),
		4,
		1,
	);
	const result = `$('${drawn}').first(0).json.activity`;
	const tell = section.put(
		'Tell staff the result',
		notifyStaff(
			`'“' + ${draw}.name + '”已开奖：' + ${result}.entryCount + ' 人参加，' + ${result}.winnerCount + ' 人中奖。' + ${result}.winners.map(({ prize, place, entry }) => '\\n' + prize + ' ' + place + '：' + entry.slice(0, 12)).join('')`,
		),
		5,
		1,
	);
	w.link(from, clear).chain(clear, seed, entries, drawn);
	w.link(drawn, people, { output: 1 }).chain(people, stored);
	w.link(drawn, publish, { output: 0 }).chain(publish, tell);
	const published = section.put(
		'Published draws',
		store.get('wechat_lottery_draws', [['status', 'eq', 'drawn']], {
			limit: 10,
			orderBy: ['drawAt', 'DESC'],
		}),
		6,
		1,
	);
	w.link(tell, published);
	return published;
}
