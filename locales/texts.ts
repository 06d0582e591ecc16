/*
 * Where a description holds words that a person sees, and how to put others in their place. The build of
 * another language and the tests of its catalogue go by the same walk, so that neither knows a text that
 * the other does not.
 */

/** What stands in place of a text. @param context the parameter it belongs to, or `inputs`, `outputs` */
export type Lookup = (text: string, context: string) => string;

/** Keys whose text is shown as it is. */
const SHOWN = new Set([
	'action',
	'activationMessage',
	'active',
	'addOptionalFieldButtonText',
	'description',
	'displayName',
	'errorMessage',
	'eventTriggerDescription',
	'header',
	'hint',
	'inactive',
	'message',
	'multipleValueButtonText',
	'placeholder',
	'plural',
	'singular',
	'valuesLabel',
	'waitingNodeTooltip',
]);

/** What n8n stores or compares, and what only it reads. */
const STORED = new Set(['default', 'displayOptions', 'icon', 'iconUrl', 'routing', 'webhooks']);

/** Branches of a node: labels within an expression, or entries with a name. */
const CONNECTIONS = new Set(['inputs', 'outputs']);

/** A label within an expression; ids and keys begin with small letters. */
const LABEL = /"([A-Z][^"\\]*)"(?!\s*:)/g;

type Entry = Record<string, unknown>;

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null;

/** A choice of a list is shown by its name; a node on the canvas by the name it is given at first. */
const isNameShown = (entry: Entry, parent: string): boolean =>
	parent === 'defaults' || ('name' in entry && 'value' in entry);

function textFor(key: string, value: string, context: string, lookup: Lookup): string {
	if (value === '') return value;
	if (!CONNECTIONS.has(key)) return lookup(value, context);
	return value.replace(LABEL, (_, label: string) => JSON.stringify(lookup(label, key)));
}

function walked(value: unknown, parent: string, context: string, lookup: Lookup): unknown {
	if (Array.isArray(value)) return value.map((entry) => walked(entry, parent, context, lookup));
	if (!isEntry(value)) return value;
	const own =
		typeof value.displayName === 'string' && typeof value.name === 'string' ? value.name : context;
	const translate = (key: string, entry: unknown): unknown => {
		if (STORED.has(key)) return entry;
		const isShown = SHOWN.has(key) || (key === 'name' && isNameShown(value, parent));
		if (typeof entry === 'string' && (isShown || CONNECTIONS.has(key)))
			return textFor(key, entry, own, lookup);
		return walked(entry, key, CONNECTIONS.has(key) ? key : own, lookup);
	};
	return Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [key, translate(key, entry)]),
	);
}

/**
 * A description with other words. Names, values and defaults stay: workflows hold them.
 *
 * @param description of a node, or what a credential shows
 * @param lookup is asked for each text, in the order in which they stand
 */
export function withTexts<Description extends object>(
	description: Description,
	lookup: Lookup,
): Description {
	// Nothing but texts has changed, and a text stays a text.
	return walked(description, '', '', lookup) as Description;
}
