import type { IExecuteFunctions } from 'n8n-workflow';
import { INPUT_SOURCE, JSON_SOURCE, knownRows } from '../../shared/engagement/rows';
import {
	choice,
	field,
	group,
	notice,
	rows,
	type Field,
	type ValuesOf,
} from '../../shared/operations/fields';
import type { Row } from '../../shared/rows/row';
import { isPolicyRow, PolicyBook } from '../../shared/sla/policies';

/** As it stands in the row: the policies say which one is wrong, in whatever way they come. */
const target = (displayName: string): Field<unknown> =>
	field(
		{
			displayName,
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'In business hours; 0 for no target',
		},
		(value) => value,
	);

const tier = field(
	{
		displayName: 'Tier',
		type: 'string',
		default: '',
		placeholder: 'e.g. vip',
		description: "Value of the column 'tier' in the rows",
	},
	(value) => value,
);

const fields = {
	policiesFrom: choice(
		'Policies From',
		[{ name: 'Fields Below', value: 'fields' }, JSON_SOURCE, INPUT_SOURCE.Second],
		'fields',
	),
	policyTable: rows(
		'Policies',
		['policy', 'Policy'],
		{
			tier,
			firstResponse: target('First Response (Minutes)'),
			nextResponse: target('Next Response (Minutes)'),
			resolution: target('Resolution (Minutes)'),
		},
		{
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Policy',
			default: {
				policy: [
					{ tier: 'negative', firstResponse: 15, nextResponse: 30, resolution: 480 },
					{ tier: 'vip', firstResponse: 30, nextResponse: 30, resolution: 720 },
					{ tier: 'question', firstResponse: 30, nextResponse: 60, resolution: 1440 },
					{ tier: 'other', firstResponse: 120, nextResponse: 120, resolution: 0 },
				],
			},
			description:
				'Targets in minutes of business time. For a case with several tiers the first policy that matches counts.',
			displayOptions: { show: { policiesFrom: ['fields'] } },
		},
	),
	policies: field(
		{
			displayName: 'Policies',
			type: 'json',
			default: '[]',
			placeholder: "e.g. {{ $('Get policies').all() }}",
			description: 'A list of policies, or the items of another node',
			displayOptions: { show: { policiesFrom: ['json'] } },
		},
		(value) => value,
	),
	policyColumns: notice(
		'A policy has the columns tier, firstResponse, nextResponse and resolution (minutes), and may have channel (chat or comment) and label (its name in notices)',
		{ displayOptions: { show: { policiesFrom: ['json', 'input'] } } },
	),
};

function policyRows(given: ValuesOf<typeof fields>, ctx: IExecuteFunctions): Row[] {
	if (given.policiesFrom === 'fields') return given.policyTable;
	const known = knownRows(ctx, 'policies', 'Policies');
	return given.policiesFrom === 'input' ? known.filter(isPolicyRow) : known;
}

/**
 * Targets for each tier, for operations that have no table of them; they may come by the second input of the node.
 * It throws a UserInputError naming the policy and its column.
 */
export const policies: Field<(ctx: IExecuteFunctions) => PolicyBook> = group(
	fields,
	(given) => (ctx) => PolicyBook.fromRows(policyRows(given, ctx)),
);
