/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Catalogue } from './catalogue';

/** By names of nodes and credentials, and `shared`. */
export type Catalogues = ReadonlyMap<string, Catalogue>;

/** The one for all nodes. */
export const SHARED = 'shared';

/** What is in the folder and no catalogue. */
const GLOSSARY = 'glossary';

/** The catalogues of a folder. */
export function readCatalogues(folder: string): Catalogues {
	const names = readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.map((file) => basename(file, '.json'));
	return new Map(
		names
			.filter((name) => name !== GLOSSARY)
			.map((name) => [
				name,
				JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Catalogue,
			]),
	);
}
