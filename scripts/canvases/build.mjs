/*
 * Writes workflows/zh-CN and workflows/en from the descriptions in this folder, and a page about what each does on
 * which account. `node scripts/canvases/build.mjs --check` only tells whether they are up to date.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { loadTypeScript } from '../lib/load.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Every file below the root with its content. */
async function files() {
	const written = new Map();
	const { canvasFiles } = await loadTypeScript('scripts/canvases/files.ts');
	const { samplesPages } = await loadTypeScript('scripts/canvases/samplesPage.ts');
	const texts = [
		...canvasFiles().map(([file, workflow]) => [`workflows/${file}`, JSON.stringify(workflow)]),
		...samplesPages().map(([page, markdown]) => [`docs/${page}`, markdown]),
	];
	for (const [file, text] of texts) {
		const filepath = join(ROOT, file);
		written.set(file, await format(text, { ...(await resolveConfig(filepath)), filepath }));
	}
	return written;
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
for (const [file, content] of await files()) {
	const path = join(ROOT, file);
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
