import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { UserInputError } from '../inputError';
import { toEpoch } from '../rows/row';

/** For an options collection: the time that counts as now. */
export const nowField: INodeProperties = {
	displayName: 'Now',
	name: 'now',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2026-11-24T09:00:00+08:00',
	description:
		'The time to calculate with. Leave empty for the current time; set it to try a flow or to run it for a day that is over.',
};

/** The collection of what is optional in an operation. */
export const optionsField = (options: INodeProperties['options']): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options,
});

/** What is filled in there. */
export function optionsOf(ctx: IExecuteFunctions, itemIndex: number): IDataObject {
	return ctx.getNodeParameter('options', itemIndex, {}) as IDataObject;
}

/**
 * Epoch milliseconds that count as now for an item.
 *
 * @throws UserInputError when *Now* is filled with something that is no time
 */
export function nowOf(ctx: IExecuteFunctions, itemIndex: number): number {
	const { now } = optionsOf(ctx, itemIndex);
	if (now === undefined || now === null || now === '') return Date.now();
	const epoch = toEpoch(now);
	if (epoch === undefined) {
		throw new UserInputError(
			`'Now' is not a time: "${String(now)}"`,
			'Use a time as 2026-11-24T09:00:00+08:00, or leave it empty.',
		);
	}
	return epoch;
}
