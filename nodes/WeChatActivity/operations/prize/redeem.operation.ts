import { now } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { isRecord } from '../../../shared/json';
import { collection, integer, optionalText } from '../../../shared/operations/fields';
import { redeemPrize } from '../../../shared/prizes/redeem';
import { prizesWon } from '../../../shared/records/tables/prizesWon';
import { redeemAttempts } from '../../../shared/records/tables/redeemAttempts';
import { repliesField, type ReplyTexts } from '../../fields/replies';
import { NO_PRIZE, PRIZE_PLACEHOLDERS, prizeJson, prizeValues } from '../../items/prize';

const TEXTS: ReplyTexts = {
	redeemed: {
		label: 'Redeemed',
		text: '请发放：{prize}\n活动：{activity}\n兑换码：{code}（{wonAt} 得奖）',
	},
	alreadyRedeemed: {
		label: 'Already Redeemed',
		text: '不能发放：这个兑换码已经用过。\n{prize}（{activity}），{redeemedAt} 由{redeemedBy}发放。',
	},
	expired: {
		label: 'Expired',
		text: '不能发放：{prize}（{activity}）的兑换码已于 {expiresAt} 过期。',
	},
	notFound: { label: 'No Such Code', text: '没有这个兑换码，请核对后再输入。' },
	locked: { label: 'Too Many Attempts', text: '输错次数太多，请 15 分钟后再试。' },
};

const MOST_FAILURES = 10;

/** What identifies an item that may come again; '' when nothing does. */
function keyOf({ wechat, key }: { wechat?: unknown; key?: unknown }): string {
	const dedupeKey = isRecord(wechat) ? wechat.dedupeKey : undefined;
	const value = dedupeKey ?? key;
	return typeof value === 'string' ? value : '';
}

export const redeem = itemwise({
	option: {
		name: 'Redeem',
		value: 'redeem',
		action: 'Redeem prize',
		description: 'Hand over a prize or coupon for its code, once',
	},
	outputs: { redeemed: 'Redeemed', refused: 'Refused' },
	fields: {
		code: optionalText('Code', {
			placeholder: 'e.g. 7KHMX-2W9TP',
			description:
				'As it was typed at the counter; case, spaces and look-alike signs do not matter',
		}),
		redeemedBy: optionalText('Handed Over By', {
			placeholder: 'e.g. 前台 小李',
			description: 'Who hands the prize over, for the record',
		}),
		replies: repliesField(TEXTS, PRIZE_PLACEHOLDERS),
		options: collection('Options', 'Add option', {
			attemptsOf: optionalText('Count Attempts By', {
				placeholder: 'e.g. {{ $json.headers["x-real-ip"] }}',
				description:
					"Whose wrong codes are counted together, e.g. an IP address. 'Handed Over By' if empty.",
			}),
			mostFailures: integer('Most Wrong Codes', [1, 1_000], {
				default: MOST_FAILURES,
				description: 'Wrong codes within 15 minutes, after which no code is looked up',
			}),
			now,
		}),
	},
	tables: [prizesWon, redeemAttempts],
	execute: async ({ records, json, now: at }, { code, redeemedBy, replies, options }) => {
		const by = redeemedBy.trim();
		const redeemed = await redeemPrize(records, {
			code,
			by,
			attemptsOf: options.attemptsOf?.trim() || by,
			mostFailures: options.mostFailures ?? MOST_FAILURES,
			key: keyOf(json),
			now: at,
		});
		const { status } = redeemed;
		const prize = 'prize' in redeemed ? redeemed.prize : undefined;
		const reply = replies([status], prize ? prizeValues(prize) : NO_PRIZE);
		const answer = { ...json, status, reply, ...(prize ? { prize: prizeJson(prize) } : {}) };
		return [{ to: status === 'redeemed' ? 'redeemed' : 'refused', json: answer }];
	},
});
