import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './digest.mjs';
import { ROOT, run, say } from './process.mjs';

const FOLDER = join(ROOT, '.cache/pack');

/** Where the unpacked tarball lies: what a user gets. */
export const UNPACKED = join(FOLDER, 'package');

/** What the tarball depends on; the libraries that are bundled are named in the lock file. */
const SOURCES = [
	'credentials',
	'icons',
	'nodes',
	'gulpfile.js',
	'LICENSE',
	'package.json',
	'package-lock.json',
	'README.md',
	'README.zh-CN.md',
	'tsconfig.build.json',
	'tsconfig.json',
];

/** Builds the package and packs it as npm would publish it, unless that has been done with the same sources. */
export async function pack() {
	const file = join(FOLDER, 'digest');
	const digest = digestOf(ROOT, SOURCES);
	if (existsSync(file) && readFileSync(file, 'utf8') === digest) return;
	say('Building and packing');
	rmSync(FOLDER, { recursive: true, force: true });
	mkdirSync(FOLDER, { recursive: true });
	await run('npm', ['run', 'build'], { quiet: true });
	await run('npm', ['pack', '--pack-destination', FOLDER], { quiet: true });
	const tarball = readdirSync(FOLDER).find((name) => name.endsWith('.tgz'));
	if (!tarball) throw new Error('npm pack has made no tarball');
	await run('tar', ['-xzf', tarball], { cwd: FOLDER, quiet: true });
	writeFileSync(file, digest);
}
