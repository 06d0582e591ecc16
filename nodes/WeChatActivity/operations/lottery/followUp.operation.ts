import { DAY_MS } from '../../../shared/calendar/days';
import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise, type Result } from '../../../shared/engagement/recordOperation';
import type { WonPrize } from '../../../shared/prizes/issue';
import { integer } from '../../../shared/operations/fields';
import { activityRows } from '../../../shared/records/tables/activityRows';
import { prizesWon } from '../../../shared/records/tables/prizesWon';
import { rounds } from '../../../shared/records/tables/rounds';
import { cameFrom, isClaimedSoon, unsettled } from '../../engine/lottery/moveUp';
import { shortCode } from '../../engine/lottery/proofText';
import { anyActivityId } from '../../fields/activityId';
import { repliesField, type ReplyTexts } from '../../fields/replies';
import { PRIZE_PLACEHOLDERS, prizeJson, prizeValues } from '../../items/prize';
import { roundJson } from '../../items/round';
import { drawnRounds, moveUp, type DrawnRound, type MovedUp } from '../../records/followingUp';

const TEXTS: ReplyTexts = {
	reminder: {
		label: 'Reminder',
		text: '提醒：您在「{activity}」获得的「{prize}」还没有领取，{expiresAt} 前有效，逾期视为放弃。兑换码：{code}。',
	},
	movedUp: {
		label: 'Moved Up',
		text: '恭喜！「{activity}」有奖品逾期未领，您作为候补获得「{prize}」。兑换码：{code}，有效期至 {expiresAt}，请妥善保存。',
	},
};

const DAYS = 3;

/** Whether something happened lately: a run that was left out, or killed, is made up for by the next ones. */
const isLately = (at: number | null, span: number, now: number): boolean =>
	at !== null && at <= now && now - at < span;

/** What the staff should know of a draw; '' when there is nothing new. */
function summaryOf({ round, proof }: DrawnRound, { won, isNew }: MovedUp, news: WonPrize[]) {
	const lapsed = won.filter(({ state }) => state === 'expired');
	if (lapsed.length === 0 || (!isNew && news.length === 0)) return '';
	const moved = won.filter((prize) => cameFrom(prize) !== '');
	const placeOf = new Map(proof.reserves.map(({ entry, place }) => [entry, place]));
	const left = unsettled(won).length;
	return [
		`「${round.name}」（${round.activityId}）有 ${lapsed.length} 份奖品逾期未领。`,
		...moved.map(
			({ holder, prize }) =>
				`候补 ${placeOf.get(holder) ?? ''}（${shortCode(holder)}）递补：${prize}`,
		),
		...(left > 0 ? [`${left} 份没有候补可以递补。`] : []),
	].join('\n');
}

export const followUp = itemwise({
	option: {
		name: 'Follow Up',
		value: 'followUp',
		action: 'Follow up prizes of a lottery',
		description:
			'Remind winners before their prize lapses, and give what was not claimed in time to the reserves, in the order of the draw. Run it every day.',
	},
	outputs: { reminder: 'Reminders', movedUp: 'Moved Up', summary: 'Summary' },
	errorsTo: 'summary',
	fields: {
		activityId: anyActivityId(
			'The key of the plan, or the ID of a round. Leave empty for all lotteries.',
		),
		days: integer('Remind Before (Days)', [1, 60], {
			default: DAYS,
			description:
				'How many days before its end a prize that is not claimed is reminded of; at most half of the time to claim it',
		}),
		replies: repliesField(TEXTS, PRIZE_PLACEHOLDERS),
		options: onlyNow,
	},
	tables: [prizesWon, rounds, activityRows],
	execute: async ({ records, json, now }, { activityId, days, replies }) => {
		const span = days * DAY_MS;
		const results: Array<Result<'movedUp' | 'reminder' | 'summary'>> = [];
		for (const drawn of await drawnRounds(records, activityId, now)) {
			const activity = roundJson(drawn.round, drawn.round.status);
			const moved = await moveUp(records, drawn, now);
			const { won } = moved;
			const give = (to: 'movedUp' | 'reminder', prize: WonPrize, key: string) => {
				// Who has left cannot be written to, and finds the prize after coming back.
				if (prize.openId === '') return;
				const reply = replies([to], prizeValues(prize));
				const { openId } = prize;
				results.push({
					to,
					json: { ...json, activity, openId, key, prize: prizeJson(prize), reply },
				});
			};
			const soon = won.filter((prize) => isClaimedSoon(prize, span, now));
			for (const prize of soon) give('reminder', prize, `remind:${prize.key}`);
			const fresh = won.filter(
				(prize) => cameFrom(prize) !== '' && isLately(prize.wonAt, span, now),
			);
			for (const prize of fresh) {
				if (prize.state === 'given') give('movedUp', prize, prize.key);
			}
			const lapsed = won.filter(
				({ state, expiresAt }) => state === 'expired' && isLately(expiresAt, span, now),
			);
			const summary = summaryOf(drawn, moved, [...fresh, ...lapsed]);
			if (summary === '') continue;
			const count = won.filter(({ state }) => state === 'expired').length;
			// The staff is told once, however often this runs.
			const noticeKey = `lapsed:${drawn.round.activityId}:${count}`;
			results.push({ to: 'summary', json: { ...json, activity, summary, noticeKey } });
		}
		return results;
	},
});
