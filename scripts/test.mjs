/*
 * Everything that is checked before a change lands: `npm test`. Installs what it needs, runs all suites
 * even when one fails, and ends with the totals.
 */
import { runChecks } from './lib/checks.mjs';
import { atOtherDates } from './lib/dates.mjs';
import { pack } from './lib/pack.mjs';
import { say } from './lib/process.mjs';
import { installN8n, installPackage } from './lib/setup.mjs';
import { runSuite } from './lib/suite.mjs';

/** Checks that pass or fail as a whole; each counts as one. The slow ones come first. */
const CHECKS = [
	['lint', ['npx', 'n8n-node', 'lint']],
	['scanner, sources and tarball', ['node', 'scripts/scan.mjs']],
	['types', ['npx', 'tsc', '-p', 'tsconfig.json', '--noEmit']],
	['formatting', ['npx', 'prettier', '--check', '.', '--log-level', 'warn']],
	['workflow files are what their sources say', ['node', 'scripts/canvases/build.mjs', '--check']],
	['content of the tarball', ['node', 'scripts/pack-check.mjs']],
];

/** What depends on the date of the machine, directly or through the clock of the simulator. */
const DATED = [
	'test/contract/(comments|commentTrigger|messages|senders|users|wait)',
	'test/contract/engagement/(activity|metrics|segment|sla)',
	'test/contract/operations/operations',
	'test/unit/text/text',
];

/** Jest would leave one core idle. */
const ALL_CORES = '--maxWorkers=100%';

const SUITES = [
	{
		title: 'unit, contract and workflow tests',
		name: 'unit',
		config: 'jest.config.js',
		args: [ALL_CORES],
	},
	...atOtherDates({ name: 'unit', config: 'jest.config.js', args: [ALL_CORES, ...DATED] }),
	{
		title: 'end-to-end tests in a real n8n',
		name: 'e2e',
		config: 'jest.e2e.config.js',
		secondTry: true,
	},
];

await installPackage();
await installN8n();
await pack();

const failures = await runChecks(CHECKS);
let passed = CHECKS.length - failures.length;
let failed = failures.length;
const again = [];
for (const { title, ...suite } of SUITES) {
	say(title);
	const counts = await runSuite(suite);
	passed += counts.passed;
	failed += counts.failed;
	again.push(...(counts.again ?? []));
	if (counts.failed > 0) failures.push(title, ...counts.names);
}
if (again.length > 0) console.log(`\nGood only the second time: ${again.join(', ')}`);
if (failures.length > 0) console.log('');
for (const failure of failures) console.log(`Not good: ${failure}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
