import { activity, condition, filterBy, hasField, ifAll, isTrue } from '../lib/nodes.mjs';
import { isClaimed, leaseEnd } from './lease.mjs';
import { prizesOf } from '../lib/opening.mjs';
import { NOW } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { notifyWinners } from './notify.mjs';

/** Draws when the time has come, and then tells the winners. */
export function drawWinners(w, store, { from, output, line }) {
	const { due, notify } = prepare(w, store, line);
	w.link(from, due, { output });
	notifyWinners(w, store, { from: notify, line: line + 1 });
}

function prepare(w, store, line) {
	const section = w.section(
		'## 6. 占住开奖\n到开奖时间才继续；先占住这一期，两个运行不会都开。中途断了，十分钟后可重来。',
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
				['status', 'neq', 'drawn'],
				['status', 'neq', 'noEntries'],
			],
			{ limit: 1, orderBy: ['drawAt', 'ASC'] },
		),
		0,
	);
	const draw = `$('${due}').first().json`;
	const isDue = section.put('Is a draw due?', ifAll(hasField()), 1);
	const rules = section.put(
		'Rules of the draw',
		store.get('wechat_activities', [['key', 'eq', '={{ $json.activityKey }}']]),
		2,
	);
	const beaconName = "JSON.parse($json.rules ?? '{}').beaconName ?? ''";
	const isKnown = section.put(
		'Is the public number known?',
		ifAll(isTrue(`(${beaconName}) === '' || (${draw}.beacon ?? '') !== ''`)),
		3,
	);
	const ask = section.put(
		'Ask staff for the public number',
		notifyStaff(
			`'“' + ${draw}.name + '”等待开奖：请把“' + (${beaconName}) + '”填入 wechat_lottery_draws 表的 beacon 列，然后运行 Catch up by hand。'`,
		),
		4,
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
		4,
	);
	const isOurs = section.put('Is the draw ours?', isClaimed(), 5);
	w.chain(due, isDue, rules, isKnown, claim, isOurs).link(isKnown, ask, { output: 1 });
	const notify = hold(w, store, { from: isOurs, draw, rules, line });
	w.link(isDue, notify, { output: 1 }).link(isOurs, notify, { output: 1 });
	return { due, notify };
}

function hold(w, store, { from, draw, rules, line }) {
	const section = w.section(
		'## 7. 开奖\n名单、种子、奖品三样定了，结果就定了，谁都可以重算。先存中奖名单，再公布证明。',
		{ line },
	);
	const clear = section.put(
		'Clear a draw that broke off',
		store.remove('wechat_winners', [['activityId', 'eq', `={{ ${draw}.key }}`]]),
		0,
	);
	const prizes = section.put(
		'Prizes of the draw',
		store.get('wechat_prizes', [['activityId', 'eq', `={{ ${draw}.activityKey }}`]]),
		1,
	);
	const seed = section.put(
		'Seed of the draw',
		store.get('wechat_lottery_secrets', [['activityId', 'eq', `={{ ${draw}.key }}`]]),
		2,
	);
	const entries = section.put(
		'Entries',
		store.get('wechat_activity_rows', [
			['activityId', 'eq', `={{ ${draw}.key }}`],
			['type', 'eq', 'entry'],
		]),
		3,
	);
	const drawn = section.put(
		'Draw',
		activity('lottery', 'draw', {
			activityId: `={{ ${draw}.key }}`,
			prizesFrom: 'json',
			prizes: prizesOf(prizes),
			beacon: `={{ ${draw}.beacon ?? '' }}`,
			rowsFrom: 'json',
			rows: `={{ [...$('${entries}').all(), ...$('${seed}').all()] }}`,
			options: {
				now: NOW,
				closedAt: `={{ ${draw}.endsAt }}`,
				reserves: `={{ JSON.parse($('${rules}').first().json.rules).reserves ?? 0 }}`,
			},
		}),
		4,
		0,
		{ executeOnce: true },
	);
	const people = section.put(
		'Winners and reserves',
		filterBy(condition('={{ $json.type }}', 'notEquals', 'proof')),
		5,
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
		6,
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
		5,
		1,
	);
	const result = `$('${drawn}').first(0).json.activity`;
	const tell = section.put(
		'Tell staff the result',
		notifyStaff(
			`'“' + ${draw}.name + '”已开奖：' + ${result}.entryCount + ' 人参加，' + ${result}.winnerCount + ' 人中奖。' + ${result}.winners.map(({ prize, place, entry }) => '\\n' + prize + ' ' + place + '：' + entry.slice(0, 12)).join('')`,
		),
		6,
		1,
	);
	w.link(from, clear).link(clear, prizes).chain(prizes, seed, entries, drawn);
	w.link(drawn, people, { output: 1 }).chain(people, stored);
	w.link(drawn, publish, { output: 0 }).chain(publish, tell);
	const published = section.put(
		'Published draws',
		store.get('wechat_lottery_draws', [['status', 'eq', 'drawn']], {
			limit: 10,
			orderBy: ['drawAt', 'DESC'],
		}),
		7,
		1,
	);
	w.link(tell, published);
	return published;
}
