import { integer, type Changes, type Field } from '../../shared/operations/fields';

/** A whole number with a default. @param least 0 when it is absent */
export const count = (
	displayName: string,
	value: number,
	description: string,
	{ least = 0, ...changes }: Changes & { least?: number } = {},
): Field<number> =>
	integer(displayName, [least, Number.MAX_SAFE_INTEGER], {
		default: value,
		description,
		...changes,
	});
