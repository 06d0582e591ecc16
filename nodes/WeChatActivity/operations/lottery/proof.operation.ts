import type { IDataObject } from 'n8n-workflow';
import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { drawLists } from '../../../shared/records/tables/drawLists';
import { rounds } from '../../../shared/records/tables/rounds';
import { proofPage } from '../../engine/round/proofPage';
import { currentId } from '../../fields/activityId';
import { roundJson } from '../../items/round';
import { publishedOf } from '../../records/proving';
import { findRound } from '../../records/rounds';

export const proof = itemwise({
	option: {
		name: 'Get Proof',
		value: 'getProof',
		action: 'Get proof of lottery',
		description:
			'Give what is published of a lottery, as data and as a page: rules and commitment, then the closing, then the draw, verified',
	},
	outputs: { proof: 'Proof' },
	fields: { activityId: currentId, options: onlyNow },
	tables: [rounds, drawLists],
	execute: async ({ records, json }, { activityId }) => {
		const named = await findRound(records, activityId, ['lottery']);
		// Who asks by a link of long ago, or by a guess, sees the latest.
		const round = named?.kind === 'lottery' ? named : await findRound(records, '', ['lottery']);
		if (!round) return [{ to: 'proof', json: { ...json, html: proofPage(undefined) } }];
		const published = await publishedOf(records, round);
		const { proof: drawn, closing, entries, differences } = published;
		const activity: IDataObject = {
			...roundJson(round, round.status),
			rulesText: round.rulesText,
			commitment: round.commitment,
			closingDigest: round.closingDigest,
			...(closing ? { closing: { ...closing }, entries: [...entries] } : {}),
			...(drawn ? { proof: { ...drawn, entries: [...entries] } } : {}),
			isValid: drawn !== undefined && differences.length === 0,
			differences: differences.map((difference) => ({ ...difference })),
		};
		return [{ to: 'proof', json: { ...json, activity, html: proofPage(published) } }];
	},
});
