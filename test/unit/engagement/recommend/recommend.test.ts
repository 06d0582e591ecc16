import { lengthOf } from '../../../../nodes/WeChatRecommend/engine/tags';
import { DAY, event, ids, item, NOW, person, recommend } from './build';

const FOOD = ['美食'];
const TRAVEL = ['旅行'];

describe('what is recommended', () => {
	it('prefers what fits the tags of what a person read, and says so', () => {
		const catalogue = [
			item('a', { tags: FOOD }),
			item('b', { tags: FOOD }),
			item('c', { tags: TRAVEL }),
		];
		const [first] = recommend(catalogue, [event('oA', 'a')], person('oA'));
		expect(first).toMatchObject({ item: { itemId: 'b' }, reason: { part: 'tags', tag: '美食' } });
	});

	it('prefers what people who read the same have read, and names the title', () => {
		const crowd = [...Array(10).keys()].flatMap((number) => [
			event(`o${number}`, 'a'),
			event(`o${number}`, 'b'),
		]);
		const catalogue = [item('a', { title: '秋日食谱' }), item('b'), item('c')];
		const [first] = recommend(catalogue, [...crowd, event('oA', 'a')], person('oA'));
		expect(first).toMatchObject({
			item: { itemId: 'b' },
			reason: { part: 'together', title: '秋日食谱' },
		});
	});

	it('does not trust a pair that was seen once (shrinkage)', () => {
		const crowd = [...Array(20).keys()].flatMap((number) => [
			event(`o${number}`, 'a'),
			event(`o${number}`, 'often'),
		]);
		const once = [event('oX', 'a'), event('oX', 'once')];
		const catalogue = [item('a'), item('often'), item('once')];
		const weights = { tags: 0, together: 1, fresh: 0, popular: 0 };
		const results = recommend(catalogue, [...crowd, ...once, event('oA', 'a')], person('oA'), {
			weights,
		});
		expect(ids(results)).toEqual(['often', 'once']);
		expect(results[0]?.parts.together).toBeGreaterThan(5 * (results[1]?.parts.together ?? 1));
	});

	it('uses tags that a person carries, whatever their case and width', () => {
		const catalogue = [item('a', { tags: ['Coffee'] }), item('b', { tags: TRAVEL })];
		const results = recommend(catalogue, [], person('oNew', { tags: ['ＣＯＦＦＥＥ '] }));
		expect(results[0]).toMatchObject({
			item: { itemId: 'a' },
			reason: { part: 'tags', tag: 'Coffee' },
		});
	});

	it('gives a person of whom nothing is known what is popular and fresh', () => {
		const catalogue = [
			item('old', { publishedAt: NOW - 300 * DAY }),
			item('new', { publishedAt: NOW - DAY }),
			item('loved', { publishedAt: NOW - 300 * DAY, popularity: 5_000 }),
		];
		const results = recommend(catalogue, [], person('oNew'));
		expect(results.map(({ item: { itemId }, reason }) => [itemId, reason.part])).toEqual([
			['loved', 'popular'],
			['new', 'fresh'],
			['old', 'fresh'],
		]);
	});

	it('lets old interests fade', () => {
		const catalogue = [
			item('f1', { tags: FOOD }),
			item('f2', { tags: FOOD }),
			item('t1', { tags: TRAVEL }),
			item('t2', { tags: TRAVEL }),
		];
		const events = [
			event('oA', 'f1', { at: NOW - 200 * DAY }),
			event('oA', 't1', { at: NOW - 2 * DAY }),
		];
		expect(ids(recommend(catalogue, events, person('oA')))[0]).toBe('t2');
	});

	it('turns away from the tags of what was refused, and never offers it again', () => {
		const catalogue = [
			item('f1', { tags: FOOD }),
			item('f2', { tags: FOOD }),
			item('t1', { tags: TRAVEL }),
		];
		const refused = event('oA', 'f1', { kind: 'dismissed', at: NOW - 200 * DAY });
		const results = recommend(catalogue, [refused], person('oA', { tags: TRAVEL }), {
			repeatKnown: true,
		});
		expect(ids(results)).toEqual(['t1', 'f2']);
	});

	it('ranks a large share of few viewers below the same share of many', () => {
		const shown = (openId: string, itemId: string) => event(openId, itemId, { kind: 'shown' });
		const events = [...Array(100).keys()].flatMap((number) => [
			shown(`o${number}`, 'many'),
			shown(`o${number}`, 'flop'),
			...(number < 60 ? [event(`o${number}`, 'many')] : []),
		]);
		events.push(shown('oX', 'few'), event('oX', 'few'));
		const catalogue = [item('few'), item('flop'), item('many')];
		expect(ids(recommend(catalogue, events, person('oNew')))).toEqual(['many', 'few', 'flop']);
	});
});

