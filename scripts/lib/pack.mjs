import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './digest.mjs';
import { ROOT, run, say } from './process.mjs';

const FOLDER = join(ROOT, '.cache/pack');

/** Where the unpacked tarball lies: what a user gets. */
export const UNPACKED = join(FOLDER, 'package');

/** What the tarball depends on; the libraries that are bundled are named in the lock file. */
export const SOURCES = [
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

/**
 * Builds a package and packs it as npm would publish it.
 *
 * @param root where its sources are
 * @param folder for the tarball, and `package`, what is in it; it is emptied first
 */
export async function packFrom(root, folder) {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	await run('npm', ['run', 'build'], { cwd: root, quiet: true });
	await run('npm', ['pack', '--pack-destination', folder], { cwd: root, quiet: true });
	const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
	if (!tarball) throw new Error('npm pack has made no tarball');
	await run('tar', ['-xzf', tarball], { cwd: folder, quiet: true });
}

/** Builds and packs this package, unless that has been done with the same sources. */
export async function pack() {
	const file = join(FOLDER, 'digest');
	const digest = digestOf(ROOT, SOURCES);
	if (existsSync(file) && readFileSync(file, 'utf8') === digest) return;
	say('Building and packing');
	await packFrom(ROOT, FOLDER);
	writeFileSync(file, digest);
}
