import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the project. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** A line of progress, so that a long step does not look like a hanging one. */
export function say(text) {
	console.log(`\n▸ ${text}`);
}

/**
 * Runs a program and waits for it. Output goes to the terminal, or, with `quiet`, into the error
 * when it fails.
 */
export async function run(command, args, { cwd = ROOT, env, quiet = false } = {}) {
	await new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd,
			env: { ...process.env, ...env },
			stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
			shell: process.platform === 'win32',
		});
		let output = '';
		child.stdout?.on('data', (chunk) => (output += chunk));
		child.stderr?.on('data', (chunk) => (output += chunk));
		child.on('error', reject);
		child.on('exit', (code) => {
			if (code === 0) resolve();
			else
				reject(
					new Error(`${command} ${args.join(' ')} ended with ${code}\n${output.slice(-4_000)}`),
				);
		});
	});
}
