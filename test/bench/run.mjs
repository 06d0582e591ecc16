/*
 * `npm run bench`: figures as ratios against a named rival in the same run. `npm run bench -- sla` runs
 * one module of this folder; without a name all of them run, one after the other. Data that is not part
 * of the package comes as a path: `npm run bench -- keywordRouter pairs.tsv`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTypeScript } from '../../scripts/lib/load.mjs';
import { pack, UNPACKED } from '../../scripts/lib/pack.mjs';
import { ROOT, say } from '../../scripts/lib/process.mjs';
import { E2E, installN8n, installPackage, n8nNode } from '../../scripts/lib/setup.mjs';

const FOLDER = dirname(fileURLToPath(import.meta.url));

/** A real n8n with the packed package, for a bench that measures inside it. */
async function withN8n(work) {
	await installN8n();
	await pack();
	const { startN8n } = await loadTypeScript('test/e2e/lib/server.ts');
	const { name: packageName } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	const server = await startN8n({
		node: n8nNode(),
		home: E2E,
		packageFolder: UNPACKED,
		packageName,
	});
	try {
		await work(server.client, server.pid);
	} finally {
		await server.stop();
	}
}

/** The packed package and the programs of n8n, for a bench that starts something itself. */
async function withPackage(work) {
	await installN8n();
	await pack();
	await work({ node: n8nNode(), home: E2E, packageFolder: UNPACKED });
}

await installPackage();
/** A file among the arguments is data for the benches, not the name of one. */
const isFile = (argument) => /[./]/.test(argument);
const files = process.argv.slice(2).filter(isFile);
const asked = process.argv.slice(2).filter((argument) => !isFile(argument));
const all = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.ts'))
	.map((file) => file.slice(0, -3));
for (const name of asked.length > 0 ? asked : all) {
	say(name);
	const { bench, needsN8n, needsPackage } = await loadTypeScript(`test/bench/${name}.ts`);
	if (needsN8n) await withN8n(bench);
	else if (needsPackage) await withPackage(bench);
	else await bench(files);
}
process.exit(0);
