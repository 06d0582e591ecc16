import { evaluate } from '../../../../nodes/WeChatRecommend/engine/evaluate';
import { DAY, event, item, NOW, settings } from './build';

const GROUPS = 4;
const PER_GROUP = 6;

/** People of four tastes who read within their own taste; what every tenth reads last, all could like. */
const catalogue = [...Array(GROUPS * PER_GROUP).keys()].map((number) =>
	item(`i${String(number).padStart(2, '0')}`, { tags: [`taste${number % GROUPS}`] }),
);
catalogue.push(item('hit', { popularity: 100_000 }));
const history = [...Array(80).keys()].flatMap((number) =>
	[...Array(4).keys()].map((step) => {
		if (step === 3 && number % 10 === 0) return event(`o${number}`, 'hit', { at: NOW - 5 * DAY });
		const own = ((number * 7 + step * 5) % PER_GROUP) * GROUPS + (number % GROUPS);
		return event(`o${number}`, catalogue[own]?.itemId ?? '', { at: NOW - (10 - step) * DAY });
	}),
);

describe('judging by the history', () => {
	it('finds the hidden item far more often than the most popular ones do', () => {
		const result = evaluate(catalogue, history, settings());
		expect(result.people).toBe(80);
		expect(result.hitRate).toBeGreaterThan(0.8);
		expect(result.popularityHitRate).toBeLessThan(0.5);
		expect(result.lift).toBeGreaterThan(2);
		expect(result.coverage).toBeGreaterThan(0.9);
	});

	it('is no better than popularity where nothing is personal', () => {
		const bare = catalogue.map((entry) => ({ ...entry, tags: [] }));
		const weights = { tags: 1, together: 0, fresh: 0, popular: 1 };
		const result = evaluate(bare, history, settings({ weights }));
		expect(result.hitRate).toBe(result.popularityHitRate);
	});

	it('judges nobody who took up a single item, and says 0 of 0', () => {
		const single = [event('oA', 'i00'), event('oA', 'i01', { kind: 'shown' })];
		expect(evaluate(catalogue, single, settings())).toMatchObject({
			people: 0,
			hits: 0,
			hitRate: 0,
			lift: undefined,
		});
	});
});
