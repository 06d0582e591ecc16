import type { IDataObject } from 'n8n-workflow';
import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise, type Result } from '../../../shared/engagement/recordOperation';
import { optionalText } from '../../../shared/operations/fields';
import { activityRows } from '../../../shared/records/tables/activityRows';
import { drawLists } from '../../../shared/records/tables/drawLists';
import { drawSecrets } from '../../../shared/records/tables/drawSecrets';
import { prizesWon } from '../../../shared/records/tables/prizesWon';
import { rounds } from '../../../shared/records/tables/rounds';
import { shortCode } from '../../engine/lottery/proofText';
import { plannedId } from '../../fields/activityId';
import { repliesField } from '../../fields/replies';
import { PRIZE_PLACEHOLDERS, prizeJson, prizeValues } from '../../items/prize';
import { roundJson } from '../../items/round';
import { orOnCanvas } from '../../onCanvas/orOnCanvas';
import { whyNotYet } from '../../records/drawable';
import { drawRound, type Drawn, type Winner } from '../../records/drawing';
import { roundInState } from '../../records/rounds';
import { drawOnCanvas } from './drawOnCanvas';

const TEXTS = {
	winner: {
		label: 'Winner',
		text: '恭喜！您在「{activity}」中获得「{prize}」。兑换码：{code}，有效期至 {expiresAt}，请妥善保存。',
	},
};

function summaryOf({ round, status, proof, winners }: Drawn): string {
	const gone = winners.filter(({ won }) => won.openId === '').length;
	return [
		`「${round.name}」（${round.activityId}）${status === 'drawn' ? '已开奖' : '之前已经开奖'}。`,
		`参与 ${proof.entryCount} 人，中奖 ${winners.length} 人，候补 ${proof.reserves.length} 人。`,
		...winners.map(({ prize, place, entry }) => `${prize} ${place}：${shortCode(entry)}`),
		...proof.reserves.map(({ place, entry }) => `候补 ${place}：${shortCode(entry)}`),
		...(gone > 0 ? [`其中 ${gone} 人已经取消关注，无法通知；再次关注后可以查询。`] : []),
	].join('\n');
}

const drawing = itemwise({
	option: {
		name: 'Draw',
		value: 'draw',
		action: 'Draw winners',
		description:
			'Find the winners of a lottery that was closed, each once, and give them their prizes, with a proof that anybody can check',
	},
	outputs: { winner: 'Winners', result: 'Result', notYet: 'Not Yet' },
	errorsTo: 'result',
	fields: {
		activityId: plannedId,
		beacon: optionalText('Public Number', {
			placeholder: 'e.g. 3 8 6',
			description: 'The value of the number that was named when entries closed; empty if none was',
		}),
		replies: repliesField(TEXTS, PRIZE_PLACEHOLDERS),
		options: onlyNow,
	},
	tables: [rounds, prizesWon, drawLists, drawSecrets, activityRows],
	takesItems: true,
	execute: async ({ records, json, now }, { activityId, beacon, replies }) => {
		const round = await roundInState(records, activityId, ['closed']);
		const obstacle = whyNotYet(round, beacon, now);
		if (obstacle !== undefined) {
			const waiting = roundJson(round, round.status);
			return [{ to: 'notYet', json: { ...json, activity: waiting, summary: obstacle } }];
		}
		const drawn = await drawRound(records, round, beacon.trim(), now);
		const activity = roundJson(drawn.round, drawn.status);
		const told = ({ won, place, entry }: Winner): Result<'notYet' | 'result' | 'winner'> => {
			const reply = replies(['winner'], prizeValues(won));
			const prize = { ...prizeJson(won), place, entry };
			const { openId, key } = won;
			return { to: 'winner', json: { ...json, activity, openId, key, prize, reply } };
		};
		const { proof, winners } = drawn;
		const result: IDataObject = {
			...activity,
			entryCount: proof.entryCount,
			winnerCount: winners.length,
			proof: { ...proof },
			reserves: proof.reserves.map((place) => ({ ...place })),
		};
		return [
			...winners.filter(({ won }) => won.openId !== '').map(told),
			{
				to: 'result',
				json: {
					...json,
					activity: result,
					summary: summaryOf(drawn),
					// However often somebody draws, the staff is told once.
					noticeKey: `drawn:${drawn.round.activityId}`,
				},
			},
		];
	},
});

export const draw = orOnCanvas(drawing, drawOnCanvas);
