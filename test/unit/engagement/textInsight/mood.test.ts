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
		const right = results.filter(({ sentiment, wanted }) => sentiment === wanted);
		const mean = right.reduce((sum, { confidence }) => sum + confidence, 0) / right.length;
		expect(mean).toBeGreaterThan(0.85);
		for (const { sentiment, wanted, confidence } of results) {
			if (sentiment !== wanted) expect(confidence).toBeLessThan(mean - 0.1);
		}
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

describe('turns of speech', () => {
	it.each([
		'不能更满意了',
		'一点也不难喝',
		'没有一次让我不满意',
		'“难喝”？不存在的',
		'踩雷？不存在的',
		'挑不出任何毛病',
		'从来没有失望过',
		'谁能不爱这碗面呢',
		'没有人不喜欢你们家的汤',
		'谁说国产茶难喝了',
		'以前的包装难看，现在好看多了',
		'一次比一次好喝',
		'除了好吃还是好吃',
		'讨厌，又让我胖了两斤',
	])('%s is praise', (text) => {
		expect(analyzer.analyze(text).polarity).toBeGreaterThan(0);
	});

	it.each([
		'这也叫服务？',
		'谁还敢买啊',
		'良心不会痛吗',
		'好吃个鬼',
		'哪里好喝了',
		'“新鲜”？想多了',
		'以前很好喝，现在像白开水',
		'大不如前',
		'一年不如一年',
		'物流真快，等了半个月才到',
		'质量真好，用了两次就坏了',
		'恭喜你们成功失去一个老顾客',
		'感谢你们让我见识了什么叫敷衍',
		'除了便宜一无是处',
	])('%s is blame', (text) => {
		expect(analyzer.analyze(text).polarity).toBeLessThan(0);
	});

	it.each([
		['巴适得板', 1],
		['这家店杠杠的', 1],
		['好食到喊', 1],
		['栓Q，人麻了', -1],
		['大冤种一个，血亏', -1],
		['勿灵，勿来噻', -1],
	])('%s is understood', (text, sign) => {
		expect(Math.sign(analyzer.analyze(text).polarity)).toBe(sign);
	});
});

describe('what has no mood', () => {
	it.each([
		'【收到不支持的消息类型，暂无法显示】',
		'[收到不支持的消息类型,暂时无法显示]',
		'[图片]',
		'我通过了你的朋友验证请求，现在我们可以开始聊天了',
		'麻烦查一下订单 20240113998877',
		'请把收货地址改成解放路12号，谢谢',
		'请问花生过敏可以喝吗',
		'据统计，三成受访者对物业不满',
	])('%s', (text) => {
		const { sentiment, followUps } = analyzer.analyze(text);
		expect(sentiment).toBe('neutral');
		expect(followUps).not.toContain('handToPerson');
	});
});

describe('the faces of older clients', () => {
	it.each([
		['/:strong', 'positive'],
		['/:rose /:rose', 'positive'],
		['/::D', 'positive'],
		['/::@', 'negative'],
		['/::<', 'negative'],
		['/:weak', 'negative'],
		['/::d', 'negative'],
		['/::)', 'neutral'],
	])('%s is %s', (text, sentiment) => {
		expect(moodOf(text)).toBe(sentiment);
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

it('a question may name one thing that would be bad news', () => {
	for (const text of [
		'你们几点关门',
		'周末要排队吗',
		'可以维修吗',
		'名额已满了吗',
		'这个会涨价吗',
		'开车过去方便不',
	]) {
		expect([text, analyzer.analyze(text).sentiment]).toEqual([text, 'neutral']);
	}
});
