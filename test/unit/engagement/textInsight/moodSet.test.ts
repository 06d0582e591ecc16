import { moodFigures, type MoodFigure } from '../../../harness/moodSet';

const share = ({ right, all }: MoodFigure) => right / all;

describe('texts that were written apart from the rules', () => {
	it.each([['held' as const, 0.7, 0.7]])(
		'are understood as far as the %s part tells',
		(part, polar, neutral) => {
			const figures = moodFigures(part);
			expect(share(figures.polar)).toBeGreaterThanOrEqual(polar);
			expect(share(figures.neutral)).toBeGreaterThanOrEqual(neutral);
		},
	);
});
