/*
 * node scripts/data/train-likeness.mjs <pairs.tsv>
 *
 * Learns how sure it is that two questions ask for the same, and writes the weights to
 * nodes/WeChatKeywordRouter/engine/data/likeness.json. The pairs are a table of question, question and 1 when they
 * mean the same, separated by tabs (LCQMC, development part). Only the half of them is learned from that a hash
 * chooses; test/bench/keywordRouter.ts judges on the other one. No text gets into the file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { loadTypeScript } from '../lib/load.mjs';
import { ROOT } from '../lib/process.mjs';

const TARGET = join(ROOT, 'nodes/WeChatKeywordRouter/engine/data/likeness.json');

const [path] = process.argv.slice(2);
if (!path) {
	console.error('Usage: node scripts/data/train-likeness.mjs <pairs.tsv>');
	process.exit(2);
}
const { halvesOf, readPairs } = await loadTypeScript('test/harness/questionPairs.ts');
const { trainLikeness } = await loadTypeScript('test/harness/likenessTraining.ts');
const { tuning } = halvesOf(readPairs(path));
const known = JSON.parse(readFileSync(TARGET, 'utf8'));
const model = { ...known, weights: Object.fromEntries(trainLikeness(tuning)) };
writeFileSync(TARGET, await format(JSON.stringify(model), { parser: 'json', useTabs: true }));
console.log(`learned from ${tuning.length} pairs, written: ${TARGET}`);
