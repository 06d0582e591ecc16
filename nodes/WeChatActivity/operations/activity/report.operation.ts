import uniq from 'lodash/uniq';
import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import type { Records } from '../../../shared/records/port';
import { activityRows } from '../../../shared/records/tables/activityRows';
import { prizesWon } from '../../../shared/records/tables/prizesWon';
import { rounds } from '../../../shared/records/tables/rounds';
import { tickets } from '../../../shared/records/tables/tickets';
import { stockText } from '../../engine/round/stock';
import { plannedId } from '../../fields/activityId';
import { clockOf, roundJson } from '../../items/round';
import { requireRound, type RoundRow } from '../../records/rounds';
import { readStock } from '../../records/stock';

const STATUS_TEXTS: Record<string, string> = {
	opening: '准备中',
	open: '进行中',
	closing: '截止中',
	closed: '已截止，待开奖',
	drawn: '已开奖',
	ended: '已结束',
};

const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** Who took part: games keep their rows under the ID of the plan, lotteries under that of the round. */
async function participantsOf(records: Records, round: RoundRow): Promise<string[]> {
	const { activityId, planId, startsAt, endsAt } = round;
	const at = { from: startsAt ?? undefined, before: endsAt ?? undefined };
	const lists = await Promise.all(
		uniq([activityId, planId]).map(
			async (id) => await records.read(activityRows, { where: { activityId: id, at } }),
		),
	);
	const people = uniq(lists.flat().map(({ openId }) => openId));
	return people.filter((openId) => openId !== '');
}

export const report = itemwise({
	option: {
		name: 'Report',
		value: 'report',
		action: 'Report on activity',
		description: 'Tell how many took part, and which prizes were given, redeemed and are left',
	},
	outputs: { report: 'Report' },
	fields: { activityId: plannedId, options: onlyNow },
	tables: [rounds, activityRows, prizesWon, tickets],
	execute: async ({ records, json, now }, { activityId }) => {
		const round = await requireRound(records, activityId);
		const [people, { stock }] = await Promise.all([
			participantsOf(records, round),
			readStock(records, round, now),
		]);
		const sum = (key: 'givenFen' | 'redeemedFen'): number =>
			stock.reduce((total, prize) => total + prize[key], 0);
		const costs = { givenFen: sum('givenFen'), redeemedFen: sum('redeemedFen') };
		const counted = { participants: people.length, ...costs };
		const prizes = stock.map((prize) => ({ ...prize }));
		const summary = [
			`「${round.name}」（${round.activityId}）${STATUS_TEXTS[round.status] ?? round.status}`,
			`时间：${clockOf(round.startsAt)} 至 ${clockOf(round.endsAt)}`,
			`参与人数：${people.length}`,
			...(stock.length > 0 ? [stockText(stock)] : []),
			`已发奖品价值 ${yuan(costs.givenFen)} 元，已兑 ${yuan(costs.redeemedFen)} 元`,
		].join('\n');
		const activity = { ...roundJson(round, round.status), ...counted, prizes };
		return [{ to: 'report', json: { ...json, activity, summary } }];
	},
});
