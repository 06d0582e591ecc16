import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, say } from './process.mjs';

export const E2E = join(ROOT, 'test/e2e');

const MINIMUM_N8N_NODE = 24;

const INSTALL = ['install', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund'];

/** Digest of what an installation depends on; equal to the stored one, nothing is to be done. */
function stampOf(folder) {
	const hash = createHash('sha256');
	for (const file of ['package.json', 'package-lock.json']) {
		hash.update(readFileSync(join(folder, file)));
	}
	return hash.update(process.platform + process.arch).digest('hex');
}

async function once(folder, what, install) {
	const file = join(folder, 'node_modules/.installed');
	const stamp = stampOf(folder);
	if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return;
	say(`Installing ${what}`);
	await install();
	writeFileSync(file, stamp);
}

/** Node 24, which n8n needs: this process's own, or the one from npm. */
export function n8nNode() {
	if (Number(process.versions.node.split('.')[0]) >= MINIMUM_N8N_NODE) return process.execPath;
	const platform = process.platform === 'win32' ? 'win' : process.platform;
	const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
	const path = join(E2E, 'node_modules', `node-${platform}-${process.arch}`, binary);
	if (existsSync(path)) return path;
	throw new Error(`n8n needs Node ${MINIMUM_N8N_NODE}; please run this with it on ${platform}`);
}

/** Installs what building and testing need. */
export async function installPackage() {
	// Native parts of n8n's libraries are not needed here, and their build is slow.
	await once(ROOT, 'the development packages (about a minute)', async () => {
		await run('npm', INSTALL, { quiet: true });
	});
}

/** Installs a real n8n. */
export async function installN8n() {
	await once(E2E, 'n8n for the end-to-end tests (about five minutes, once)', async () => {
		await run('npm', INSTALL, { cwd: E2E, quiet: true });
		say('Building the database driver of n8n');
		await run('npm', ['rebuild', 'sqlite3'], { cwd: E2E, quiet: true });
	});
}
