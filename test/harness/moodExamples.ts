import { cluesOf } from '../../nodes/WeChatTextInsight/engine/evidence';
import type { Clues } from '../../nodes/WeChatTextInsight/engine/opinion';
import { read, type Reading } from '../../nodes/WeChatTextInsight/engine/readable';
import { Topics } from '../../nodes/shared/text/topics';

/** A text with its mood; one without polarity has no opinion. */
export interface MoodText {
	source: string;
	isPositive: boolean | undefined;
	text: string;
	/** 0 to 9, by a hash of the text. */
	fold: number;
}

/** A text as the learner and the model read it. */
export interface CorpusExample extends Omit<MoodText, 'text'> {
	reading: Reading;
	clues: Clues;
}

/** Source of the texts of this project. */
export const OWN = 'own';

/** Turns texts into what the learner and the model read. */
export function toExamples(texts: readonly MoodText[]): CorpusExample[] {
	return texts.map(({ text, ...known }) => {
		const reading = read(text);
		const clues = cluesOf(reading.words, new Topics(reading.words).of('intent'));
		return { ...known, reading, clues };
	});
}

/** The examples, those of the project several times. */
export const weighed = (examples: readonly CorpusExample[], times: number): CorpusExample[] =>
	examples.flatMap((example) =>
		example.source === OWN ? Array.from({ length: times }, () => example) : [example],
	);

export const withOpinion = (examples: readonly CorpusExample[]): CorpusExample[] =>
	examples.filter(({ isPositive }) => isPositive !== undefined);
