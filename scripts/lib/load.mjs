import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './process.mjs';

/** Where the linter does not look; a folder for each checkout, as checkouts may share their packages. */
const COMPILED = join(ROOT, 'node_modules/.cache');
const ID = `wechat-${createHash('sha256').update(ROOT).digest('hex').slice(0, 12)}`;

/** Compiles a TypeScript module with what it imports and loads it. */
export async function loadTypeScript(path) {
	const { build } = await import('esbuild');
	const folder = join(COMPILED, ID);
	mkdirSync(folder, { recursive: true });
	const outfile = join(folder, `${path.replace(/\W+/g, '-')}.mjs`);
	await build({
		entryPoints: [join(ROOT, path)],
		outfile,
		bundle: true,
		platform: 'node',
		target: 'node20',
		format: 'esm',
		// The compiler itself cannot be bundled; the simulator compiles its page with it.
		external: ['esbuild'],
		// Libraries that are no modules themselves ask for Node's own ones by `require`.
		banner: {
			js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
		},
		logLevel: 'warning',
	});
	return await import(pathToFileURL(outfile));
}
