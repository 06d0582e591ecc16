/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withMessages } from './apply';
import type { Messages } from './catalogues';
import { readModules } from './sources';

/**
 * Writes the modules of the package with the messages of another language. Types, values and the order of what is
 * done are the same.
 *
 * @param root folder of the package
 * @param target folder that the modules are written to, over what is there
 * @returns texts that have no words in this language, and stay as they are
 */
export function writeSources(root: string, target: string, messages: Messages): string[] {
	return readModules(root).flatMap(({ path, source, texts }) => {
		const file = join(target, path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(
			file,
			withMessages(source, texts, (found) => messages.wordsFor(path, found)),
		);
		return texts
			.filter((found) => messages.isMissing(path, found))
			.map(({ key }) => `${path}: ${key}`);
	});
}
