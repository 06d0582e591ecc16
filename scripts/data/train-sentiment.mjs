/*
 * node scripts/data/train-sentiment.mjs <corpus.tsv> <questions.tsv>
 *
 * Learns the weights of the sentiment model and writes them to nodes/WeChatTextInsight/engine/data/model.json, from
 * - texts with a polarity of other places: the columns source, label (1 positive, 0 negative) and text, separated by
 *   tabs, with a header. A tenth of them, chosen by a hash of the text, is left out, so that test/bench/textInsight.ts
 *   can judge the shipped weights on it;
 * - questions of other places, which have no opinion: the first column, without a header;
 * - hard texts of this project (scripts/data/mood/texts.tsv, and the dev part of test/understanding/mood): the held part
 *   is never read.
 * No text of other places gets into the file.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { loadTypeScript } from '../lib/load.mjs';
import { ROOT } from '../lib/process.mjs';

const TARGET = 'nodes/WeChatTextInsight/engine/data/model.json';

const [path, questions] = process.argv.slice(2);
if (!path || !questions) {
	console.error('Usage: node scripts/data/train-sentiment.mjs <corpus.tsv> <questions.tsv>');
	process.exit(2);
}
const { readCorpus } = await loadTypeScript('test/harness/corpus.ts');
const { readOwnMoods, readQuestions } = await loadTypeScript('test/harness/ownMoodTexts.ts');
const { toExamples } = await loadTypeScript('test/harness/moodExamples.ts');
const { JUDGED, trainPolarity } = await loadTypeScript('test/harness/polarityTraining.ts');
const examples = toExamples([
	...readCorpus(path).filter(({ fold }) => fold !== JUDGED),
	...readQuestions(questions),
	...readOwnMoods(),
]);
const model = trainPolarity(examples);
const text = JSON.stringify(model, null, '\t');
writeFileSync(join(ROOT, TARGET), await format(text, { parser: 'json', useTabs: true }));
console.log(`learned from ${examples.length} texts, written: ${TARGET}`);
