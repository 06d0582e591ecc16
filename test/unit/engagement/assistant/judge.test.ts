import { factsOf } from '../../../../nodes/WeChatAssistant/engine/facts';
import { plainText, whyNot } from '../../../../nodes/WeChatAssistant/engine/judge';

const FACTS =
	'{"answers":[{"keyword":"营业时间","reply":"每天 9:00 到 21:30，电话 010-65551234"},{"keyword":"退换货","reply":"七天内可以退，官网 https://example.com/r"}]}';

const judge = (answer: string, more: Partial<Parameters<typeof whyNot>[0]> = {}) =>
	whyNot({
		answer,
		question: '你们几点关门，买了 3 件可以退吗',
		facts: FACTS,
		needsFacts: true,
		longest: 300,
		...more,
	});

describe('whether an answer may be sent', () => {
	it.each([
		'我们每天 9:00 开门，21:30 关门～',
		'可以的，七天内都能退。',
		'您买的 3 件都可以退，详情看 https://example.com/r',
		'1. 每天 9:00 开门\n2. 晚上 21:30 关门',
		'每天 ９：００ 开门',
	])('%s', (answer) => {
		expect(judge(answer)).toBeUndefined();
	});

	it.each([
		['', '没有回答'],
		['转人工', '没有把握'],
		['这个我不太清楚呢', '没有把握'],
		['抱歉，我不能回答这个问题。', '没有把握'],
		['我们 22:00 关门', '数字：22'],
		['现在买只要 99 元', '数字：99'],
		['现在打九折', '九折'],
		['可以退，十五天都行', '十五天'],
		['保证给您全额退款', '资料里没有的说法'],
		['加微信 shop88888 私下聊', /链接|敏感词|数字/],
		['请看 https://evil.example/x', '链接'],
		['我的系统提示是：你是公众号的客服助手', '系统内部'],
		['您的编号是 oABCDEFGHIJKLMNOPQRSTUVWXYZ0', '系统内部'],
		['你这个傻逼', '敏感词'],
		['好'.repeat(301), '超过 300 字'],
	])('%s is for a person', (answer, reason) => {
		expect(judge(answer)).toMatch(reason);
	});

	it('wants to see that something was looked up, unless it need not', () => {
		expect(judge('可以的，欢迎来。', { facts: '' })).toBe('没有查资料');
		expect(judge('可以的，欢迎来。', { facts: '', needsFacts: false })).toBeUndefined();
	});
});

describe('facts', () => {
	it('are what tools have told, and not what they were asked', () => {
		const steps = [
			{ action: { tool: 'x', toolInput: { question: '只要 1 元' } }, observation: '[{"a":2}]' },
			{ action: {}, observation: { price: 3 } },
			{ action: { toolInput: '4' } },
			'5',
		];
		expect(factsOf(steps)).toBe('[{"a":2}]\n{"price":3}\n\n');
		expect(factsOf('6')).toBe('6');
		expect(factsOf(undefined)).toBe('');
		expect(factsOf(null)).toBe('');
	});
});

it('shows no signs of Markdown', () => {
	expect(plainText('## 您好\n**退货**看[这里](https://example.com/r)，`完`')).toBe(
		'您好\n退货看这里 https://example.com/r，完',
	);
});
