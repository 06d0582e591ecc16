/*
 * Everything that is checked before a change lands: `npm test`. Installs what it needs, runs all suites
 * even when one fails, and ends with the totals.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, say } from './lib/process.mjs';
import { installN8n, installPackage } from './lib/setup.mjs';

const REPORTS = join(ROOT, '.cache/reports');

/** Checks that pass or fail as a whole; each counts as one. */
const CHECKS = [
	['lint', ['npx', 'n8n-node', 'lint']],
	['formatting', ['npx', 'prettier', '--check', '.', '--log-level', 'warn']],
	['types', ['npx', 'tsc', '-p', 'tsconfig.json', '--noEmit']],
	['workflow files are what their sources say', ['node', 'scripts/workflows/build.mjs', '--check']],
	['scanner, sources and tarball', ['node', 'scripts/scan.mjs']],
	['content of the tarball', ['node', 'scripts/pack-check.mjs']],
];

const SUITES = [
	['unit, contract and workflow tests', 'jest.config.js'],
	['end-to-end tests in a real n8n', 'jest.e2e.config.js'],
];

async function succeeds(command) {
	const [program, ...args] = command;
	return await new Promise((resolve) => {
		const child = spawn(program, args, {
			cwd: ROOT,
			stdio: ['ignore', 'inherit', 'inherit'],
			shell: process.platform === 'win32',
		});
		child.on('error', () => resolve(false));
		child.on('exit', (code) => resolve(code === 0));
	});
}

/** Counts of a Jest run; a run that produced none, or ended badly, is itself a failure. */
function countsOf(report, isGood) {
	try {
		const result = JSON.parse(readFileSync(report, 'utf8'));
		const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
		return { passed: result.numPassedTests, failed: !isGood && failed === 0 ? 1 : failed };
	} catch {
		return { passed: 0, failed: 1 };
	}
}

await installPackage();
await installN8n();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
await run('npx', ['rimraf', 'dist'], { quiet: true });

let passed = 0;
let failed = 0;
const failures = [];
for (const [name, command] of CHECKS) {
	say(name);
	if (await succeeds(command)) {
		passed += 1;
	} else {
		failed += 1;
		failures.push(name);
	}
}
for (const [name, config] of SUITES) {
	say(name);
	const report = join(REPORTS, `${config}.json`);
	const jest = ['npx', 'jest', '-c', config, '--silent', '--json', `--outputFile=${report}`];
	const counts = countsOf(report, await succeeds(jest));
	passed += counts.passed;
	failed += counts.failed;
	if (counts.failed > 0) failures.push(name);
}
if (failures.length > 0) console.log(`\nNot good: ${failures.join('; ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
