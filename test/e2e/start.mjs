/* Starts the n8n of the end-to-end tests; the files find it through the environment. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTypeScript } from '../../scripts/lib/load.mjs';
import { pack, UNPACKED } from '../../scripts/lib/pack.mjs';
import { ROOT } from '../../scripts/lib/process.mjs';
import { E2E, installN8n, n8nNode } from '../../scripts/lib/setup.mjs';

export default async function start() {
	// One that runs already, for quick repetition while a test is written.
	const isRunning = process.env.N8N_TEST_URL !== undefined;
	if (!isRunning) await installN8n();
	process.env.N8N_TEST_NODE = n8nNode();
	const { hasPostgres } = await loadTypeScript('test/e2e/lib/postgres.ts');
	process.env.N8N_TEST_POSTGRES = (await hasPostgres()) ? 'yes' : 'no';
	if (isRunning) return;
	await pack();
	const { startN8n } = await loadTypeScript('test/e2e/lib/server.ts');
	const { name: packageName } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	const server = await startN8n({
		node: n8nNode(),
		home: E2E,
		packageFolder: UNPACKED,
		packageName,
	});
	globalThis.n8nServer = server;
	process.env.N8N_TEST_URL = server.client.url;
	process.env.N8N_TEST_LOG = server.logFile;
}
