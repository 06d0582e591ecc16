import { mapped, optionalText, type Changes, type Field } from '../../shared/operations/fields';

/** Words by which a follower calls something: comma-separated messages or menu keys. */
export const words = (
	displayName: string,
	preset: string,
	description: string,
	changes: Changes = {},
): Field<string[]> =>
	mapped(optionalText(displayName, { default: preset, description, ...changes }), (list) =>
		list
			.split(/[,，、;；\n]/)
			.map((word) => word.trim())
			.filter((word) => word !== ''),
	);
