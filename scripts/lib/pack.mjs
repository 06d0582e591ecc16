import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, say } from './process.mjs';

const FOLDER = join(ROOT, '.cache/pack');

/** Where the unpacked tarball lies: what a user gets. */
export const UNPACKED = join(FOLDER, 'package');

/** Builds the package and packs it as npm would publish it. Returns the path of the tarball. */
export async function pack() {
	say('Building and packing');
	rmSync(FOLDER, { recursive: true, force: true });
	mkdirSync(FOLDER, { recursive: true });
	await run('npm', ['run', 'build'], { quiet: true });
	await run('npm', ['pack', '--pack-destination', FOLDER], { quiet: true });
	const tarball = readdirSync(FOLDER).find((file) => file.endsWith('.tgz'));
	if (!tarball) throw new Error('npm pack has made no tarball');
	await run('tar', ['-xzf', tarball], { cwd: FOLDER, quiet: true });
	return join(FOLDER, tarball);
}
