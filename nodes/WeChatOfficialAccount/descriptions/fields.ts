import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { UserInputError } from '../../shared/inputError';
import { collectPages } from '../../shared/transport/paging';

export const openIdField: INodeProperties = {
	displayName: 'OpenID',
	name: 'openId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. oABCD1234efgh5678',
	description:
		"The follower's OpenID for this account. Behind the WeChat trigger it is the field wechat.openId.",
};

export const openIdsField: INodeProperties = {
	displayName: 'OpenIDs',
	name: 'openIds',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. oABCD1234efgh5678',
	description:
		'OpenID of the follower, or several of them comma-separated or as a list. The items are joined into as few calls as WeChat allows.',
};

export const returnAllFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** A required text; `changes` turn it into another kind. */
export function textField(
	displayName: string,
	name: string,
	changes: Partial<INodeProperties> = {},
): INodeProperties {
	return { displayName, name, type: 'string', default: '', required: true, ...changes };
}

/** A number with bounds. */
export function numberField(
	displayName: string,
	name: string,
	[minValue, maxValue]: [number, number],
	changes: Partial<INodeProperties> = {},
): INodeProperties {
	return {
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue, maxValue },
		default: minValue,
		...changes,
	};
}

/** The optional fields of an operation, in a collection as n8n wants it. */
export function additionalFields(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Additional Fields',
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options,
	};
}

/** The text of a required field, trimmed. @throws UserInputError when it is empty */
export function requiredText(
	ctx: IExecuteFunctions,
	name: string,
	label: string,
	itemIndex: number,
	options: { extractValue?: boolean } = {},
): string {
	const value = String(ctx.getNodeParameter(name, itemIndex, '', options) ?? '').trim();
	if (value === '') throw new UserInputError(`'${label}' is empty`, `Fill in '${label}'.`);
	return value;
}

/**
 * The value of a field made by `numberField`.
 *
 * @throws UserInputError when it is outside the bounds of the field, as an expression can be
 */
export function numberOf(
	ctx: IExecuteFunctions,
	{ name, displayName, default: fallback, typeOptions }: INodeProperties,
	itemIndex: number,
): number {
	const value = Number(ctx.getNodeParameter(name, itemIndex, fallback));
	const { minValue = 0, maxValue = Number.MAX_SAFE_INTEGER } = typeOptions ?? {};
	if (!Number.isInteger(value) || value < minValue || value > maxValue) {
		throw new UserInputError(
			`'${displayName}' is not a whole number from ${minValue} to ${maxValue}`,
			`Correct '${displayName}'.`,
		);
	}
	return value;
}

/** The text of a required field that holds an ID of digits. @throws UserInputError for another one */
export function requiredDigits(
	ctx: IExecuteFunctions,
	name: string,
	label: string,
	itemIndex: number,
): string {
	const value = requiredText(ctx, name, label, itemIndex);
	if (/^\d+$/.test(value)) return value;
	throw new UserInputError(
		`'${label}' does not consist of digits`,
		'Use the ID as WeChat gave it.',
	);
}

/** The optional fields that were filled in. */
export function additionalOf(ctx: IExecuteFunctions, itemIndex: number): IDataObject {
	return ctx.getNodeParameter('additionalFields', itemIndex, {}) as IDataObject;
}

export function openIdOf(ctx: IExecuteFunctions, itemIndex: number): string {
	return requiredText(ctx, 'openId', 'OpenID', itemIndex);
}

/** Most results to return; undefined for all. */
export function limitOf(ctx: IExecuteFunctions, itemIndex: number): number | undefined {
	return (ctx.getNodeParameter('returnAll', itemIndex, false) as boolean)
		? undefined
		: (ctx.getNodeParameter('limit', itemIndex, 50) as number);
}

export function isSimplified(ctx: IExecuteFunctions, itemIndex: number): boolean {
	return ctx.getNodeParameter('simplify', itemIndex, true) as boolean;
}

/** A page of a list that WeChat counts by offset. */
export interface OffsetPage {
	total_count?: number;
	item?: IDataObject[];
}

/** WeChat gives at most twenty entries of such a list at a time. */
const ENTRIES_PER_CALL = 20;

/** Reads a list that WeChat counts by offset (drafts, publications, materials). */
export async function offsetPages(
	fetchPage: (offset: number, count: number) => Promise<OffsetPage>,
	limit?: number,
): Promise<IDataObject[]> {
	const count = Math.min(limit ?? ENTRIES_PER_CALL, ENTRIES_PER_CALL);
	return await collectPages<IDataObject, number>(async (offset = 0) => {
		const { total_count: total = 0, item: entries = [] } = await fetchPage(offset, count);
		const next = offset + entries.length;
		return { entries, next: next < total ? next : undefined };
	}, limit);
}