describe('what is left out', () => {
	const catalogue = [item('a'), item('b'), item('c')];

	it('keeps what was shown away for the days of the rule, not longer', () => {
		const shown = event('oA', 'a', { kind: 'shown', at: NOW - 20 * DAY });
		const left = (noRepeatDays: number) =>
			ids(recommend(catalogue, [shown], person('oA'), { noRepeatDays })).includes('a');
		expect([left(30), left(20), left(7), left(0)]).toEqual([false, true, true, true]);
	});

	it('does not bring back what a person has read, unless that is wanted', () => {
		const read = event('oA', 'a', { at: NOW - 100 * DAY });
		expect(ids(recommend(catalogue, [read], person('oA')))).not.toContain('a');
		expect(ids(recommend(catalogue, [read], person('oA'), { repeatKnown: true }))).toContain('a');
	});

	it('offers only what is published, valid and meant for the person', () => {
		const offers = [
			item('later', { publishedAt: NOW + DAY }),
			item('notYet', { validFrom: NOW + 1 }),
			item('over', { validTo: NOW }),
			item('last', { validFrom: NOW, validTo: NOW + 1 }),
			item('vip', { audience: ['VIP', '流失'] }),
		];
		expect(ids(recommend(offers, [], person('oA')))).toEqual(['last']);
		expect(ids(recommend(offers, [], person('oA', { tags: ['vip'] })))).toEqual(['last', 'vip']);
		expect(ids(recommend(offers, [], person('oA', { groups: ['流失'] })))).toContain('vip');
	});

	it('leaves out named items, and finds nothing when nothing is left', () => {
		expect(ids(recommend(catalogue, [], person('oA', { exclude: ['b'] })))).toEqual(['a', 'c']);
		expect(recommend(catalogue, [], person('oA', { exclude: ['a', 'b', 'c'] }))).toEqual([]);
	});

	it('does not know yet what happens after now', () => {
		const later = event('oA', 'a', { kind: 'shown', at: NOW + 1 });
		expect(ids(recommend(catalogue, [later], person('oA')))).toContain('a');
	});
});

describe('diversity', () => {
	const catalogue = [
		item('f1', { tags: FOOD, popularity: 100 }),
		item('f2', { tags: FOOD, popularity: 90 }),
		item('f3', { tags: FOOD, popularity: 80 }),
		item('t1', { tags: TRAVEL, popularity: 40 }),
	];
	const list = (diversity: number) =>
		ids(recommend(catalogue, [], person('oA'), { count: 2, diversity }));

	it('takes the best by score at 0, and another subject when it is asked for', () => {
		expect(list(0)).toEqual(['f1', 'f2']);
		expect(list(0.3)).toEqual(['f1', 't1']);
	});
});

it('fault 2.7: takes a person with 200,000 tags', () => {
	const tags = Array.from({ length: 200_000 }, (_, number) => number);
	expect(lengthOf(tags.map(() => 3))).toBeCloseTo(3 * Math.sqrt(200_000));
});
