import { mapped, optionalText, type Changes, type Field } from '../../shared/operations/fields';
import { Commands } from '../../shared/commands/commands';

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

/** Whether a text is one of the words; without words everything that comes is meant. */
export function isMeant(list: readonly string[], text: string): boolean {
	const commands = new Commands(list);
	return commands.isEmpty || commands.isCalledBy(text);
}
