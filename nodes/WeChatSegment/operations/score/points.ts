import { ranged } from '../../../shared/engagement/numbers';
import { isRecord } from '../../../shared/json';
import { field, propertiesOfFields, valuesOf, type Field } from '../../../shared/operations/fields';
import { DEFAULT_WEIGHTS, type Weights } from '../../../shared/segment/activity';

const pointsOf = (label: string, fallback: number, description: string): Field<number> =>
	ranged(label, { fallback }, { typeOptions: { minValue: 0 }, description });

const fields = {
	activity: pointsOf('Activity', DEFAULT_WEIGHTS.activity, 'Rows whose kind begins with activity'),
	click: pointsOf('Click', DEFAULT_WEIGHTS.click, 'Menu taps, scans and other events'),
	comment: pointsOf('Comment', DEFAULT_WEIGHTS.comment, 'Comments on articles'),
	message: pointsOf('Message', DEFAULT_WEIGHTS.message, 'Texts, pictures and other messages'),
};

/** Points per class of activity. */
export const points: Field<Weights> = field(
	{
		displayName: 'Points',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add Points',
		description: 'Points of one activity, where no orders are given',
		options: [{ displayName: 'Points', name: 'points', values: propertiesOfFields(fields) }],
	},
	(stored) => {
		const given = isRecord(stored) && isRecord(stored.points) ? stored.points : {};
		const { activity, click, comment, message } = valuesOf(fields, { get: (name) => given[name] });
		return { activity, click, comment, message };
	},
);
