import fc from 'fast-check';
import { hotWords } from '../../../../nodes/WeChatTextInsight/engine/hotWords';
import { discoverWords } from '../../../../nodes/WeChatTextInsight/engine/newWords';
import { createSegmenter } from '../../../../nodes/shared/text/segment';

describe('segmentation', () => {
	it.each([
		['客服态度很好', '客服 态度 很 好'],
		['什么时候发货', '什么 时候 发货'],
		['能开发票吗', '能 开发票 吗'],
		['iphone15 pro的保质期是v2.0', 'iphone15 pro 的 保质期 是 v2.0'],
		['求加群😀！！', '求 加群'],
		['龘', '龘'],
		['', ''],
	])('of %s', (text, words) => {
		expect(createSegmenter()(text).join(' ')).toBe(words);
	});

	it('keeps user words together', () => {
		expect(createSegmenter(['云朵面霜'])('想买云朵面霜')).toEqual(['想', '买', '云朵面霜']);
	});

	it('loses no character', () => {
		const han = fc.string({
			unit: fc.constantFrom(...'我们的客服好不发货票开在中国人民龘'),
			maxLength: 40,
		});
		fc.assert(fc.property(han, (text) => createSegmenter()(text).join('') === text));
	});
});

const NEIGHBOURS = ['买了', '喜欢', '看到', '送的', '想要', '收到'];
const ENDINGS = ['真香', '不错', '到货', '好看', '断货', '来了'];

/** Texts in which a word stands between changing neighbours. */
function textsWith(word: string, count: number): string[] {
	return Array.from(
		{ length: count },
		(_, at) => `${NEIGHBOURS[at % 6] ?? ''}${word}${ENDINGS[(at * 5 + 1) % 6] ?? ''}`,
	);
}

describe('new words', () => {
	const options = {
		minCount: 3,
		minDocuments: 3,
		edges: '的了',
		joints: '的',
		isKnown: () => false,
	};

	it('are strings that stick together and stand anywhere', () => {
		const found = discoverWords([...textsWith('绵绵冰霜', 12), ...textsWith('帐篷', 12)], options);
		expect(found).toEqual(expect.arrayContaining(['绵绵冰霜', '帐篷']));
		expect(found).not.toContain('绵冰');
	});

	it('are not those of one person, nor known ones', () => {
		expect(discoverWords([textsWith('绵绵冰霜', 12).join('，')], options)).toEqual([]);
		expect(discoverWords(textsWith('绵绵冰霜', 12), { ...options, isKnown: () => true })).toEqual(
			[],
		);
	});
});

describe('hot words', () => {
	const before = Array.from({ length: 60 }, (_, at) => `客服态度不错${at}，快递很快`);

	it('are those that have become more frequent; the first is the most surprising', () => {
		const now = [...textsWith('绵绵冰霜', 12), ...before.slice(0, 20)];
		const [first, ...rest] = hotWords(now, before);
		expect(first).toMatchObject({ word: '绵绵冰霜', count: 12, documents: 12, isNew: true });
		expect(first?.examples).toHaveLength(3);
		expect(first?.score).toBeGreaterThan(2);
		const service = rest.find(({ word }) => word === '客服');
		expect(service).toMatchObject({ backgroundCount: 60, isNew: false });
		expect(service?.score).toBeLessThan(first?.score ?? 0);
	});

	it('need no earlier texts', () => {
		const [first] = hotWords(textsWith('帐篷', 12));
		expect(first).toMatchObject({ word: '帐篷', backgroundCount: 0 });
		expect(hotWords([])).toEqual([]);
	});

	it('keep to the options', () => {
		const now = textsWith('云朵面霜', 6);
		const of = (options: object) => hotWords(now, before, options).map(({ word }) => word);
		expect(of({ userWords: ['云朵面霜'] })).toContain('云朵面霜');
		expect(of({ userWords: ['云朵面霜'], ignoredWords: ['雲朵面霜'] })).not.toContain('云朵面霜');
		expect(of({ minDocuments: 7 })).toEqual([]);
		expect(of({ limit: 1 })).toHaveLength(1);
	});

	it('do not depend on the order of the texts', () => {
		const now = [...textsWith('绵绵冰霜', 9), ...before.slice(0, 9)];
		const figures = (texts: string[]) =>
			hotWords(texts, before).map(({ examples, ...figure }) => ({ ...figure, n: examples.length }));
		fc.assert(
			fc.property(fc.shuffledSubarray(now, { minLength: now.length }), (shuffled) => {
				expect(figures(shuffled)).toEqual(figures(now));
			}),
			{ numRuns: 10 },
		);
	});
});
