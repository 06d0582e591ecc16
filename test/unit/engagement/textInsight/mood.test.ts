import fc from 'fast-check';
import { createAnalyzer } from '../../../../nodes/WeChatTextInsight/engine/analyzer';
import { lexiconScore } from '../../../../nodes/WeChatTextInsight/engine/lexicon';
import { COMMENTS } from './comments';

const analyzer = createAnalyzer();
const scoreOf = (text: string) => lexiconScore(text).score;
const moodOf = (text: string) => analyzer.analyze(text).sentiment;

describe('the mood of comments', () => {
	const results = COMMENTS.map(([wanted, text]) => ({ wanted, text, ...analyzer.analyze(text) }));
	const share = (list: typeof results) =>
		list.filter(({ sentiment, wanted }) => sentiment === wanted).length / list.length;

	it('is right for nine of ten, and misses hardly a complaint', () => {
		expect(share(results)).toBeGreaterThanOrEqual(0.9);
		expect(share(results.filter(({ wanted }) => wanted === 'negative'))).toBeGreaterThanOrEqual(
			0.9,
		);
	});

	it('calls few others negative', () => {
		const alarms = results.filter(
			({ sentiment, wanted }) => sentiment === 'negative' && wanted !== 'negative',
		);
		expect(alarms.length).toBeLessThanOrEqual(3);
	});

	it('is surer where it is right', () => {
		const mean = (list: typeof results) =>
			list.reduce((sum, { confidence }) => sum + confidence, 0) / list.length;
		const wrong = results.filter(({ sentiment, wanted }) => sentiment !== wanted);
		const right = results.filter(({ sentiment, wanted }) => sentiment === wanted);
		expect(mean(right)).toBeGreaterThan(mean(wrong) + 0.1);
	});

	it('has a side also where it is neutral', () => {
		expect(analyzer.analyze('这个好用吗').sentiment).toBe('neutral');
		for (const { polarity, confidence } of results) {
			expect(Math.abs(polarity)).toBeLessThanOrEqual(1);
			expect(confidence).toBeGreaterThanOrEqual(0);
			expect(confidence).toBeLessThanOrEqual(1);
		}
	});

	it.each([
		['服务很好', '服務很好'],
		['非常ＮＩＣＥ', '非常nice'],
		['太差了！', '太差了!'],
	])('%s is %s', (one, other) => {
		expect(analyzer.analyze(one)).toEqual(analyzer.analyze(other));
	});
});

describe('the lexicon', () => {
	it.each([
		['negation', '好吃', '不好吃'],
		['negation at a distance', '满意', '没有让我满意'],
		['degree', '非常满意', '满意'],
		['weakening', '难吃', '有点难吃', -1],
		['double negation', '没有想象中那么差', '那么差'],
		['contrast', '味道差，但是服务好', '服务好，但是味道差'],
		['irony', '真棒', '呵呵，等了三天，真棒'],
		['an ironic smile', '服务真好，等了三天', '服务真好，等了三天[微笑]'],
	])('knows %s: %s', (_, more, less, sign = 1) => {
		expect(sign * scoreOf(more)).toBeGreaterThan(sign * scoreOf(less));
	});

	it.each([
		'有没有货',
		'好不好',
		'水果',
		'难道',
		'你好',
		'优惠券',
		'怎么退货',
		'请问合适吗',
		'最好看看',
	])('finds no feeling in %s', (text) => {
		expect(scoreOf(text)).toBe(0);
	});

	it.each([
		['😡', -1],
		['👍👍', 1],
		['[玫瑰]', 1],
		['[ThumbsUp]', 1],
		['[大哭]', -1],
		['❤️', 1],
	])('reads the sign %s', (text, sign) => {
		expect(Math.sign(lexiconScore(text.toLowerCase()).emoticons)).toBe(sign);
	});

	it('lets emoji turn a text without words', () => {
		expect(moodOf('今天去了门店😡😡')).toBe('negative');
		expect(moodOf('今天去了门店❤️❤️')).toBe('positive');
	});

	it('says what decided', () => {
		expect(analyzer.analyze('味道太差了，再也不会来了').reasons).toContain('太差 -2');
	});
});

describe('every text', () => {
	const piece = fc.constantFrom(
		...[
			'不',
			'没有',
			'好',
			'差',
			'吗',
			'？',
			'，',
			'但是',
			'呵呵',
			'[微笑]',
			'😡',
			'微信',
			'13800138000',
			'a@b.c',
			'\n',
		],
	);
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 300 }),
		fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
	);

	it('gets a sound answer, the same every time', () => {
		fc.assert(
			fc.property(text, (given) => {
				const insight = analyzer.analyze(given);
				expect(createAnalyzer().analyze(given)).toEqual(insight);
				expect(insight.confidence >= 0 && insight.confidence <= 1).toBe(true);
				expect(Math.abs(insight.polarity)).toBeLessThanOrEqual(1);
				expect(insight.intents[0]).toBe(insight.intent);
				expect(JSON.parse(JSON.stringify(insight))).toEqual(insight);
			}),
			{ numRuns: 200 },
		);
	});

	it('costs the same from a length on: the beginning and the end are read', () => {
		const middle = (length: number) => `很好${'啊'.repeat(length)}太差了`;
		expect(analyzer.analyze(middle(1_000_000))).toEqual(analyzer.analyze(middle(10_000)));
	});
});
