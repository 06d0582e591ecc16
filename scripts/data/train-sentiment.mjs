/*
 * node scripts/data/train-sentiment.mjs <corpus.tsv>
 *
 * Learns the weights of the sentiment model from texts with a polarity and writes them to
 * nodes/WeChatTextInsight/engine/data/model.json. The corpus is a table with the columns source, label
 * (1 positive, 0 negative) and text, separated by tabs, with a header. No text of it gets into the file.
 *
 * A tenth of the texts, chosen by a hash of the text, is left out, so that test/bench/textInsight.ts can
 * judge the shipped weights on it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { loadTypeScript } from '../lib/load.mjs';
import { ROOT } from '../lib/process.mjs';

const TARGET = 'nodes/WeChatTextInsight/engine/data/model.json';

const [path] = process.argv.slice(2);
if (!path) {
	console.error('Usage: node scripts/data/train-sentiment.mjs <corpus.tsv>');
	process.exit(2);
}
const { readCorpus } = await loadTypeScript('test/harness/corpus.ts');
const { JUDGED, toExamples, trainPolarity } = await loadTypeScript(
	'test/harness/polarityTraining.ts',
);
const examples = toExamples(readCorpus(path).filter(({ fold }) => fold !== JUDGED));
const model = trainPolarity(examples);
const text = JSON.stringify(model, null, '\t');
writeFileSync(join(ROOT, TARGET), await format(text, { parser: 'json', useTabs: true }));
console.log(`learned from ${examples.length} texts, written: ${TARGET}`);
