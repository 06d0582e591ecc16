import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './process.mjs';

/** Compiles a TypeScript module with what it imports and loads it. */
export async function loadTypeScript(path) {
	const { build } = await import('esbuild');
	// A folder of this name is not linted.
	const folder = join(ROOT, '.cache/dist');
	mkdirSync(folder, { recursive: true });
	const outfile = join(folder, `${path.replace(/\W+/g, '-')}.mjs`);
	await build({
		entryPoints: [join(ROOT, path)],
		outfile,
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'esm',
		logLevel: 'warning',
	});
	return await import(pathToFileURL(outfile));
}
