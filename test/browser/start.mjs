/* Starts what all files share: an n8n in which nobody has installed the package, and a registry that has it. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findChromium, HOW_TO_GET_IT } from '../../scripts/lib/chromium.mjs';
import { loadTypeScript } from '../../scripts/lib/load.mjs';
import { pack, UNPACKED } from '../../scripts/lib/pack.mjs';
import { ROOT } from '../../scripts/lib/process.mjs';
import { E2E, installN8n, n8nNode } from '../../scripts/lib/setup.mjs';

const CACHE = join(ROOT, '.cache');
const PICTURES = join(CACHE, 'browser');

export default async function start() {
	const chromium = findChromium();
	if (!chromium) throw new Error(HOW_TO_GET_IT);
	process.env.N8N_TEST_CHROMIUM = chromium;
	mkdirSync(PICTURES, { recursive: true });
	// One that runs already, for quick repetition while a test is written.
	const { N8N_TEST_URL: url, N8N_TEST_FOLDER: userFolder } = process.env;
	if (url) {
		process.env.N8N_TEST_PLACES = JSON.stringify([{ url, userFolder }]);
		return;
	}
	await installN8n();
	await pack();
	// Pictures of a run before say nothing about this one.
	rmSync(PICTURES, { recursive: true, force: true });
	mkdirSync(PICTURES, { recursive: true });
	const { startN8n } = await loadTypeScript('test/e2e/lib/server.ts');
	const { prepare } = await loadTypeScript('test/e2e/lib/prepared.ts');
	const { Registry } = await loadTypeScript('test/browser/harness/registry.ts');
	const { name: packageName } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
	const node = n8nNode();
	const options = { node, home: E2E, packageName };
	const prepared = await prepare({ ...options, packageFolder: UNPACKED }, CACHE);
	const registry = await Registry.start(UNPACKED);
	const path = [dirname(node), process.env.PATH].join(':');
	const env = {
		PATH: [join(ROOT, 'test/browser/npm'), path].join(':'),
		NPM_PATH: path,
		npm_config_registry: registry.url,
		// Nothing is asked outside: whoever would answer hangs up.
		HTTPS_PROXY: registry.url,
		NO_PROXY: '127.0.0.1,localhost',
	};
	const server = await startN8n({ ...options, prepared, env }).catch(async (error) => {
		await registry.close();
		throw error;
	});
	globalThis.inBrowser = { registry, server };
	const place = { url: server.client.url, userFolder: server.userFolder };
	process.env.N8N_TEST_PLACES = JSON.stringify([place]);
	process.env.N8N_TEST_REGISTRY = registry.url;
}
