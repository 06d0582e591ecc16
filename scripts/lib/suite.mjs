import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { attempt } from './checks.mjs';
import { ROOT, say } from './process.mjs';

const REPORTS = join(ROOT, '.cache/reports');

/** More failed files than this are no accident. */
const MOST_SECOND_TRIES = 4;

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

/** What failed, as lines for the end of the output: whoever looks there need not search. */
const namesOf = (files) =>
	files.flatMap(({ name, assertionResults }) => {
		const failed = assertionResults.filter(({ status }) => status === 'failed');
		const file = relative(ROOT, name);
		return failed.length === 0 ? [file] : failed.map(({ fullName }) => `${file}: ${fullName}`);
	});

const failedFiles = (result) =>
	(result?.testResults ?? []).filter(({ status }) => status === 'failed');

/** Counts of a Jest run; a run that reported nothing, or ended badly, is itself a failure. */
function countsOf(result, isGood) {
	if (!result) return { passed: 0, failed: 1, names: [] };
	const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
	return {
		passed: result.numPassedTests,
		failed: !isGood && failed === 0 ? 1 : failed,
		names: namesOf(failedFiles(result)),
	};
}

/**
 * A report for each run, also those of a second try: they tell how long each file took.
 *
 * @param {{ name: string, config: string, args?: string[], before?: string[], env?: object }} run with a
 * program and its arguments that start Jest, where it does not run by itself
 */
async function jest({ name, config, args = [], before = [], env }) {
	const report = join(REPORTS, `${name}.json`);
	rmSync(report, { force: true });
	mkdirSync(REPORTS, { recursive: true });
	const options = ['--silent', '--json', `--outputFile=${report}`];
	const command = [...before, 'npx', 'jest', '-c', config, ...options, ...args];
	const { isGood } = await attempt(command, { env });
	return { result: read(report), isGood };
}

/**
 * Runs a suite. A real n8n on a busy machine is late now and then: with `secondTry` a few files that
 * failed are run once more, by themselves, and it is said which.
 *
 * @returns {Promise<{ passed: number, failed: number, names: string[], again?: string[] }>} `names` of what
 * failed; `again` are the files that were good only the second time
 */
export async function runSuite({ secondTry = false, ...suite }) {
	const { result, isGood } = await jest(suite);
	const counts = countsOf(result, isGood);
	const failed = failedFiles(result);
	if (!secondTry || failed.length === 0 || failed.length > MOST_SECOND_TRIES) return counts;
	const files = failed.map(({ name }) => relative(ROOT, name));
	say(`Once more: ${files.join(', ')}`);
	const second = await jest({
		...suite,
		name: `${suite.name}-again`,
		args: ['--maxWorkers=1', '--runTestsByPath', ...files],
	});
	const { passed, failed: stillFailed, names } = countsOf(second.result, second.isGood);
	const again = (second.result?.testResults ?? [])
		.filter(({ status }) => status === 'passed')
		.map(({ name }) => relative(ROOT, name));
	return { passed: counts.passed - passedIn(failed) + passed, failed: stillFailed, names, again };
}
