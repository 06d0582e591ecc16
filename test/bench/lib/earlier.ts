/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The package and its canvases as they were at a commit. */
export interface Earlier {
	packageFolder: string;
	workflows: string;
}

/**
 * Builds the package of an earlier commit, once. It needs the history of the repository.
 *
 * @param commit its short name
 */
export function earlier(commit: string): Earlier {
	const folder = resolve('.cache/earlier', commit);
	const found = {
		packageFolder: join(folder, 'packed/package'),
		workflows: join(folder, 'workflows'),
	};
	if (existsSync(found.packageFolder)) return found;
	const unfinished = `${folder}-unfinished`;
	rmSync(unfinished, { recursive: true, force: true });
	mkdirSync(join(unfinished, 'packed'), { recursive: true });
	const run = (command: string, args: string[], input?: Buffer) =>
		execFileSync(command, args, { cwd: unfinished, input, maxBuffer: 2 ** 30 });
	const archive = execFileSync('git', ['archive', commit], { maxBuffer: 2 ** 30 });
	run('tar', ['-x'], archive);
	symlinkSync(resolve('node_modules'), join(unfinished, 'node_modules'));
	run('npm', ['run', 'build']);
	run('npm', ['pack', '--ignore-scripts', '--pack-destination', 'packed']);
	const [tarball = ''] = readdirSync(join(unfinished, 'packed'));
	run('tar', ['-xzf', join('packed', tarball), '-C', 'packed']);
	rmSync(folder, { recursive: true, force: true });
	renameSync(unfinished, folder);
	return found;
}
