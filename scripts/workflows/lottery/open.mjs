import { activity, hasField, ifAll, isTrue, setFields } from '../lib/nodes.mjs';
import { commitSeed, filledIn, prizesOf, readable, THIS_MINUTE } from '../lib/opening.mjs';
import { NOW, NOW_CODE, SHANGHAI_CODE } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { isClaimed, leaseEnd, UNCLAIMED } from './lease.mjs';

const monday = `${SHANGHAI_CODE}.startOf('week')`;
const friday = (hour) => `${monday}.plus({ days: 4, hours: ${hour} }).toISO()`;
const CLOSES = 18;
const DRAWS = 20;

/** Opens the draw of the week: one row, checked, with the commitment to a seed that nobody has seen. */
export function openDraw(w, store, { from, output, line }) {
	const { week, prizes, claimed } = prepare(w, store, { from, output, line });
	commit(w, store, { week, prizes, claimed, line });
}

function prepare(w, store, { from, output, line }) {
	const section = w.section(
		'## 5. 开放本周抽奖\n每周一行，占住才继续，所以不会开两次。周五 18 点截止，20 点开奖。',
		{ line },
	);
	const template = section.put(
		'Weekly rules',
		store.get(
			'wechat_activities',
			[
				['kind', 'eq', 'lottery'],
				['isActive', 'isTrue'],
			],
			{ limit: 1, orderBy: ['key', 'ASC'] },
		),
		0,
	);
	const rules = `$('${template}').first().json`;
	const isOn = section.put(
		'Is there time this week?',
		ifAll(hasField(), isTrue(`new Date(${NOW_CODE}) < new Date(${friday(CLOSES)})`)),
		1,
	);
	const prizes = section.put(
		'Prizes of the week',
		store.get('wechat_prizes', [['activityId', 'eq', '={{ $json.key }}']]),
		2,
	);
	const week = section.put(
		'This week',
		setFields({
			key: `={{ ${rules}.key + '-' + ${monday}.toFormat('yyyy-MM-dd') }}`,
			startsAt: `={{ ${THIS_MINUTE} }}`,
			endsAt: `={{ ${friday(CLOSES)} }}`,
			drawAt: `={{ ${friday(DRAWS)} }}`,
			text: `={{ ${filledIn(`${rules}.text`, {
				from: readable(`${SHANGHAI_CODE}.toISO()`),
				to: readable(friday(CLOSES)),
				drawAt: readable(friday(DRAWS)),
			})} }}`,
		}),
		3,
		0,
		{ executeOnce: true },
	);
	const fresh = section.put('Has it no row yet?', store.missing('wechat_lottery_draws'), 4, 0);
	const added = section.put(
		'Add the row',
		store.insert('wechat_lottery_draws', {
			key: '={{ $json.key }}',
			activityKey: `={{ ${rules}.key }}`,
			name: `={{ ${rules}.name }}`,
			status: 'preparing',
			startsAt: '={{ $json.startsAt }}',
			endsAt: '={{ $json.endsAt }}',
			drawAt: '={{ $json.drawAt }}',
			entryCount: 0,
			claimedAt: UNCLAIMED,
			claimedBy: '',
		}),
		5,
		0,
	);
	const claim = section.put(
		'Claim the opening',
		store.update(
			'wechat_lottery_draws',
			[
				['key', 'eq', '={{ $json.key }}'],
				['status', 'neq', 'open'],
				['status', 'neq', 'drawing'],
				['status', 'neq', 'drawn'],
				['status', 'neq', 'noEntries'],
				['claimedAt', 'lt', leaseEnd],
			],
			{
				status: 'preparing',
				text: '={{ $json.text }}',
				claimedAt: NOW,
				claimedBy: '={{ $execution.id }}',
			},
		),
		4,
		1,
	);
	const claimed = section.put('Is the opening ours?', isClaimed(), 5, 1);
	w.link(from, template, { output }).chain(template, isOn, prizes, week);
	w.link(week, fresh).chain(fresh, added).link(week, claim).chain(claim, claimed);
	return { week, prizes, claimed };
}

function commit(w, store, { week, prizes, claimed, line }) {
	const section = w.section(
		'## 检查规则、公布承诺\n有违规或遗漏就不开放，并告诉员工。种子单独存放，开奖前不示人；公布的是它的 SHA-256。',
		{ line },
	);
	const now = `$('${week}').first().json`;
	const verdict = section.put(
		'Check the draw',
		activity('compliance', 'check', {
			kind: 'lottery',
			text: `={{ ${now}.text }}`,
			disclosed: {
				startsAt: `={{ ${now}.startsAt }}`,
				endsAt: `={{ ${now}.endsAt }}`,
				drawAt: `={{ ${now}.drawAt }}`,
			},
			prizesFrom: 'json',
			prizes: prizesOf(prizes),
			options: { now: NOW },
		}),
		0,
	);
	const may = section.put('May the draw open?', ifAll(isTrue('$json.activity.canStart')), 1);
	const draw = [['key', 'eq', `={{ ${now}.key }}`]];
	const block = section.put(
		'Block the draw',
		store.update('wechat_lottery_draws', draw, {
			status: 'blocked',
			findings: '={{ JSON.stringify($json.activity.findings) }}',
			claimedAt: UNCLAIMED,
		}),
		2,
		1,
	);
	const tellBlocked = section.put(
		'Tell staff why',
		notifyStaff(
			`'本周抽奖没有开放，修改 wechat_activities 后运行 Catch up by hand：\\n' + $('${verdict}').first(0).json.activity.reply`,
		),
		3,
		1,
	);
	const { known, commit: committed } = commitSeed(section, store, {
		column: 2,
		activityId: `${now}.key`,
		of: 'the draw',
		now: NOW,
	});
	const open = section.put(
		'Open the draw',
		store.update('wechat_lottery_draws', draw, {
			status: 'open',
			commitment: '={{ $json.activity.commitment }}',
			findings: '',
		}),
		4,
		1,
	);
	const tell = section.put(
		'Tell staff the draw is open',
		notifyStaff(
			`'本周抽奖已开放，回复“参加抽奖”即可报名。开奖承诺值：' + $('${committed}').first(0).json.activity.commitment`,
		),
		5,
		1,
	);
	w.link(claimed, verdict).chain(verdict, may, known);
	w.link(may, block, { output: 1 }).chain(block, tellBlocked);
	w.link(committed, open, { output: 0 }).chain(open, tell);
}
