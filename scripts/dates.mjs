/*
 * The end-to-end tests at other dates, by hand: `npm run test:dates`, or some of them with
 * `npm run test:dates -- lottery menu`.
 */
import { atOtherDates } from './lib/dates.mjs';
import { say } from './lib/process.mjs';
import { installN8n, installPackage } from './lib/setup.mjs';
import { runSuite } from './lib/suite.mjs';

await installPackage();
await installN8n();

let failed = 0;
const args = process.argv.slice(2);
for (const { title, ...suite } of atOtherDates({
	name: 'e2e',
	config: 'jest.e2e.config.js',
	args,
})) {
	say(title);
	const counts = await runSuite({ ...suite, secondTry: true });
	console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
	failed += counts.failed;
}
process.exit(failed > 0 ? 1 : 0);
