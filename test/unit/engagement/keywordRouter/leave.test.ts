import { readLibrary } from '../../../../nodes/WeChatKeywordRouter/engine/library';
import { reasonOf } from '../../../../nodes/WeChatKeywordRouter/engine/reasons';
import { Router } from '../../../../nodes/WeChatKeywordRouter/engine/router';
import type { Outcome } from '../../../../nodes/WeChatKeywordRouter/engine/types';
import { sampleLibrary } from './sample';

const AT = Date.parse('2026-11-24T09:00:00+08:00');

const router = new Router(sampleLibrary());

/** What becomes of a text: the keyword that answers it, or why none does. */
function inShort(outcome: Outcome): string {
	if (outcome.status === 'matched') return outcome.best.keyword.keyword;
	const result = outcome.status === 'candidates' ? 'offer' : 'leave';
	return `${result}: ${outcome.why}`;
}

const route = (text: string) => inShort(router.route({ text, at: AT }));

describe('What is refused', () => {
	it.each([
		['我不要优惠券', 'offer: refused'],
		['优惠券就不用了', 'offer: refused'],
		['积分我知道，不用再说', 'offer: refused'],
		['别推会员卡了行不行', 'offer: refused'],
		['不想退货，想换个颜色', '换货'],
		['我不要退款，我要换', '换货'],
		['不是问物流，我问运费', '运费'],
	])('%s: %s', (text, expected) => {
		expect(route(text)).toBe(expected);
	});

	// A question about what need not be, or cannot be, is a question.
	it.each([
		['不用预约吗', '预约'],
		['优惠券用不了', '优惠券'],
		['要不要预约', '预约'],
		['还没发货', '物流'],
		['不想要了，怎么取消订单', '取消订单'],
	])('%s is a question: %s', (text, expected) => {
		expect(route(text)).toBe(expected);
	});
});

describe('What the library does not know', () => {
	it.each([
		['人工智能是什么', 'leave: '],
		['美国总统在哪里', 'leave: unknownWords'],
		['会员国有哪些', 'leave: otherMeaning'],
		['价格战是什么', 'leave: otherMeaning'],
		['排队买票去看电影', 'leave: unknownWords'],
		['双11有活动吗', 'leave: nothingFound'],
		['13812345678', 'leave: nothingFound'],
		['12314', 'leave: nothingFound'],
		['昨天泡了壶龙井，看雨看了一下午', 'leave: nothingAsked'],
	])('%s: %s', (text, expected) => {
		expect(route(text)).toContain(expected);
	});

	it('is no reason to leave a question about something the library has', () => {
		expect(route('你们的西湖龙井多少钱一斤呀')).toMatch(/龙井|价格/);
		expect(route('苏州有实体店吗')).toBe('门店地址');
	});
});

describe('Advertisements', () => {
	it.each([
		'刷单兼职加我',
		'代开发票',
		'代 开 各类 发 票',
		'无抵押贷款当天放款',
		'加V领红包 abc77889',
	])('%s', (text) => {
		expect(route(text)).toBe('leave: advertisement');
	});

	it.each(['可以开发票吗', '你们招兼职吗', '发票怎么开', '招聘兼职吗，微信联系谁'])(
		'%s is a question',
		(text) => {
			expect(route(text)).not.toBe('leave: advertisement');
		},
	);
});

describe('A long complaint', () => {
	it('is no question about the product it names', () => {
		const text =
			'上次买的龙井喝起来一股霉味，打了好几次电话也没人理，真是太失望了，再也不会来你们店了';
		expect(route(text)).toBe('leave: complaint');
	});
});

describe('Several questions at once', () => {
	it('are offered', () => {
		expect(route('会员积分优惠券都怎么弄')).toBe('offer: several');
	});
});

describe('The reason in words', () => {
	it.each([
		['优惠券', '和“优惠券”一字不差'],
		['我不要优惠券', '粉丝说不要或不是在问“优惠券”'],
		['美国总统在哪里', '虽然有“门店地址”，但说的是关键词库里没有的“美国、总统”'],
		['会员国有哪些', '“会员国”里的“会员”是别的意思'],
		['代开发票', '是推销或兼职、发票、贷款之类的广告，不是提问'],
		['特斯拉股票今天涨了', '关键词库里没有相关内容'],
	])('%s: %s', (text, expected) => {
		expect(reasonOf(router.route({ text, at: AT }))).toBe(expected);
	});
});

describe('A small library', () => {
	it('answers its own words inside common talk', () => {
		const own = new Router(readLibrary([{ keyword: '蓝莓司康', reply: '25元' }]));
		expect(inShort(own.route({ text: '你们家的蓝莓司康今天还有吗', at: AT }))).toBe('蓝莓司康');
	});
});
