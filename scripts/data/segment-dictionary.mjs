/*
 * node scripts/data/segment-dictionary.mjs
 *
 * Cuts the dictionary of jieba (MIT, from the development dependency @node-rs/jieba) to its most frequent
 * words and writes them to nodes/shared/text/data/words.json, grouped by rounded log-probability.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ROOT } from '../lib/process.mjs';

const SIZE = 50_000;
const LONGEST = 6;
/** Steps per unit of the natural logarithm. */
const STEPS = 4;
const TARGET = 'nodes/shared/text/data/words.json';
const HAN = /^\p{Script=Han}+$/u;

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('@node-rs/jieba/package.json'));
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const entries = readFileSync(join(folder, 'dict.txt'), 'utf8')
	.split('\n')
	.map((line) => line.split(' '))
	.map(([word = '', count = '']) => ({ word, count: Number(count) }));
const total = entries.reduce((sum, { count }) => sum + (count || 0), 0);
const kept = entries
	.filter(({ word, count }) => HAN.test(word) && word.length <= LONGEST && count > 0)
	.sort((one, other) => other.count - one.count || (one.word < other.word ? -1 : 1))
	.slice(0, SIZE);

const levels = {};
for (const { word, count } of kept) {
	const level = Math.round(-Math.log(count / total) * STEPS);
	levels[level] = levels[level] ? `${levels[level]} ${word}` : word;
}
const licence = readFileSync(join(folder, 'LICENSE'), 'utf8').trim();
const data = {
	notice: `Words and frequencies: jieba by Sun Junyi (MIT), as in @node-rs/jieba ${version}.\n\n${licence}`,
	steps: STEPS,
	levels,
};
writeFileSync(join(ROOT, TARGET), `${JSON.stringify(data, null, '\t')}\n`);
console.log(`${kept.length} words written: ${TARGET}`);
