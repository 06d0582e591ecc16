import fc from 'fast-check';
import { recommendFields } from '../../../../nodes/WeChatRecommend/operations/recommend/fields';
import { DEFAULT_WEIGHTS } from '../../../../nodes/WeChatRecommend/operations/scoring';
import { DEFAULT_TEXTS, replyText } from '../../../../nodes/WeChatRecommend/engine/texts';
import { DAY, NOW, recommend, world } from './build';

describe('for any catalogue, history and person', () => {
	it('the order and repetition of rows make no difference, to the last digit', () => {
		fc.assert(
			fc.property(
				world,
				fc.infiniteStream(fc.nat()),
				({ catalogue, events, person, rules }, dice) => {
					const shuffle = <T>(list: T[]): T[] =>
						list
							.map((value) => ({ value, place: Number(dice.next().value) }))
							.sort((a, b) => a.place - b.place)
							.map(({ value }) => value);
					const expected = recommend(catalogue, events, person, rules);
					const repeated = shuffle([...events, ...events.slice(0, 5)]);
					expect(recommend(shuffle(catalogue), repeated, person, rules)).toEqual(expected);
				},
			),
		);
	});

	it('nothing comes twice, too early, too late, against the rules or to the wrong people', () => {
		fc.assert(
			fc.property(world, ({ catalogue, events, person, rules }) => {
				const results = recommend(catalogue, events, person, rules);
				expect(results.length).toBeLessThanOrEqual(rules.count);
				expect(new Set(results.map(({ item }) => item.itemId)).size).toBe(results.length);
				for (const { item } of results) {
					expect(person.exclude).not.toContain(item.itemId);
					expect(item.publishedAt ?? NOW).toBeLessThanOrEqual(NOW);
					expect(item.validFrom ?? NOW).toBeLessThanOrEqual(NOW);
					expect(item.validTo ?? NOW + 1).toBeGreaterThan(NOW);
					expect(item.audience.length === 0 || person.tags.includes('vip')).toBe(true);
					const own = events.filter(
						({ openId, itemId, at }) =>
							openId === person.openId && itemId === item.itemId && at <= NOW,
					);
					expect(own.some(({ kind }) => kind === 'dismissed')).toBe(false);
					if (rules.noRepeatDays > 0) {
						expect(own.some(({ at }) => at > NOW - rules.noRepeatDays * DAY)).toBe(false);
					}
					if (!rules.repeatKnown) expect(own.every(({ kind }) => kind === 'shown')).toBe(true);
				}
			}),
		);
	});

	it('as many come as are wanted, or as there are: a rule alone makes a list shorter', () => {
		fc.assert(
			fc.property(world, ({ catalogue, person, rules }) => {
				const open = catalogue.map((item) => ({
					...item,
					publishedAt: undefined,
					validFrom: undefined,
					validTo: undefined,
					audience: [],
				}));
				const results = recommend(open, [], { ...person, exclude: [] }, rules);
				expect(results).toHaveLength(Math.min(rules.count, catalogue.length));
			}),
		);
	});

	it('scores and parts lie between 0 and 1, and scores fall without diversity', () => {
		fc.assert(
			fc.property(world, ({ catalogue, events, person, rules }) => {
				const results = recommend(catalogue, events, person, { ...rules, diversity: 0 });
				results.forEach(({ score, parts }, position) => {
					for (const value of [score, ...Object.values(parts)]) {
						expect(value).toBeGreaterThanOrEqual(0);
						expect(value).toBeLessThanOrEqual(1 + 1e-9);
					}
					expect(score).toBeLessThanOrEqual(results[position - 1]?.score ?? 1 + 1e-9);
				});
			}),
		);
	});

	it('a reply never exceeds what WeChat takes, and holds whole entries', () => {
		fc.assert(
			fc.property(
				fc.array(fc.string({ maxLength: 400, unit: 'grapheme' }), { maxLength: 12 }),
				(titles) => {
					const recommendations = titles.map((title, position) => ({
						item: {
							itemId: String(position),
							title,
							tags: [],
							category: '',
							url: 'https://example.com/a',
							picUrl: '',
							popularity: 0,
							audience: [],
						},
						score: 1,
						parts: { tags: 0, together: 1, fresh: 0, popular: 0 },
						reason: { part: 'together' as const, title },
					}));
					const text = replyText(recommendations, DEFAULT_TEXTS);
					expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2_048);
					const entries = text.split('https://example.com/a').length - 1;
					for (const title of titles.slice(0, entries)) {
						expect(text).toContain(`因为您看过《${title}》`);
					}
				},
			),
		);
	});
});

it('the fields offer what the engine takes as default', () => {
	const defaultsOf = (name: 'texts' | 'weights') => {
		const [property] = recommendFields[name].describe(name);
		const entries = (property?.options ?? []).map((option) => [
			option.name,
			'default' in option ? option.default : undefined,
		]);
		return Object.fromEntries(entries) as Record<string, unknown>;
	};
	expect(defaultsOf('weights')).toEqual(DEFAULT_WEIGHTS);
	expect(defaultsOf('texts')).toEqual(DEFAULT_TEXTS);
});
