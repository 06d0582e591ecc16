import {
	choice,
	collection,
	flag,
	group,
	integer,
	optionalText,
} from '../../../shared/operations/fields';
import { optionalMoment } from '../../../shared/operations/time';

/** Which contacts are wanted. */
export const filters = collection('Filters', 'Add filter', {
	activeBefore: optionalMoment('Last Active Before', {
		description: 'Only who has done nothing since, also who never did anything',
	}),
	activeSince: optionalMoment('Last Active Since', {
		description: 'Only who has done something since, of own accord',
	}),
	follower: choice(
		'Follower',
		[
			{ name: 'No', value: 'no' },
			{ name: 'Yes', value: 'yes' },
		],
		'yes',
		{ description: 'Whether the person follows the account' },
	),
	groupName: optionalText('Group', { placeholder: 'e.g. 会员一群' }),
	scene: optionalText('Scene', {
		placeholder: 'e.g. store',
		description: 'Scene of the QR code by which the person came',
	}),
	segment: optionalText('Segment', { placeholder: 'e.g. highValue' }),
	tag: optionalText('Tag', { placeholder: 'e.g. 会员' }),
	tier: optionalText('Tier', { placeholder: 'e.g. vip' }),
});

/** Most contacts that a list gives; all when it is undefined. */
export const most = group(
	{
		returnAll: flag('Return All', false, 'Whether to return all results or only up to a limit'),
		limit: integer('Limit', [1, Number.MAX_SAFE_INTEGER], {
			typeOptions: { minValue: 1 },
			default: 50,
			displayOptions: { show: { returnAll: [false] } },
			description: 'Max number of results to return',
		}),
	},
	({ returnAll, limit }) => (returnAll ? undefined : limit),
);
