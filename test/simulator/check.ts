import { fail } from './errors';

/** What a parameter has to be. A trailing `?` makes it optional. */
export type Shape = {
	[name: string]: 'string' | 'number' | 'boolean' | 'array' | 'object' | `${Kind}?` | Shape;
};
type Kind = 'string' | 'number' | 'boolean' | 'array' | 'object';

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function kindOf(value: unknown): string {
	return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

/** Refuses what the platform would: a missing or unknown parameter (40097), a wrong type (47001). */
export function check(value: Json, shape: Shape, path = ''): void {
	for (const name of Object.keys(value)) {
		if (!(name in shape)) fail(40097, `invalid args: unknown field ${path}${name}`);
	}
	for (const [name, expected] of Object.entries(shape)) {
		const given = value[name];
		if (typeof expected === 'object') {
			if (!isObject(given)) fail(47001, `data format error: ${path}${name}`);
			check(given, expected, `${path}${name}.`);
			continue;
		}
		const isOptional = expected.endsWith('?');
		if (given === undefined) {
			if (isOptional) continue;
			fail(40097, `invalid args: missing ${path}${name}`);
		}
		if (kindOf(given) !== expected.replace('?', '')) {
			fail(47001, `data format error: ${path}${name}`);
		}
	}
}
