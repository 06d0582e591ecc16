/*
 * Writes workflows/*.json from the descriptions in this folder, once with n8n's Data Tables and once
 * with PostgreSQL; and those of scripts/canvases, whose nodes keep the records, in Chinese and in English,
 * with a page about what each does on which account. `node scripts/workflows/build.mjs --check` only tells whether they are up to date.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { loadTypeScript } from '../lib/load.mjs';
import { dataTables } from './lib/store/dataTables.mjs';
import { createTable, postgres } from './lib/store/postgres.mjs';
import { TABLES } from './tables.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const TARGET = join(HERE, '../../workflows');

const fileNameOf = (name) => `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.json`;

async function definitions() {
	const files = readdirSync(HERE).filter((file) => /^\d\d-.*\.mjs$/.test(file));
	return await Promise.all(files.sort().map(async (file) => (await import(`./${file}`)).default));
}

/** Every file with its content. */
export async function workflowFiles() {
	const files = new Map();
	const style = await resolveConfig(join(TARGET, 'workflow.json'));
	for (const define of await definitions()) {
		for (const [store, folder] of [
			[dataTables, '.'],
			[postgres, 'postgres'],
		]) {
			const workflow = define(store).toJSON();
			const text = await format(JSON.stringify(workflow), { ...style, parser: 'json' });
			files.set(join(folder, fileNameOf(workflow.name)), text);
		}
	}
	const { canvasFiles } = await loadTypeScript('scripts/canvases/files.ts');
	for (const [file, workflow] of canvasFiles()) {
		files.set(file, await format(JSON.stringify(workflow), { ...style, parser: 'json' }));
	}
	const { samplesPages } = await loadTypeScript('scripts/canvases/samplesPage.ts');
	for (const [page, markdown] of samplesPages()) {
		files.set(join('../docs', page), await format(markdown, { ...style, parser: 'markdown' }));
	}
	const statements = Object.keys(TABLES).map((table) => `${createTable(table)}\n`);
	files.set('postgres/schema.sql', statements.join('\n'));
	return files;
}

function isCurrent(path, content) {
	try {
		return readFileSync(path, 'utf8') === content;
	} catch {
		return false;
	}
}

const isCheck = process.argv.includes('--check');
const stale = [];
for (const [file, content] of await workflowFiles()) {
	const path = join(TARGET, file);
	if (isCurrent(path, content)) continue;
	stale.push(file);
	if (isCheck) continue;
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, content);
}
console.log(
	stale.length === 0 ? 'Up to date.' : `${isCheck ? 'Stale' : 'Written'}: ${stale.join(', ')}`,
);
process.exitCode = isCheck && stale.length > 0 ? 1 : 0;
