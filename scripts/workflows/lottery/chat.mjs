import { activity, hasField, ifAll, wechatReply } from '../lib/nodes.mjs';
import { readable } from '../lib/opening.mjs';
import { settingCode } from '../lib/settings.mjs';
import { claimTicket } from '../lib/tickets.mjs';

/** Code and event for the message that the trigger brought. */
const messageOf = (trigger) => {
	const message = `$('${trigger}').first().json`;
	return {
		message,
		openId: `${message}.wechat.openId`,
		event: {
			openId: `={{ ${message}.wechat.openId }}`,
			key: `={{ ${message}.wechat.dedupeKey }}`,
			at: `={{ ${message}.CreateTime }}`,
			text: `={{ ${message}.Content }}`,
		},
		now: `={{ ${message}.CreateTime }}`,
	};
};

/** Code: the address of the proof page, on a line of its own; empty when the settings name none. */
const pageLine = (key) =>
	`(${settingCode('lotteryPageUrl')} ? '\\n公示与验证：' + ${settingCode('lotteryPageUrl')} + '?id=' + ${key} : '')`;

/** 参加抽奖: puts the follower on the list of the draw that is open. */
export function enterDraw(w, store, { trigger, from, output, line }) {
	const { openId, event, now } = messageOf(trigger);
	const section = w.section(
		'## 2. 参加抽奖\n每人每期一次；先记下，再回复参与编号和承诺值。重复推送只算一次。',
		{ line },
	);
	const open = section.put(
		'Open draw',
		store.get('wechat_lottery_draws', [['status', 'eq', 'open']], {
			limit: 1,
			orderBy: ['startsAt', 'DESC'],
		}),
		0,
	);
	const draw = `$('${open}').first().json`;
	const isOpen = section.put('Is a draw open?', ifAll(hasField()), 1);
	const none = section.put(
		'Reply that none is open',
		wechatReply('现在没有可以参加的抽奖。每周一上午开放报名，周五晚开奖，欢迎再来。'),
		2,
		1,
	);
	const own = section.put(
		'Entry of the follower',
		store.get('wechat_activity_rows', [
			['openId', 'eq', `={{ ${openId} }}`],
			['activityId', 'eq', `={{ ${draw}.key }}`],
		]),
		2,
	);
	const enter = section.put(
		'Enter',
		activity('lottery', 'enter', {
			activityId: `={{ ${draw}.key }}`,
			rowsFrom: 'json',
			rows: `={{ $('${own}').all() }}`,
			event,
			options: { now, startsAt: `={{ ${draw}.startsAt }}`, endsAt: `={{ ${draw}.endsAt }}` },
		}),
		3,
		0,
		{ executeOnce: true },
	);
	const stored = section.put('Store entry', store.upsert('wechat_activity_rows'), 4, 0);
	const reply = section.put(
		'Reply to entry',
		wechatReply(
			`={{ $json.activity.reply + '\\n开奖时间：' + ${readable(`${draw}.drawAt`)} + '\\n开奖承诺值：' + ${draw}.commitment.slice(0, 16) + '…' + ${pageLine(`${draw}.key`)} }}`,
		),
		4,
		1,
	);
	w.link(from, open, { output }).chain(open, isOpen, own, enter);
	w.link(isOpen, none, { output: 1 });
	w.link(enter, stored, { output: 1 }).link(enter, reply, { output: 0 });
}

/** 刮奖: an instant win from tickets that were cut before. */
export function scratch(w, store, { trigger, from, output, line }) {
	const { openId, event, now } = messageOf(trigger);
	const section = w.section(
		'## 3. 刮奖\n占一张事先切好的奖券，占到才算；被人抢先就换一张。每人一次，再问得到同一张。',
		{ line },
	);
	const game = section.put(
		'Scratch game',
		store.get(
			'wechat_activities',
			[
				['kind', 'eq', 'instantWin'],
				['isActive', 'isTrue'],
			],
			{ limit: 1, orderBy: ['startsAt', 'DESC'] },
		),
		0,
	);
	const row = `$('${game}').first().json`;
	const isOn = section.put('Is there a game?', ifAll(hasField()), 1);
	const none = section.put(
		'Reply that there is no game',
		wechatReply('现在没有刮奖活动，敬请期待。'),
		2,
		1,
	);
	const { all, picked, got, decided } = claimTicket(section, store, {
		column: 2,
		activityId: `${row}.key`,
		pick: {
			// One ticket a person: whoever asks again gets the answer of the first time.
			event: { ...event, key: `={{ 'scratch|' + ${openId} }}` },
			replies: {
				win: '恭喜您刮中「{prize}」！奖券号 {ticketNo}。\n30 天内到店出示，或回复“人工”登记地址，我们寄给您。',
				blank: '这张没有中奖（奖券号 {ticketNo}），谢谢参与。',
				soldOut: '奖券已经刮完，谢谢参与。',
			},
			options: {
				now,
				startsAt: `={{ ${row}.startsAt ?? '' }}`,
				endsAt: `={{ ${row}.endsAt ?? '' }}`,
			},
		},
	});
	const reply = section.put(
		'Reply to scratch',
		wechatReply(`={{ $('${picked}').first(0).json.activity.reply }}`),
		6,
		0,
		{ executeOnce: true },
	);
	w.link(from, game, { output }).chain(game, isOn, all);
	w.link(isOn, none, { output: 1 }).link(got, reply).link(decided, reply);
}

/** 中奖查询: everything that the follower has won. */
export function tellWinnings(w, store, { trigger, from, output, line }) {
	const { openId } = messageOf(trigger);
	const section = w.section(
		'## 4. 中奖查询\n列出这个人在抽奖、刮奖、答题中的奖品。通知不到的人靠它得知结果。',
		{ line },
	);
	const won = section.put(
		'Draws won',
		store.get('wechat_winners', [['openId', 'eq', `={{ ${openId} }}`]]),
		0,
	);
	const tickets = section.put(
		'Tickets won',
		store.get('wechat_tickets', [['openId', 'eq', `={{ ${openId} }}`]]),
		1,
	);
	const draws = `$('${won}').all().map(({ json }) => json).filter(({ status }) => status && !['reserve', 'lapsed'].includes(status)).map(({ prize, entry }) => '· ' + prize + '（参与编号 ' + entry + '）')`;
	const instant = `$('${tickets}').all().map(({ json }) => json).filter(({ prize }) => prize).map(({ prize, ticketNo }) => '· ' + prize + '（奖券号 ' + ticketNo + '）')`;
	const reply = section.put(
		'Reply with winnings',
		wechatReply(
			`={{ [...${draws}, ...${instant}].length ? '您的中奖记录：\\n' + [...${draws}, ...${instant}].join('\\n') + '\\n回复“人工”登记地址即可领奖。' : '暂时没有您的中奖记录。回复“参加抽奖”或“刮奖”试试手气。' }}`,
		),
		2,
		0,
		{ executeOnce: true },
	);
	const told = section.put(
		'Mark as told',
		store.update(
			'wechat_winners',
			[
				['openId', 'eq', `={{ ${openId} }}`],
				['status', 'eq', 'unreachable'],
			],
			{ status: 'asked' },
		),
		3,
	);
	w.link(from, won, { output }).chain(won, tickets, reply, told);
}
