/*
 * Writes test/workflow/core-nodes.json: of n8n's own nodes those that the sample workflows use, with the
 * versions that the installed n8n knows and, where it limits them, how many a workflow may have. The
 * static check reads it, so that it needs no n8n.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/process.mjs';
import { E2E, installN8n } from './lib/setup.mjs';

const PACKAGES = ['n8n-nodes-base', '@n8n/n8n-nodes-langchain'];
const WORKFLOWS = join(ROOT, 'workflows');
const TARGET = join(ROOT, 'test/workflow/core-nodes.json');

/** Types of the nodes in all workflow files. */
function usedTypes() {
	const files = readdirSync(WORKFLOWS, { recursive: true, encoding: 'utf8' });
	return new Set(
		files
			.filter((file) => file.endsWith('.json'))
			.flatMap((file) => JSON.parse(readFileSync(join(WORKFLOWS, file), 'utf8')).nodes)
			.map(({ type }) => type),
	);
}

/** Descriptions of n8n's nodes, one per major version. */
function descriptions() {
	return PACKAGES.flatMap((name) => {
		const file = join(E2E, 'node_modules', name, 'dist/types/nodes.json');
		if (!existsSync(file)) throw new Error(`${file} is missing`);
		const nodes = JSON.parse(readFileSync(file, 'utf8'));
		return nodes.map((node) => ({
			...node,
			type: node.name.includes('.') ? node.name : `${name}.${node.name}`,
		}));
	});
}

await installN8n();
const known = new Map();
const used = usedTypes();
for (const { type, version, maxNodes } of descriptions()) {
	if (!used.has(type)) continue;
	const entry = known.get(type) ?? { versions: [] };
	entry.versions.push(...[version].flat());
	if (maxNodes) entry.maxNodes = maxNodes;
	known.set(type, entry);
}
const sorted = [...known].sort(([a], [b]) => (a < b ? -1 : 1));
for (const [, { versions }] of sorted) versions.sort((a, b) => a - b);
const lines = sorted.map(([type, entry]) => `\t${JSON.stringify(type)}: ${JSON.stringify(entry)}`);
writeFileSync(TARGET, `{\n${lines.join(',\n')}\n}\n`);
console.log(`${known.size} kinds of nodes`);
