/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { messagesOf, type Found } from './find';
import { labelledIn } from './labels';

const FOLDERS = ['nodes', 'credentials'];

/** A module of the package, with the texts that a person reads when it runs. */
export interface Module {
	/** From the root of the package. */
	path: string;
	source: ts.SourceFile;
	texts: Found[];
}

/** All modules of the package. @param root its folder */
export function readModules(root: string): Module[] {
	const sources = FOLDERS.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.map((file) => join(folder, file).replace(/\\/g, '/')),
	)
		.sort()
		.map((path) => {
			const text = readFileSync(join(root, path), 'utf8');
			return { path, source: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) };
		});
	const labelled = new Map(sources.flatMap(({ source }) => [...labelledIn(source)]));
	return sources.map(({ path, source }) => ({
		path,
		source,
		texts: messagesOf(path, source, labelled),
	}));
}
