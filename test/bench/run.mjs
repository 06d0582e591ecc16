/* `npm run bench`: throughput as a ratio against n8n's own nodes, in the same n8n. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTypeScript } from '../../scripts/lib/load.mjs';
import { pack, UNPACKED } from '../../scripts/lib/pack.mjs';
import { ROOT } from '../../scripts/lib/process.mjs';
import { E2E, installN8n, installPackage, n8nNode } from '../../scripts/lib/setup.mjs';

await installPackage();
await installN8n();
await pack();
const { startN8n } = await loadTypeScript('test/e2e/lib/server.ts');
const { bench } = await loadTypeScript('test/bench/webhook.ts');
const { name: packageName } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const server = await startN8n({ node: n8nNode(), home: E2E, packageFolder: UNPACKED, packageName });
try {
	await bench(server.client);
} finally {
	await server.stop();
}
process.exit(0);
