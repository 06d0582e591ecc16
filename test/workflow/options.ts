import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type INodeTypeDescription,
} from 'n8n-workflow';

interface Place {
	node: INode;
	description: INodeTypeDescription;
	/** All parameters of the node, where a condition looks for the values it names with a slash. */
	root: INodeParameters;
}

const isExpression = (value: unknown) => typeof value === 'string' && value.startsWith('=');

const isObject = (value: unknown): value is INodeParameters =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function within(property: INodeProperties, value: unknown, place: Place): string[] {
	const options = property.options ?? [];
	if (property.type === 'collection' && isObject(value)) {
		return wrongOptions(options as INodeProperties[], value, place);
	}
	if (property.type !== 'fixedCollection' || !isObject(value)) return [];
	return Object.entries(value).flatMap(([name, entries]) => {
		const group = options.find((option) => option.name === name);
		if (!group || !('values' in group)) return [`${property.name} has no ${name}`];
		return [entries]
			.flat()
			.flatMap((entry) => (isObject(entry) ? wrongOptions(group.values, entry, place) : []));
	});
}

/**
 * Values of lists that the lists do not offer. n8n itself lets them pass until the node runs.
 *
 * @param values parameters filled up with defaults
 */
export function wrongOptions(
	properties: INodeProperties[],
	values: INodeParameters,
	place: Place,
): string[] {
	const { node, description, root } = place;
	return properties
		.filter((property) => NodeHelpers.displayParameter(values, property, node, description, root))
		.flatMap((property) => {
			const value = values[property.name];
			if (value === undefined || isExpression(value)) return [];
			const isList = property.type === 'options' || property.type === 'multiOptions';
			if (!isList) return within(property, value, place);
			// Lists that n8n asks for when the node is opened.
			if (property.typeOptions?.loadOptionsMethod || property.typeOptions?.loadOptions) return [];
			const offered = (property.options ?? []).flatMap((option) =>
				'value' in option ? [option.value] : [],
			);
			return [value]
				.flat()
				.filter((chosen) => !offered.some((option) => option === chosen))
				.map((chosen) => `${property.name} does not offer ${JSON.stringify(chosen)}`);
		});
}
