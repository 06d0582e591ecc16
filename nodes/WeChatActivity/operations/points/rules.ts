import { now } from '../../../shared/engagement/fields';
import {
	collection,
	integer,
	mapped,
	optionalText,
	type Field,
	type Fields,
} from '../../../shared/operations/fields';
import type { LedgerRules } from '../../engine/points/points';
import type { Tier } from '../../engine/points/tiers';
import { anyActivityId } from '../../fields/activityId';
import { count } from '../../fields/count';
import type { ReplyTexts } from '../../fields/replies';
import { tiers } from '../../fields/tiers';

const REPLIES: ReplyTexts = {
	added: { label: 'Added', text: '获得 {points} 积分，当前共 {balance} 积分。' },
	spent: { label: 'Spent', text: '已使用 {points} 积分，剩余 {balance} 积分。' },
	insufficient: {
		label: 'Not Enough',
		text: '积分不足：需要 {points} 积分，当前只有 {balance} 积分。',
	},
	reversed: { label: 'Reversed', text: '已更正，当前共 {balance} 积分。' },
	pending: { label: 'To Be Taken Back Later', text: '' },
	balance: { label: 'Balance', text: '当前共 {balance} 积分。' },
};

const PLACEHOLDERS =
	'{points} {reason} {balance} {earned} {spent} {expired} {expiring} {expiringAt} {tier} {nextTier} {pointsToNext}';

/** All points of a person count together unless an activity is named. */
const activityId = anyActivityId(
	'A ledger of this activity only. Leave empty for one ledger over all activities.',
);

/** What all operations on points have in common. */
export const ledger = { activityId, texts: REPLIES, placeholders: PLACEHOLDERS };

export const amount = integer('Points', [1, Number.MAX_SAFE_INTEGER], {
	description: 'A whole number above 0',
});

export const reason = optionalText('Reason', {
	placeholder: 'e.g. Comment of the week',
	description: 'Kept with the row',
});

const options: Field<number> = mapped(
	collection('Options', 'Add option', {
		now,
		expireAfterDays: count(
			'Points Expire After Days',
			0,
			'0 for never; the oldest are spent first',
		),
	}),
	({ expireAfterDays = 0 }) => expireAfterDays,
);

/** Fields of all operations on points, behind the own ones of an operation. */
export const pointsFields = <F extends Fields>(own: F) => ({
	...own,
	tiers,
	options,
});

export const ledgerRules = (values: { tiers: Tier[]; options: number }): LedgerRules => ({
	expireAfterDays: values.options,
	tiers: values.tiers,
});
