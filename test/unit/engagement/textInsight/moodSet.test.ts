import { moodFigures, type MoodFigure } from '../../../harness/moodSet';
import { readOwnMoods } from '../../../harness/ownMoodTexts';

const share = ({ right, all }: MoodFigure) => right / all;

describe('texts that were written apart from the rules', () => {
	it.each([['held' as const, 0.82, 0.85]])(
		'are understood as far as the %s part tells',
		(part, polar, neutral) => {
			const figures = moodFigures(part);
			expect(share(figures.polar)).toBeGreaterThanOrEqual(polar);
			expect(share(figures.neutral)).toBeGreaterThanOrEqual(neutral);
			expect(share(figures.sure)).toBeGreaterThanOrEqual(0.88);
		},
	);
});

describe('texts that moods are learned from', () => {
	const texts = readOwnMoods(['scripts/data/mood/texts.tsv']);

	it('are many, of all three moods, and each stands once', () => {
		expect(texts.length).toBeGreaterThan(4_000);
		for (const isPositive of [true, false, undefined]) {
			expect(texts.filter((text) => text.isPositive === isPositive).length).toBeGreaterThan(500);
		}
		expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
	});

	it('are none of those to look at', () => {
		const dev = new Set(readOwnMoods(['test/understanding/mood.dev.tsv']).map(({ text }) => text));
		expect(texts.filter(({ text }) => dev.has(text))).toEqual([]);
	});
});
