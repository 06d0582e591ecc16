import type { IDataObject, INodeProperties } from 'n8n-workflow';
import {
	field,
	lazily,
	propertiesOfFields,
	valuesOf,
	type Changes,
	type Field,
	type Fields,
	type OptionalValuesOf,
	type ParameterSource,
	type ValuesOf,
} from './field';

/** What was picked: n8n leaves a picker inside a collection as it is stored. */
function pickedValue(stored: unknown): unknown {
	return typeof stored === 'object' && stored !== null && 'value' in stored ? stored.value : stored;
}

function entryOf(stored: IDataObject): ParameterSource {
	return {
		get: (name, { extractValue = false } = {}) =>
			extractValue ? pickedValue(stored[name]) : stored[name],
	};
}

function asEntry(value: unknown): IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as IDataObject)
		: {};
}

/** The optional fields of an operation; a field gives undefined until it is added. */
export function collection<F extends Fields>(
	displayName: string,
	placeholder: string,
	fields: F,
	changes: Changes = {},
): Field<OptionalValuesOf<F>> {
	const property: Omit<INodeProperties, 'name'> = {
		displayName,
		type: 'collection',
		placeholder,
		default: {},
		options: propertiesOfFields(fields),
		...changes,
	};
	return field(property, (value) => {
		const stored = asEntry(value);
		const from = entryOf(stored);
		const values = lazily(Object.keys(fields), (name) =>
			stored[name] === undefined ? undefined : fields[name]?.read(from, name),
		);
		// As in `valuesOf`.
		return values as OptionalValuesOf<F>;
	});
}

/** Rows of the same fields, as many as a person adds. @param rowName under which n8n stores them */
export function rows<F extends Fields>(
	displayName: string,
	[rowName, rowLabel]: [name: string, label: string],
	fields: F,
	changes: Changes = {},
): Field<Array<ValuesOf<F>>> {
	const property: Omit<INodeProperties, 'name'> = {
		displayName,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		options: [{ displayName: rowLabel, name: rowName, values: propertiesOfFields(fields) }],
		...changes,
	};
	return field(property, (value) => {
		const stored = asEntry(value)[rowName];
		const list: unknown[] = Array.isArray(stored) ? stored : [];
		return list.map((row) => valuesOf(fields, entryOf(asEntry(row))));
	});
}
