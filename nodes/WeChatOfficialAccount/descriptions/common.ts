import uniq from 'lodash/uniq';
import {
	collection,
	field,
	flag,
	group,
	integer,
	text,
	type Changes,
	type Field,
	type Fields,
	type OptionalValuesOf,
} from '../../shared/operations/fields';
import { idsOf } from '../../shared/text/list';

/* Fields that many operations share. */

/** One follower. */
export const openId = text('OpenID', {
	placeholder: 'e.g. oABCD1234efgh5678',
	description:
		"The follower's OpenID for this account. Behind the WeChat trigger it is the field wechat.openId.",
});

/** Several followers, each once: a list, or text with commas. Empty where nothing is filled in. */
export const openIds = (changes: Changes = {}): Field<string[]> =>
	field(
		{
			displayName: 'OpenIDs',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. oABCD1234efgh5678',
			description:
				'OpenID of the follower, or several of them comma-separated or as a list. The items are joined into as few calls as WeChat allows.',
			...changes,
		},
		(value) => uniq(idsOf(value)),
	);

/** Most results to return; undefined for all. */
export const limit: Field<number | undefined> = group(
	{
		returnAll: flag(
			'Return All',
			false,
			'Whether to return all results or only up to a given limit',
		),
		limit: integer('Limit', [1, Number.MAX_SAFE_INTEGER], {
			typeOptions: { minValue: 1 },
			default: 50,
			displayOptions: { show: { returnAll: [false] } },
			description: 'Max number of results to return',
		}),
	},
	(values) => (values.returnAll ? undefined : values.limit),
);

/** Whether the few fields that people need are wanted instead of WeChat's own answer. */
export const simplify = flag(
	'Simplify',
	true,
	'Whether to return a simplified version of the response instead of the raw data',
);

/** The optional fields of an operation, in the collection that n8n's users know. */
export const additional = <F extends Fields>(
	fields: F,
	changes: Changes = {},
): Field<OptionalValuesOf<F>> => collection('Additional Fields', 'Add Field', fields, changes);
