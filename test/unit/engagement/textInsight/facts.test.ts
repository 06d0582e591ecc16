import { createAnalyzer } from '../../../../nodes/WeChatTextInsight/engine/analyzer';
import { findContacts } from '../../../../nodes/shared/text/contacts';
import { questionDegree } from '../../../../nodes/WeChatTextInsight/engine/question';

const analyzer = createAnalyzer();
const analyze = (text: string) => analyzer.analyze(text);

describe('questions', () => {
	it.each([
		'多少钱',
		'在吗',
		'怎么退货',
		'能不能便宜点',
		'什么时候发货？',
		'有货没',
		'请问发什么快递',
		'真的假的？',
		'可以开发票么',
	])('%s asks', (text) => expect(questionDegree(text)).toBeGreaterThan(0));

	it.each([
		'怎么这么慢',
		'什么破东西',
		'没什么',
		'很好',
		'多少钱都不值',
		'不管怎么样都支持',
		'就那么回事',
		'一直没有',
	])('%s does not ask', (text) => expect(questionDegree(text)).toBe(0));
});

it.each(['【收到不支持的消息类型，暂无法显示】', '[收到不支持的消息类型,暂时无法显示]'])(
	'correction 18: %s is no complaint, as nobody wrote it',
	(text) => {
		const { analyze } = createAnalyzer();
		expect(analyze(text)).toEqual(analyze(''));
		expect(analyze(text)).toMatchObject({ sentiment: 'neutral', urgency: 'low', intent: 'other' });
	},
);

describe('contact data', () => {
	it.each([
		['电话13812345678', 'mobile', '13812345678', '138****5678'],
		['＋８６ 138-1234-5678', 'mobile', '13812345678', '138****5678'],
		['加微信：abc_1234', 'weChatId', 'abc_1234', 'ab***4'],
		['vx abc-12345', 'weChatId', 'abc-12345', 'ab***5'],
		['写信给 li.lei@example.com.cn 吧', 'email', 'li.lei@example.com.cn', 'l***@example.com.cn'],
		[
			'看https://example.com/a?token=1',
			'url',
			'https://example.com/a?token=1',
			'https://example.com',
		],
	])('in %s', (text, type, value, masked) => {
		const normal = text.normalize('NFKC').toLowerCase();
		expect(findContacts(normal, false)).toEqual([{ type, value }]);
		expect(findContacts(normal, true)).toEqual([{ type, value: masked }]);
	});

	it.each(['订单1381234567890', '12812345678', '微信支付', '今天@所有人', '价格13.9', '2024年3月'])(
		'is not in %s',
		(text) => expect(findContacts(text, false)).toEqual([]),
	);

	it('is listed once, and a number that is also the WeChat id as number', () => {
		expect(findContacts('微信13812345678，打13812345678', false)).toEqual([
			{ type: 'mobile', value: '13812345678' },
		]);
	});
});

describe('intent', () => {
	it.each([
		['我要投诉你们', 'complaint'],
		['质量太差了', 'complaint'],
		['怎么退货', 'aftersales'],
		['快递到哪了', 'logistics'],
		['这个多少钱', 'purchase'],
		['想跟你们谈商务合作', 'cooperation'],
		['我要报名', 'participation'],
		['收不到验证码怎么办', 'account'],
		['写得真好，感谢', 'praise'],
		['孕妇可以吃吗', 'inquiry'],
		['你好', 'greeting'],
		['今天下雨', 'other'],
	])('of %s is %s', (text, intent) => expect(analyze(text).intent).toBe(intent));

	it('lists all that a text wants', () => {
		expect(analyze('快递三天了还没到，再不到我就退货').intents).toEqual(
			expect.arrayContaining(['logistics', 'aftersales']),
		);
	});
});

describe('urgency', () => {
	it.each([
		['吃完过敏了，现在在医院', 'high', 'safety'],
		['再不处理我就打12315', 'high', 'legal'],
		['重复扣款了，赶紧退给我', 'high', 'money'],
		['今天要用，很急', 'high', 'deadline'],
		['真的不想活了', 'high', 'selfHarm'],
		['一直没发货，太慢了', 'normal', 'negative'],
		['这个多少钱', 'normal', 'question'],
		['不急，有空回复就行', 'low', undefined],
		['写得真好', 'low', undefined],
	])('of %s is %s', (text, urgency, reason) => {
		const insight = analyze(text);
		expect(insight.urgency).toBe(urgency);
		if (reason) expect(insight.urgencyReasons.join('; ')).toContain(reason);
		else expect(insight.urgencyReasons).toEqual([]);
	});
});

describe('sensitive words', () => {
	const words = (text: string, options = {}) =>
		createAnalyzer(options)
			.analyze(text)
			.sensitiveWords.map(({ word, category }) => `${category}:${word}`);

	it('are found by category, also torn apart', () => {
		expect(words('刷单日赚三百，加-微-信')).toEqual(
			expect.arrayContaining(['fraud:刷单', 'fraud:日赚', 'spam:加微信']),
		);
	});

	it('can be those of the operator, in any writing', () => {
		const sensitiveWords = [{ word: '競品Ａ', category: 'competitor' }];
		expect(words('还是竞品a好用', { sensitiveWords })).toEqual(['competitor:竞品a']);
		expect(words('刷单', { builtInSensitiveWords: false })).toEqual([]);
	});

	it.each(['微信支付', '公交卡', '这把枪玩具不错'])('are not in %s', (text) =>
		expect(words(text)).toEqual([]),
	);
});

describe('follow-ups', () => {
	it.each([
		[
			'质量太差了，用了两天就坏了，怎么退',
			['handToPerson', 'apologise', 'askForOrderNumber', 'answerQuestion'],
		],
		['感谢，非常满意', ['thank']],
		['这个多少钱', ['answerQuestion', 'sendLink']],
		['商务合作请加微信：abc_1234', ['hideContactData', 'passToBusiness']],
	])('for %s', (text, steps) =>
		expect(analyze(text).followUps).toEqual(expect.arrayContaining(steps)),
	);

	it('do not ask for an order number that is there', () => {
		expect(analyze('订单20241124123456坏了，怎么退').followUps).not.toContain('askForOrderNumber');
	});
});
