import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { UserInputError } from '../inputError';
import { isRecord } from '../json';
import { collection, field, type Field, type ParameterSource } from '../operations/fields';
import { parametersOf } from '../operations/parameters';
import { toEpoch } from '../rows/row';

const NOW: Omit<INodeProperties, 'name'> = {
	displayName: 'Now',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2026-11-24T09:00:00+08:00',
	description:
		'The time to calculate with. Leave empty for the current time; set it to try a flow or to run it for a day that is over.',
};

/** Epoch milliseconds of what is filled in; undefined when nothing is. */
function timeGiven(now: unknown): number | undefined {
	if (now === undefined || now === null || now === '') return undefined;
	const epoch = toEpoch(now);
	if (epoch !== undefined) return epoch;
	throw new UserInputError(
		`'Now' is not a time: "${String(now)}"`,
		'Use a time as 2026-11-24T09:00:00+08:00, or leave it empty.',
	);
}

/** For the options of an operation: the time that counts as now; undefined when it is left empty. */
export const now: Field<number | undefined> = field(NOW, timeGiven);

/** The options of an operation that has no others. */
export const onlyNow = collection('Options', 'Add option', { now });

/**
 * Epoch milliseconds that count as now, where *Now* is one of the options.
 *
 * @throws UserInputError when *Now* is filled with something that is no time
 */
export function nowIn(from: ParameterSource): number {
	const options = from.get('options');
	return timeGiven(isRecord(options) ? options.now : undefined) ?? Date.now();
}

/** The same for an item. */
export const nowOf = (ctx: IExecuteFunctions, itemIndex: number): number =>
	nowIn(parametersOf(ctx, itemIndex));
