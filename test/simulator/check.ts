import { fail } from './errors';

type Kind = 'string' | 'number' | 'boolean' | 'array' | 'object';

/**
 * What the parameters have to be: a kind, with `|` one of several, with a trailing `?` optional; a shape for what
 * lies within an object; a shape in brackets for every entry of a list.
 */
export interface Shape {
	[name: string]: Kind | `${Kind}?` | `${Kind}|${Kind}` | `${Kind}|${Kind}?` | Shape | [Shape];
}

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function kindOf(value: unknown): string {
	return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

function checkOne(given: unknown, expected: Shape[string], isStrict: boolean, path: string): void {
	if (Array.isArray(expected)) {
		if (!Array.isArray(given)) fail(47001, `data format error: ${path}`);
		given.forEach((entry, at) => checkOne(entry, expected[0], isStrict, `${path}[${at}]`));
	} else if (typeof expected === 'object') {
		if (!isObject(given)) fail(47001, `data format error: ${path}`);
		check(given, expected, isStrict, `${path}.`);
	} else if (!expected.replace('?', '').split('|').includes(kindOf(given))) {
		fail(47001, `data format error: ${path}`);
	}
}

const isOptional = (expected: Shape[string]) =>
	typeof expected === 'string' && expected.endsWith('?');

/**
 * Refuses a missing parameter (40097) and a wrong type (47001), and an unknown parameter if asked to (40097): the
 * platform ignores those.
 */
export function check(value: Json, shape: Shape, isStrict = false, path = ''): void {
	for (const name of isStrict ? Object.keys(value) : []) {
		if (!(name in shape)) fail(40097, `invalid args: unknown field ${path}${name}`);
	}
	for (const [name, expected] of Object.entries(shape)) {
		const given = value[name];
		if (given !== undefined) checkOne(given, expected, isStrict, `${path}${name}`);
		else if (!isOptional(expected)) fail(40097, `invalid args: missing ${path}${name}`);
	}
}
