import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import type { Lookup } from './texts';

/** Names of the choices of a list, by their values. */
function namesOf({ options = [] }: INodeProperties): Array<[value: string, name: string]> {
	return options.flatMap((option) =>
		'value' in option ? [[String(option.value), option.name] as [string, string]] : [],
	);
}

const listed = (entries: Array<[string, string]>): string =>
	`(${JSON.stringify(Object.fromEntries(entries))})`;

/** Resource and operation as a list; one that is flat, as n8n takes two closing brackets in a row for the end. */
function operationNames(properties: INodeProperties[]): string {
	const operations = properties.filter(({ name }) => name === 'operation');
	const resource = properties.find(({ name }) => name === 'resource');
	if (!resource) return `${listed(operations.flatMap(namesOf))}[$parameter["operation"]]`;
	const all = namesOf(resource).flatMap(([value, name]) =>
		operations
			.filter(({ displayOptions }) => displayOptions?.show?.resource?.includes(value))
			.flatMap(namesOf)
			.map(([id, operation]): [string, string] => [`${value}.${id}`, `${name}：${operation}`]),
	);
	return `${listed(all)}[$parameter["resource"] + "." + $parameter["operation"]]`;
}

/** In an entry of the catalogue: the names of the choices of a parameter. */
const NAMES = /NAMES\((\w+)\)/g;

/**
 * The line below a node on the canvas, in words instead of the ids that English names resemble: what it does,
 * or, for a node without operations, what its entry in the catalogue says.
 *
 * @param properties translated ones
 */
export function subtitleOf(
	{ subtitle = '', properties }: Pick<INodeTypeDescription, 'properties' | 'subtitle'>,
	lookup: Lookup,
): string {
	if (properties.some(({ name }) => name === 'operation'))
		return `={{ ${operationNames(properties)} }}`;
	return lookup(subtitle, 'subtitle').replace(NAMES, (_, parameter: string) =>
		listed(properties.filter(({ name }) => name === parameter).flatMap(namesOf)),
	);
}
