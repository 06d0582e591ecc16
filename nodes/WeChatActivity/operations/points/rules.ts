import type { INodeProperties } from 'n8n-workflow';
import { RowReader } from '../../../shared/rows/row';
import type { LedgerRules } from '../../engine/points/points';
import type { Tier } from '../../engine/points/tiers';
import {
	activityIdField,
	eventField,
	numberField,
	withNow,
	rowsKnownFields,
	tiersField,
} from '../fields';
import { repliesField, type ReplyTexts } from '../replies';
import type { Run } from '../run';

export const POINTS_REPLIES: ReplyTexts = {
	added: { label: 'Added', text: '获得 {points} 积分，当前共 {balance} 积分。' },
	spent: { label: 'Spent', text: '已使用 {points} 积分，剩余 {balance} 积分。' },
	insufficient: {
		label: 'Not Enough',
		text: '积分不足：需要 {points} 积分，当前只有 {balance} 积分。',
	},
	reversed: { label: 'Reversed', text: '已更正，当前共 {balance} 积分。' },
	pending: { label: 'Reversal Pending', text: '' },
	balance: { label: 'Balance', text: '当前共 {balance} 积分。' },
};

/** Fields of all operations on points, around the own ones of an operation. */
export const pointsFields = (...own: INodeProperties[]): INodeProperties[] => [
	{
		...activityIdField,
		required: false,
		description: 'A ledger of this activity only. Leave empty for one ledger over all activities.',
	},
	...own,
	...rowsKnownFields,
	tiersField,
	eventField,
	repliesField(
		POINTS_REPLIES,
		'{points} {reason} {balance} {earned} {spent} {expired} {expiring} {expiringAt} {tier} {nextTier} {pointsToNext}',
	),
	withNow(
		numberField(
			'Points Expire After Days',
			'expireAfterDays',
			0,
			'0 for never; the oldest are spent first',
		),
	),
];

export const amountField = numberField('Points', 'points', 1, 'A whole number above 0');

export const reasonField: INodeProperties = {
	displayName: 'Reason',
	name: 'reason',
	type: 'string',
	default: '',
	placeholder: 'e.g. Comment of the week',
	description: 'Kept with the row',
};

/** The prize tiers as filled in. */
export function tiersOf(run: Run): Tier[] {
	return run.entries('tiers').map((entry, position) => {
		const reader = new RowReader(entry, `Tier ${position + 1}`);
		return { name: reader.text('name'), minPoints: reader.number('minPoints', { min: 0 }) };
	});
}

export function ledgerRules(run: Run): LedgerRules {
	return {
		expireAfterDays: run.option('expireAfterDays', 'Points Expire After Days', 0),
		tiers: tiersOf(run),
	};
}
