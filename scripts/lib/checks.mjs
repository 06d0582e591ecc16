import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { ROOT, say } from './process.mjs';

/** Runs a program to its end. Output goes to the terminal, or is collected. */
export async function attempt([program, ...args], { env, isCollected = false } = {}) {
	return await new Promise((resolve) => {
		let output = '';
		const child = spawn(program, args, {
			cwd: ROOT,
			env: { ...process.env, ...env },
			stdio: isCollected ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
			shell: process.platform === 'win32',
		});
		child.stdout?.on('data', (chunk) => (output += chunk));
		child.stderr?.on('data', (chunk) => (output += chunk));
		child.on('error', (error) => resolve({ isGood: false, output: String(error) }));
		child.on('close', (code) => resolve({ isGood: code === 0, output }));
	});
}

/**
 * Runs checks beside each other, as many as there are cores; what one has printed comes out when it ends.
 *
 * @param {Array<[name: string, command: string[]]>} checks
 * @returns {Promise<string[]>} names of those that failed
 */
export async function runChecks(checks) {
	const waiting = [...checks];
	const failed = [];
	const work = async () => {
		for (let check = waiting.shift(); check; check = waiting.shift()) {
			const [name, command] = check;
			const start = performance.now();
			const { isGood, output } = await attempt(command, { isCollected: true });
			const seconds = ((performance.now() - start) / 1_000).toFixed(0);
			say(`${name}: ${isGood ? 'good' : 'NOT GOOD'} (${seconds} s)`);
			if (output.trim() !== '') console.log(output.trimEnd());
			if (!isGood) failed.push(name);
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() }, work));
	return failed;
}
