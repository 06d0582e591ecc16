import type { IDataObject } from 'n8n-workflow';
import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { drawLists } from '../../../shared/records/tables/drawLists';
import { prizesWon } from '../../../shared/records/tables/prizesWon';
import { rounds } from '../../../shared/records/tables/rounds';
import { proofPage } from '../../engine/round/proofPage';
import { shownId } from '../../fields/activityId';
import { roundJson } from '../../items/round';
import { publishedOf } from '../../records/proving';
import { findRound } from '../../records/rounds';

/** Lotteries that the page links to. */
const MOST_LISTED = 20;

export const proof = itemwise({
	option: {
		name: 'Get Proof',
		value: 'getProof',
		action: 'Get proof of lottery',
		description:
			'Give what is published of a lottery, as data and as a page: rules and commitment, then the closing, then the draw, verified',
	},
	outputs: { proof: 'Proof' },
	fields: { activityId: shownId, options: onlyNow },
	tables: [rounds, drawLists, prizesWon],
	execute: async ({ records, json }, { activityId }) => {
		const latest = { where: { kind: 'lottery' }, newestFirst: true, limit: MOST_LISTED };
		const [named, all] = await Promise.all([
			activityId === '' ? undefined : findRound(records, activityId),
			records.read(rounds, latest),
		]);
		const drawn = all.find(({ status }) => status === 'drawn');
		// Who names none, or comes by a link of long ago or by a guess, sees the latest that was drawn.
		const round = named?.kind === 'lottery' ? named : (drawn ?? all[0]);
		if (!round) return [{ to: 'proof', json: { ...json, html: proofPage(undefined) } }];
		const published = await publishedOf(records, round);
		const { proof: shown, closing, entries, differences } = published;
		const activity: IDataObject = {
			...roundJson(round, round.status),
			rulesText: round.rulesText,
			commitment: round.commitment,
			closingDigest: round.closingDigest,
			...(closing ? { closing: { ...closing }, entries: [...entries] } : {}),
			...(shown ? { proof: { ...shown, entries: [...entries] } } : {}),
			isValid: shown !== undefined && differences.length === 0,
			differences: differences.map((difference) => ({ ...difference })),
		};
		return [{ to: 'proof', json: { ...json, activity, html: proofPage(published, all) } }];
	},
});
