/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';

interface Schema {
	type: string | string[];
	properties?: Record<string, Schema>;
	/** All of them, when it is absent. */
	required?: string[];
	items?: Schema;
}

const FOLDER = 'nodes/WeChatOfficialAccount/__schema__/v1.0.0';

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
}

function problems(value: unknown, schema: Schema, path: string): string[] {
	const type = typeOf(value);
	if (![schema.type].flat().includes(type)) return [`${path} is ${type}`];
	if (type === 'array') {
		return (value as unknown[]).flatMap((entry, position) =>
			schema.items ? problems(entry, schema.items, `${path}[${position}]`) : [],
		);
	}
	if (type !== 'object') return [];
	const { properties = {}, required = Object.keys(properties) } = schema;
	const missing = required.filter((name) => !(name in (value as object)));
	const present = Object.entries(value as object).flatMap(([name, entry]) => {
		const known = properties[name];
		return known
			? problems(entry, known, `${path}.${name}`)
			: [`${path}.${name} is not documented`];
	});
	return [...missing.map((name) => `${path}.${name} is missing`), ...present];
}

/** How an item differs from the output schema that the editor shows; empty when it does not. */
export function schemaProblems(resource: string, operation: string, json: IDataObject): string[] {
	const file = join(FOLDER, resource, `${operation}.json`);
	if (!existsSync(file)) return [`${file} is missing`];
	return problems(json, JSON.parse(readFileSync(file, 'utf8')) as Schema, operation);
}
