import type { INodeProperties } from 'n8n-workflow';

/*
 * Fields of operations, declared once: a field knows how it is shown and what the operation gets of it.
 * Its name is the key under which it stands, so that it is never written a second time, and the type of
 * the value follows from the field.
 */

/** Where values come from: the parameters of an item, or one entry of a collection. */
export interface ParameterSource {
	/** The value as it is stored, or what its expression gave; undefined when the field is not shown. */
	get(name: string, options?: { extractValue?: boolean }): unknown;
}

/** A field of an operation, and the value that the operation gets of it. */
export interface Field<Value> {
	/** How n8n shows it: one property, or the few that belong together. */
	describe(name: string): INodeProperties[];
	/** @throws UserInputError when what is filled in cannot be used */
	read(from: ParameterSource, name: string): Value;
}

export type Fields = Record<string, Field<unknown>>;

/** What an operation gets: a value for each of its fields, read when it is asked for. */
export type ValuesOf<F extends Fields> = {
	readonly [Name in keyof F]: F[Name] extends Field<infer Value> ? Value : never;
};

/** What a collection gives: a value for each field that was added to it. */
export type OptionalValuesOf<F extends Fields> = {
	readonly [Name in keyof F]: ValuesOf<F>[Name] | undefined;
};

/** Whatever else n8n may know of a field. */
export type Changes = Omit<Partial<INodeProperties>, 'displayName' | 'name' | 'type'>;

/** The properties of all fields, in their order. */
export function propertiesOfFields(fields: Fields): INodeProperties[] {
	return Object.entries(fields).flatMap(([name, field]) => field.describe(name));
}

/** An object whose properties are read when they are asked for: a field that is not shown need not be filled. */
export function lazily(
	names: string[],
	read: (name: string) => unknown,
): Readonly<Record<string, unknown>> {
	const descriptors = names.map((name) => [name, { enumerable: true, get: () => read(name) }]);
	return Object.defineProperties({}, Object.fromEntries(descriptors) as PropertyDescriptorMap);
}

/** The values of fields. */
export function valuesOf<F extends Fields>(fields: F, from: ParameterSource): ValuesOf<F> {
	const values = lazily(Object.keys(fields), (name) => fields[name]?.read(from, name));
	// What is built by name has the type that the fields say by name.
	return values as ValuesOf<F>;
}

/** A field with a property of its own kind. @param read gets the stored value */
export function field<Value>(
	property: Omit<INodeProperties, 'name'>,
	read: (value: unknown, from: ParameterSource) => Value,
	options: { extractValue?: boolean } = {},
): Field<Value> {
	return {
		describe: (name) => [{ ...property, name }],
		read: (from, name) => read(from.get(name, options) ?? undefined, from),
	};
}

/** A field that gives what is stored, as it is. Whoever uses it checks it. */
export const asStored = (property: Omit<INodeProperties, 'name'>): Field<unknown> =>
	field(property, (value) => value);

/** The same field, giving what `map` makes of its value. */
export function mapped<Value, Result>(
	{ describe, read }: Field<Value>,
	map: (value: Value) => Result,
): Field<Result> {
	return { describe, read: (from, name) => map(read(from, name)) };
}

/**
 * One name under which different fields are shown, from case to case.
 *
 * @param shown each with its own case
 * @param value reads what any of them has stored
 */
export const variants = <Value>(
	value: Field<Value>,
	shown: Array<Field<unknown>>,
): Field<Value> => ({
	describe: (name) => shown.flatMap((variant) => variant.describe(name)),
	read: (from, name) => value.read(from, name),
});

/** Words above or between the fields; nobody fills it in. */
export const notice = (displayName: string, changes: Changes = {}): Field<undefined> =>
	field({ displayName, type: 'notice', default: '', ...changes }, () => undefined);

/** Fields that belong together, each with its own name, and the one value they give. */
export function group<F extends Fields, Value>(
	fields: F,
	combine: (values: ValuesOf<F>) => Value,
): Field<Value> {
	return {
		describe: () => propertiesOfFields(fields),
		read: (from) => combine(valuesOf(fields, from)),
	};
}
