/*
 * node scripts/data/segment-dictionary.mjs
 *
 * Cuts the dictionary of jieba (MIT, from the development dependency @node-rs/jieba) to its most frequent
 * words and writes them to nodes/shared/text/data/words.json, by their first character and rounded log-probability:
 * 中21国,间 28心 are 中国 and 中间 with 21 steps, 中心 with 28; the character itself is an empty rest.
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

/** First characters, each with the rests of its words by level. */
const firsts = {};
for (const { word, count } of kept) {
	const level = Math.round(-Math.log(count / total) * STEPS);
	const levels = (firsts[word[0]] ??= {});
	(levels[level] ??= []).push(word.slice(1));
}
const groupsOf = (levels) =>
	Object.entries(levels).map(([level, rests]) => `${level}${rests.join(',')}`);
const licence = readFileSync(join(folder, 'LICENSE'), 'utf8').trim();
const data = {
	notice: `Words and frequencies: jieba by Sun Junyi (MIT), as in @node-rs/jieba ${version}.\n\n${licence}`,
	steps: STEPS,
	words: Object.entries(firsts)
		.map(([first, levels]) => first + groupsOf(levels).join(' '))
		.join('|'),
};
writeFileSync(join(ROOT, TARGET), `${JSON.stringify(data, null, '\t')}\n`);
console.log(`${kept.length} words written: ${TARGET}`);
