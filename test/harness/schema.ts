/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import isEqual from 'lodash/isEqual';
import omit from 'lodash/omit';
import union from 'lodash/union';
import type { IDataObject } from 'n8n-workflow';

interface Schema {
	type: string | string[];
	properties?: Record<string, Schema>;
	/** All of them, when it is absent. */
	required?: string[];
	items?: Schema;
	version?: number;
}

const FOLDER = 'nodes/WeChatOfficialAccount/__schema__/v1.0.0';

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
}

function problems(value: unknown, schema: Schema, path: string): string[] {
	const type = typeOf(value);
	if (![schema.type].flat().includes(type)) return [`${path} is ${type}`];
	if (Array.isArray(value)) {
		return value.flatMap((entry, position) =>
			schema.items ? problems(entry, schema.items, `${path}[${position}]`) : [],
		);
	}
	if (!isObject(value)) return [];
	const { properties = {}, required = Object.keys(properties) } = schema;
	const missing = required.filter((name) => !(name in value));
	const present = Object.entries(value).flatMap(([name, entry]) => {
		const known = properties[name];
		return known
			? problems(entry, known, `${path}.${name}`)
			: [`${path}.${name} is not documented`];
	});
	return [...missing.map((name) => `${path}.${name} is missing`), ...present];
}

/** Fields of an object, with what a further example adds; a field that not every example has is optional. */
function widenObject(schema: Schema, value: Record<string, unknown>): Schema {
	const { properties: before, required: always } = schema;
	const known = always ?? Object.keys(before ?? value);
	const properties = { ...before };
	for (const [name, entry] of Object.entries(value)) {
		properties[name] = widen(properties[name], entry);
	}
	const required = known.filter((name) => name in value);
	const isAll = required.length === Object.keys(properties).length;
	return { ...omit(schema, 'required'), properties, ...(isAll ? {} : { required }) };
}

/** A schema that allows a value too. */
function widen(schema: Schema | undefined, value: unknown): Schema {
	const types = union([schema?.type ?? []].flat(), [typeOf(value)]);
	const wide: Schema = { ...schema, type: types.length === 1 ? (types[0] ?? '') : types };
	if (Array.isArray(value)) {
		const items = value.reduce<Schema | undefined>(widen, schema?.items);
		return items ? { ...wide, items } : wide;
	}
	return isObject(value) ? widenObject(wide, value) : wide;
}

/**
 * How an item differs from the output schema that the editor shows; empty when it does not. With
 * `npm run docs` the schema learns from the item instead: a new operation gets its schema this way.
 */
export function problemsBySchema(file: string, json: IDataObject): string[] {
	const schema = existsSync(file)
		? (JSON.parse(readFileSync(file, 'utf8')) as Schema)
		: { type: 'object', version: 1 };
	const found = problems(json, schema, basename(file, '.json'));
	if (found.length === 0 || !process.env.UPDATE_DOCS) return found;
	const { version, ...wide } = widen(schema, json);
	if (isEqual({ ...wide, version }, schema)) return [];
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, `${JSON.stringify({ ...wide, version }, null, '\t')}\n`);
	return [];
}

/** How an item of the actions node differs from the schema of its operation. */
export function schemaProblems(resource: string, operation: string, json: IDataObject): string[] {
	return problemsBySchema(join(FOLDER, resource, `${operation}.json`), json);
}
