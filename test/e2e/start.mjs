/* Starts the n8n of the end-to-end tests, one for each Jest worker; the files find it through the environment. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { loadTypeScript } from '../../scripts/lib/load.mjs';
import { pack, UNPACKED } from '../../scripts/lib/pack.mjs';
import { ROOT } from '../../scripts/lib/process.mjs';
import { E2E, installN8n, n8nNode } from '../../scripts/lib/setup.mjs';

const CACHE = join(ROOT, '.cache');

/** @param {import('jest').Config} config with what the command line says */
export default async function start({ maxWorkers }) {
	// One that runs already, for quick repetition while a test is written.
	const { N8N_TEST_URL: url, N8N_TEST_FOLDER: userFolder } = process.env;
	if (!url) await installN8n();
	process.env.N8N_TEST_NODE = n8nNode();
	const { hasPostgres } = await loadTypeScript('test/e2e/lib/postgres.ts');
	const { hasRedis } = await loadTypeScript('test/e2e/lib/queue.ts');
	const isThere = await hasPostgres();
	process.env.N8N_TEST_POSTGRES = isThere ? 'yes' : 'no';
	process.env.N8N_TEST_QUEUE = isThere && (await hasRedis()) ? 'yes' : 'no';
	const servers = url ? [] : await startAll(maxWorkers);
	globalThis.n8nServers = servers;
	const places = url
		? [{ url, userFolder }]
		: servers.map((server) => ({ url: server.client.url, userFolder: server.userFolder }));
	process.env.N8N_TEST_PLACES = JSON.stringify(places);
}

/** Starts as many as there are workers. */
async function startAll(count) {
	await pack();
	mkdirSync(CACHE, { recursive: true });
	const { startN8n } = await loadTypeScript('test/e2e/lib/server.ts');
	const { prepare } = await loadTypeScript('test/e2e/lib/prepared.ts');
	const { name: packageName } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	const options = { node: n8nNode(), home: E2E, packageFolder: UNPACKED, packageName };
	const prepared = await prepare(options, CACHE);
	process.env.N8N_TEST_PREPARED = prepared;
	const probes = await buildProbes();
	process.env.N8N_TEST_PROBES = probes;
	const starting = Array.from({ length: count }, () => startN8n({ ...options, prepared, probes }));
	const started = await Promise.allSettled(starting);
	const failed = started.find(({ status }) => status === 'rejected');
	if (!failed) return started.map(({ value }) => value);
	await Promise.all(started.map(async ({ value }) => await value?.stop()));
	throw failed.reason;
}

/** Nodes by which tests reach what no node of the package offers; where the linter does not look. */
async function buildProbes() {
	const outdir = join(ROOT, 'node_modules/.cache/wechat-probes');
	await build({
		entryPoints: [join(E2E, 'probe/RecordsProbe.node.ts')],
		outdir,
		bundle: true,
		platform: 'node',
		target: 'node20',
		logLevel: 'error',
	});
	return outdir;
}
