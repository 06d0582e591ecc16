/*
 * Everything that is checked before a change lands: `npm test`. Installs what it needs, runs all suites
 * even when one fails, and ends with the totals.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
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
	['end-to-end tests in a real n8n', 'jest.e2e.config.js', { secondTry: true }],
];

/** More failed files than this are no accident. */
const MOST_SECOND_TRIES = 4;

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

/** What a Jest run has reported, or undefined when it has reported nothing. */
function read(report) {
	try {
		return JSON.parse(readFileSync(report, 'utf8'));
	} catch {
		return undefined;
	}
}

const passedIn = (files) =>
	files
		.flatMap(({ assertionResults }) => assertionResults)
		.filter(({ status }) => status === 'passed').length;

/** Counts of a Jest run; a run that reported nothing, or ended badly, is itself a failure. */
function countsOf(result, isGood) {
	if (!result) return { passed: 0, failed: 1 };
	const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
	return { passed: result.numPassedTests, failed: !isGood && failed === 0 ? 1 : failed };
}

async function jest(config, files = []) {
	const report = join(REPORTS, `${config}.json`);
	const options = ['--silent', '--json', `--outputFile=${report}`];
	const isGood = await succeeds(['npx', 'jest', '-c', config, ...options, ...files]);
	return { result: read(report), isGood };
}

/**
 * Runs a suite. A real n8n on a busy machine is late now and then: a few files that failed are run once
 * more, by themselves, and it is said which.
 */
async function runSuite(config, { secondTry = false } = {}) {
	const { result, isGood } = await jest(config);
	const counts = countsOf(result, isGood);
	const failed = (result?.testResults ?? []).filter(({ status }) => status === 'failed');
	if (!secondTry || failed.length === 0 || failed.length > MOST_SECOND_TRIES) return counts;
	const files = failed.map(({ name }) => name);
	say(`Once more: ${files.map((file) => relative(ROOT, file)).join(', ')}`);
	const again = await jest(config, ['--runTestsByPath', ...files]);
	const second = countsOf(again.result, again.isGood);
	return { passed: counts.passed - passedIn(failed) + second.passed, failed: second.failed };
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
for (const [name, config, options] of SUITES) {
	say(name);
	const counts = await runSuite(config, options);
	passed += counts.passed;
	failed += counts.failed;
	if (counts.failed > 0) failures.push(name);
}
if (failures.length > 0) console.log(`\nNot good: ${failures.join('; ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
