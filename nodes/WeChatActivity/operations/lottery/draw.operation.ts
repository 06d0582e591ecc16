import type { INodeProperties } from 'n8n-workflow';
import { splitList } from '../../../shared/text/list';
import { drawLottery } from '../../engine/lottery/lottery';
import {
	activityIdField,
	allRowsFields,
	numberField,
	withNow,
	prizeFields,
	timeField,
} from '../fields';
import type { ActivityOperation } from '../operation';
import { answerOf } from '../replies';
import { prizesOf, seedField, seedOf } from './rules';

const beaconField: INodeProperties = {
	displayName: 'Public Beacon',
	name: 'beacon',
	type: 'string',
	default: '',
	placeholder: 'e.g. SSE closing index of 2026-11-24: 3864.18',
	description:
		'A public value, named in the rules before, that nobody could know when entries closed. Makes it impossible to choose the winners by choosing the seed.',
};

const excludedField: INodeProperties = {
	displayName: 'Excluded OpenIDs',
	name: 'excluded',
	type: 'string',
	default: '',
	description: 'Comma-separated OpenIDs that cannot win: staff, winners of earlier draws',
};

export const draw: ActivityOperation = {
	option: {
		name: 'Draw',
		value: 'draw',
		action: 'Draw winners',
		description: 'Find winners and reserves among the entries, with a proof that anybody can check',
	},
	properties: [
		activityIdField,
		...prizeFields,
		seedField,
		beaconField,
		...allRowsFields,
		withNow(
			timeField('Entries Close', 'closedAt', 'Entries from this time on do not count'),
			excludedField,
			numberField(
				'Reserve Winners',
				'reserves',
				0,
				'Drawn after the winners, in case a prize is not claimed',
			),
		),
	],
	begin(run) {
		const [book, prizes] = [run.book(), prizesOf(run)];
		const excluded = new Set(splitList(run.optionText('excluded')));
		const reserveCount = run.option('reserves', 'Reserve Winners', 0);
		const closedAt = run.optionTime('closedAt', 'Entries Close');
		return (itemIndex) => {
			const activityId = run.activityId(itemIndex);
			const result = drawLottery(book, {
				activityId,
				seed: seedOf(run, book, activityId, itemIndex),
				beacon: run.text('beacon', 'Public Beacon', itemIndex),
				prizes,
				reserves: reserveCount,
				closedAt,
				excluded,
				now: run.now(itemIndex),
			});
			result.rows.forEach((row) => book.add(row));
			const { winners, reserves, proof, entries } = result;
			return answerOf(result, { activityId }, String(result.values.proofText), {
				winners,
				reserves,
				proof: { ...proof, entries },
			});
		};
	},
};
