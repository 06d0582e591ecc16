import type { INodePropertyOptions } from 'n8n-workflow';
import { UserInputError } from '../../shared/inputError';
import { isRecord } from '../../shared/json';
import { field, type Field } from '../../shared/operations/fields';
import { DEFAULT_TARGETS, definitionOf, METRICS } from '../engine/catalog';

const METRIC_OPTIONS: INodePropertyOptions[] = METRICS.map(({ id, name, label, definition }) => ({
	name: `${name} (${label})`,
	value: id,
	description: definition,
})).sort((a, b) => (a.name < b.name ? -1 : 1));

/** Default targets as they are entered: shares in percent. */
const ENTERED = DEFAULT_TARGETS.map(({ metric, value }) => ({
	metric,
	value: definitionOf(metric)?.unit === 'share' ? Math.round(value * 100) : value,
}));

const numberOf = (value: unknown): number =>
	typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);

function targetOf(entry: unknown, place: number): [string, number] {
	const { metric, value } = isRecord(entry) ? entry : {};
	const definition = definitionOf(String(metric));
	const number = numberOf(value);
	if (!definition || !Number.isFinite(number)) {
		throw new UserInputError(
			`'Targets' ${place + 1} ${definition ? 'has no number' : `is for no metric: "${String(metric)}"`}`,
			'Choose a metric and enter a number, of shares in percent.',
		);
	}
	return [definition.id, definition.unit === 'share' ? number / 100 : number];
}

/** Values to aim at by metric, in its unit. */
export const targets: Field<Map<string, number>> = field(
	{
		displayName: 'Targets',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Target',
		default: { target: ENTERED },
		description: 'Values to aim at; the defaults are examples, not experience',
		options: [
			{
				displayName: 'Target',
				name: 'target',
				values: [
					{
						displayName: 'Metric',
						name: 'metric',
						type: 'options',
						options: METRIC_OPTIONS,
						default: 'replyShare',
					},
					{
						displayName: 'Target',
						name: 'value',
						type: 'number',
						default: 0,
						hint: 'Shares in percent, response times and stay in seconds, gaps in days',
					},
				],
			},
		],
	},
	(value) => {
		const list: unknown = isRecord(value) ? value.target : [];
		return new Map((Array.isArray(list) ? list : []).map(targetOf));
	},
);
