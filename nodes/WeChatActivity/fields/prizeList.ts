import { FIELDS_SOURCE, JSON_SOURCE, rowsOf } from '../../shared/engagement/rows';
import {
	choice,
	field,
	group,
	rows,
	type Field,
	type Fields,
} from '../../shared/operations/fields';
import type { Row } from '../../shared/rows/row';

const prizesFrom = choice('Prizes From', [FIELDS_SOURCE, JSON_SOURCE], 'fields');

/** Prizes that are filled in here or come as JSON, for instance from a table. @param hint which columns they have */
export const prizeList = (columns: Fields, hint: string): Field<Row[]> =>
	group(
		{
			prizesFrom,
			prizesDefined: rows('Prizes', ['entry', 'Entry'], columns, {
				typeOptions: { multipleValues: true, sortable: true },
				placeholder: 'Add Prize',
				description: hint,
				displayOptions: { show: { prizesFrom: ['fields'] } },
			}),
			prizes: field(
				{
					displayName: 'Prizes',
					type: 'json',
					default: '[]',
					displayOptions: { show: { prizesFrom: ['json'] } },
					placeholder: "e.g. {{ $('Get rows').all() }}",
					hint,
				},
				(value) => rowsOf(value, 'Prizes'),
			),
		},
		(given): Row[] => (given.prizesFrom === 'json' ? given.prizes : given.prizesDefined),
	);
