/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';

/** A text of a corpus with the polarity that people gave it. */
export interface CorpusText {
	source: string;
	isPositive: boolean;
	text: string;
	/** 0 to 9, by a hash of the text: 0 is left for judging, 1 for calibration, the rest to learn from. */
	fold: number;
}

/** The part of ten that a text belongs to, by its hash. */
export function foldOf(text: string): number {
	let hash = 2_166_136_261;
	for (let at = 0; at < text.length; at++) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
	}
	hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
	return ((hash ^ (hash >>> 13)) >>> 0) % 10;
}

/** Reads a table with a header and the columns source, label (1 positive, 0 negative) and text. */
export function readCorpus(path: string): CorpusText[] {
	return readFileSync(path, 'utf8')
		.split('\n')
		.slice(1)
		.filter((line) => line !== '')
		.map((line) => {
			const [source = '', label = '', ...rest] = line.split('\t');
			const text = rest.join('\t');
			return { source, isPositive: label === '1', text, fold: foldOf(text) };
		});
}
