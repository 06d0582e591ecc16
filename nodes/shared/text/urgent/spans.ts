import { sortedIndexBy } from 'lodash';

/** A stretch of a text; positions are UTF-16 units, `end` lies behind it. */
export interface Span {
	start: number;
	end: number;
}

/** Stretches in the order of their beginnings. */
export type Spans = readonly Span[];

/** Index of the first that begins at a position or behind it. */
export const firstFrom = (spans: Spans, start: number): number =>
	sortedIndexBy<Pick<Span, 'start'>>(spans, { start }, 'start');

/** Whether one begins in a stretch. */
export const anyFrom = (spans: Spans, { start, end }: Span): boolean => {
	const next = spans[firstFrom(spans, start)];
	return next !== undefined && next.start < end;
};

/** What ends a sentence; the sign belongs to it. */
const SENTENCE_ENDS = new Set('。!?;\n…');

/** Ends of the sentences of a text, in order; the last is that of the text. */
function sentenceEnds(text: string): Spans {
	const ends: Span[] = [];
	for (let start = 0; start < text.length; start++) {
		if (SENTENCE_ENDS.has(text.charAt(start))) ends.push({ start, end: start + 1 });
	}
	return [...ends, { start: text.length, end: text.length }];
}

/** The sentences of a text. */
export class Sentences {
	private readonly ends: Spans;

	constructor(text: string) {
		this.ends = sentenceEnds(text);
	}

	/** All sentences that a stretch touches. */
	around({ start, end }: Span): Span {
		const first = this.ends[firstFrom(this.ends, start) - 1];
		const last = this.ends[firstFrom(this.ends, end - 1)];
		return { start: first?.end ?? 0, end: last?.end ?? end };
	}
}
