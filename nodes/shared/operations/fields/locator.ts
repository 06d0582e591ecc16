import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';
import { field, type Changes, type Field } from './field';
import { filled } from './texts';

/** Something of the account, found in one of several ways: from a list, by ID, by URL. Gives its ID. */
export function locator(
	displayName: string,
	modes: INodePropertyMode[],
	changes: Changes = {},
): Field<string> {
	const property: Omit<INodeProperties, 'name'> = {
		displayName,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		modes,
		...changes,
	};
	return field(
		property,
		(value) => (property.required ? filled(displayName, value) : String(value ?? '').trim()),
		{ extractValue: true },
	);
}

/** One way to find something in a locator. */
export const way = (
	displayName: string,
	name: string,
	rest: Omit<INodePropertyMode, 'displayName' | 'name'>,
): INodePropertyMode => ({ displayName, name, ...rest });

/** A list to choose from, which a person can search. */
export const fromList = (searchListMethod: string, hint?: string): INodePropertyMode =>
	way('From List', 'list', {
		type: 'list',
		typeOptions: { searchListMethod, searchable: true },
		...(hint ? { hint } : {}),
	});

/** For somebody who has the ID. */
export const byId = (placeholder: string, hint?: string): INodePropertyMode =>
	way('By ID', 'id', { type: 'string', placeholder, ...(hint ? { hint } : {}) });
