import fc from 'fast-check';
import { GramIndex } from '../../../../nodes/shared/text/gramIndex';
import { piecesOf } from '../../../../nodes/shared/text/pieces';
import { patternFinder } from '../../../../nodes/shared/text/phrases';
import { soundsOf, soundTextsOf } from '../../../../nodes/shared/text/pinyin';

const soundTextOf = (text: string) =>
	soundsOf(text)
		.map(({ code }) => code)
		.join('');

describe('patternFinder', () => {
	it('finds all occurrences, also those within others', () => {
		const find = patternFinder([['优惠'], ['优惠券'], ['券']]);
		expect(find('领优惠券')).toEqual([
			{ pattern: 0, start: 1, end: 3 },
			{ pattern: 1, start: 1, end: 4 },
			{ pattern: 2, start: 3, end: 4 },
		]);
	});

	it('keeps the order of parts and a limit between them', () => {
		const find = patternFinder([['怎么', '退']]);
		expect(find('怎么才能退')).toEqual([{ pattern: 0, start: 0, end: 5 }]);
		expect(find('退怎么')).toEqual([]);
		expect(find('怎么一二三四五六七退')).toEqual([]);
	});

	it('agrees with a plain search', () => {
		const word = fc.string({
			unit: fc.constantFrom('山', '水', 'a', '1'),
			minLength: 1,
			maxLength: 4,
		});
		const isLatin = (c: string | undefined) => c !== undefined && /[a-z0-9]/.test(c);
		fc.assert(
			fc.property(
				fc.uniqueArray(word, { maxLength: 8 }),
				word.map((w) => w.repeat(3)),
				(words, text) => {
					const slow = words.flatMap((pattern, place) =>
						Array.from({ length: text.length }, (_, start) => ({
							pattern: place,
							start,
							end: start + pattern.length,
						})).filter(
							({ start, end }) =>
								text.startsWith(pattern, start) &&
								!(isLatin(text[start - 1]) && isLatin(text[start])) &&
								!(isLatin(text[end - 1]) && isLatin(text[end])),
						),
					);
					const found = patternFinder(words.map((w) => [w]))(text);
					expect(new Set(found.map((hit) => JSON.stringify(hit)))).toEqual(
						new Set(slow.map((hit) => JSON.stringify(hit))),
					);
				},
			),
		);
	});
});

describe('sounds', () => {
	it.each([
		['优惠', '优会'],
		['发货', '发祸'],
		['发货', 'fahuo'],
		['单号', 'danhao'],
		['重庆', '虫庆'],
		['身份', '深分'],
		['银行', '引航'],
	])('%s sounds like %s', (phrase, heard) => {
		expect(soundTextsOf(phrase)).toContain(soundTextOf(heard));
	});

	it('keeps where a sound comes from', () => {
		expect(soundsOf('我要fahuo').map(({ start, end }) => [start, end])).toEqual([
			[0, 1],
			[1, 2],
			[2, 4],
			[4, 7],
		]);
	});

	it('leaves letters that are no pinyin as they are', () => {
		expect(soundTextOf('vip')).toBe('vip');
	});
});

describe('piecesOf', () => {
	it('gives characters, pairs and words, and how often each is there', () => {
		const pieces = [...piecesOf('退货 退货a5').values()];
		const of = (kind: string) =>
			pieces.filter((piece) => piece.kind === kind).map(({ text, count }) => `${text} ${count}`);
		expect(of('character')).toEqual(['退 2', '货 2', 'a 1', '5 1']);
		expect(of('pair')).toEqual(['退货 2', '货退 1', '货a 1', 'a5 1']);
		expect(of('word')).toEqual(['退货 2', 'a5 1']);
	});
});

describe('GramIndex', () => {
	const index = new GramIndex(['怎么退货', '多少钱一斤', '什么时候发货']);

	it('puts the text itself first, with similarity 1', () => {
		const [first] = index.search('多少钱一斤', 3);
		expect(first).toMatchObject({ text: 1, similarity: expect.closeTo(1, 10) as number });
	});

	it('prefers a text of the same length', () => {
		const questions = new GramIndex(['怎么退货最快又不要运费呢', '怎么退货啊']);
		expect(questions.search('怎么退货', 1)).toMatchObject([{ text: 1 }]);
	});

	it('is of use again after each search', () => {
		expect(index.search('退货怎么弄', 1)).toEqual(index.search('退货怎么弄', 1));
		expect(index.search('xyz', 3)).toEqual([]);
	});

	it('works without texts', () => {
		expect(new GramIndex([]).search('退货', 3)).toEqual([]);
	});
});
