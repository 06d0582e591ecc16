/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import { createAnalyzer } from '../../nodes/WeChatTextInsight/engine/analyzer';

/** How many of the texts of a group were judged right. */
export interface MoodFigure {
	right: number;
	all: number;
}

export interface MoodFigures {
	/** Texts with an opinion: whether polarity has its sign. */
	polar: MoodFigure;
	/** Texts without: whether they are called neutral. */
	neutral: MoodFigure;
	/** Of the texts with an opinion, those of each kind. */
	kinds: Map<string, MoodFigure>;
	/** Of all texts whose confidence is 0.9 or more, those whose mood is right. */
	sure: MoodFigure;
}

const COLUMNS = 3;

/**
 * Judges a part of the texts that moods are measured with (test/understanding/README.md), and gives figures alone:
 * the held part is for judging.
 */
export function moodFigures(part: 'dev' | 'held'): MoodFigures {
	const analyzer = createAnalyzer();
	const none = (): MoodFigure => ({ right: 0, all: 0 });
	const figures = {
		polar: none(),
		neutral: none(),
		kinds: new Map<string, MoodFigure>(),
		sure: none(),
	};
	const count = (figure: MoodFigure, isRight: boolean): void => {
		figure.all += 1;
		figure.right += isRight ? 1 : 0;
	};
	const lines = readFileSync(`test/understanding/mood.${part}.tsv`, 'utf8')
		.trim()
		.split('\n')
		.slice(1);
	for (const line of lines) {
		const [label = '', kind = '', text = ''] = line.split('\t', COLUMNS);
		const { sentiment, polarity, confidence } = analyzer.analyze(text);
		if (confidence >= 0.9) count(figures.sure, sentiment === label);
		if (label === 'neutral') {
			count(figures.neutral, sentiment === label);
			continue;
		}
		const ofKind = figures.kinds.get(kind) ?? none();
		figures.kinds.set(kind, ofKind);
		for (const figure of [figures.polar, ofKind]) {
			count(figure, label === 'positive' ? polarity > 0 : polarity < 0);
		}
	}
	return figures;
}
