/*
 * `npm run fuzz`: 200,000 cases of what a stranger may send. `npm run fuzz -- 5000` runs so many, `npm run fuzz -- 200000 7`
 * with the seed 7, `npm run fuzz -- 200000 7 1234` only case 1234 of these.
 */
import { loadTypeScript } from '../../scripts/lib/load.mjs';
import { say } from '../../scripts/lib/process.mjs';
import { installPackage } from '../../scripts/lib/setup.mjs';

const [cases = 200_000, seed = Date.now() % 1_000_000, only] = process.argv.slice(2).map(Number);

await installPackage();
const { runCampaign } = await loadTypeScript('test/fuzz/campaign.ts');
say(`${cases} cases with the seed ${seed}`);
const startedAt = Date.now();
const { counts, failure } = runCampaign({ cases, seed, only });
for (const [kind, count] of counts) console.log(`${String(count).padStart(8)}  ${kind}`);
if (failure) {
	console.error(JSON.stringify(failure, null, '\t'));
	console.error(`To repeat it: npm run fuzz -- ${cases} ${seed} ${failure.case}`);
	process.exit(1);
}
console.log(`Nothing went wrong in ${((Date.now() - startedAt) / 1_000).toFixed(0)} s`);
