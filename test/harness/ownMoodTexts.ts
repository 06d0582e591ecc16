/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { foldOf } from './corpus';
import { OWN, type MoodText } from './moodExamples';

const FILES = ['scripts/data/mood/texts.tsv', 'test/understanding/mood.dev.tsv'];

/** Hard texts that were written to learn from, and the part to look at of those that moods are measured with. */
export function readOwnMoods(files: readonly string[] = FILES): MoodText[] {
	return files.flatMap((file) =>
		readFileSync(file, 'utf8')
			.trimEnd()
			.split('\n')
			.slice(1)
			.map((line) => {
				const [label = '', , text = ''] = line.split('\t');
				const isPositive = label === 'neutral' ? undefined : label === 'positive';
				return { source: OWN, isPositive, text, fold: foldOf(text) };
			}),
	);
}

/** Questions of other places, which have no opinion: of each pair the first, each once. */
export function readQuestions(path: string): MoodText[] {
	const questions = readFileSync(path, 'utf8')
		.trimEnd()
		.split('\n')
		.map((line) => line.split('\t')[0] ?? '');
	return [...new Set(questions)].map((text) => ({
		source: 'questions',
		isPositive: undefined,
		text,
		fold: foldOf(text),
	}));
}
