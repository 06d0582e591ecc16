import fc from 'fast-check';
import { DEFAULT_SETTINGS, Router } from '../../../../nodes/WeChatKeywordRouter/engine/router';
import type { Outcome } from '../../../../nodes/WeChatKeywordRouter/engine/types';
import { readLibrary } from '../../../../nodes/WeChatKeywordRouter/engine/library';
import { INTENTS } from '../../../../nodes/shared/text/intents';
import { toMatchText } from '../../../../nodes/shared/text/normalise';
import type { Row } from '../../../../nodes/shared/rows/row';
import { sampleLibrary, sampleQuestions, scoreOf } from './sample';

const AT = Date.parse('2026-11-24T09:00:00+08:00');

const routerOf = (rows: Row[]) => new Router(readLibrary(rows));

/** Key and reason, or the status when nothing matched. */
function inShort(outcome: Outcome): string {
	return outcome.status === 'matched'
		? `${outcome.best.keyword.id} ${outcome.best.why}`
		: outcome.status;
}

const route = (router: Router, text: string, at = AT) => inShort(router.route({ text, at }));

const TEA = routerOf([
	{ key: 'brand', keyword: '青屿', level: 'brand' },
	{ key: 'longjing', keyword: '龙井', level: 'product', exclude: '龙井虾仁' },
	{ key: 'refund', keyword: '退款', variants: '退货,怎么*退' },
	{ key: 'coupon', keyword: '优惠券' },
	{ key: 'shipping', keyword: '发货' },
	{ key: 'phone', keyword: '客服电话' },
	{ key: 'a5', keyword: 'A5', level: 'product' },
	{ key: 'one', keyword: '1', level: 'function' },
]);

describe('Router', () => {
	it.each([
		['龙井', 'longjing exact'],
		['請問龍井好喝嗎？', 'longjing keyword'],
		['青屿的龙井能退货吗', 'refund keyword'],
		['想吃龙井虾仁', 'person'],
		['这个怎么才能退呢', 'refund keyword'],
		['啥时候发', 'shipping synonym'],
		['优惠卷怎么领', 'coupon synonym'],
		['有优会券吗', 'coupon pinyin'],
		['fahuo le ma', 'shipping pinyin'],
		['YOUHUIQUAN', 'coupon pinyin'],
		['ｆａｈｕｏ', 'shipping pinyin'],
		['发或了吗', 'shipping pinyin'],
		['客服电话多少', 'phone keyword'],
		['有 A5 吗', 'a5 keyword'],
		['有A50吗', 'person'],
		['1', 'one exact'],
		['11块', 'person'],
	])('%s: %s', (text, expected) => {
		expect(route(TEA, text)).toBe(expected);
	});

	it.each([
		'人工',
		'转人工',
		'我要退款，帮我转人工客服',
		'轉人工',
		'zhuanrengong',
		'转人功',
		'有没有真人',
	])('%s goes to a person', (text) => {
		expect(TEA.route({ text, at: AT })).toMatchObject({ why: 'askedForPerson' });
	});

	it.each(['人工智能是什么', '这是纯人工采摘的龙井吗'])('%s is no wish for a person', (text) => {
		expect(TEA.route({ text, at: AT })).not.toMatchObject({ why: 'askedForPerson' });
	});

	it('counts a keyword only while it is valid', () => {
		const router = routerOf([
			{ keyword: '月饼', validFrom: '2026-08-01', validTo: '2026-11-24' },
			{ keyword: '粽子', enabled: false },
		]);
		expect(route(router, '月饼')).toBe('月饼 exact');
		// A day counts until its end in Shanghai.
		expect(route(router, '月饼', Date.parse('2026-11-24T23:59:59+08:00'))).toBe('月饼 exact');
		expect(route(router, '月饼', Date.parse('2026-11-25T00:00:00+08:00'))).toBe('person');
		expect(route(router, '粽子')).toBe('person');
	});

	it('lets the priority decide between keywords of one message', () => {
		const rows = (priority: number) =>
			routerOf([
				{ keyword: '停车', priority },
				{ keyword: '外卖', priority: 1 },
			]);
		expect(route(rows(0.5), '停车和外卖')).toBe('外卖 keyword');
		expect(route(rows(2), '外卖和停车')).toBe('停车 keyword');
	});

	it('answers a wider wish where the library has nothing closer', () => {
		expect(route(routerOf([{ keyword: '价格' }]), '现在打折吗')).toBe('价格 synonym');
		expect(route(routerOf([{ keyword: '价格' }, { keyword: '优惠' }]), '现在打折吗')).toBe(
			'优惠 synonym',
		);
	});

	it('answers a question that resembles one of the library, else offers it', () => {
		const router = routerOf([
			{ key: 'pets', keyword: '携宠须知', questions: '可以带狗狗进店里坐吗' },
			{ key: 'class', keyword: '瑜伽课表', questions: '周末的瑜伽课几点' },
		]);
		expect(route(router, '狗狗可以带进店里坐坐吗')).toBe('pets similarQuestion');
		expect(router.route({ text: '店里让狗狗进来不', at: AT })).toMatchObject({
			status: 'candidates',
			candidates: [{ keyword: { id: 'pets' } }],
		});
		expect(route(router, '股票今天涨了')).toBe('person');
	});

	describe('with a library of whole questions', () => {
		const router = routerOf([
			{ key: 'phone', keyword: '红米手机的客服电话是什么' },
			{ key: 'repair', keyword: '红米手机在哪里可以维修' },
			{ key: 'games', keyword: '有什么好玩的网页游戏' },
			{ key: 'newGames', keyword: '最近有什么好玩的网页游戏可以推荐' },
		]);

		it('takes a word for a person inside one of them for what it is', () => {
			expect(route(router, '请问红米手机客服电话是什么？')).toBe('phone similarQuestion');
			expect(route(router, '红米手机怎么这样，转人工')).toBe('person');
		});

		it('tells who takes over what comes nearest', () => {
			expect(router.route({ text: '红米手机在哪维修，我要找客服', at: AT })).toMatchObject({
				why: 'askedForPerson',
				nearest: [{ keyword: { id: 'repair' } }, { keyword: { id: 'phone' } }],
			});
		});

		it('prefers the one that is nearly the same to the one that is a part', () => {
			expect(route(router, '最近有什么好玩的网页游戏推荐')).toBe('newGames similarQuestion');
		});

		it('gives questions like it along', () => {
			expect(router.route({ text: '有什么好玩的网页游戏？', at: AT })).toMatchObject({
				best: { keyword: { id: 'games' }, why: 'exact' },
				also: [{ keyword: { id: 'newGames' }, why: 'similarQuestion' }],
			});
		});
	});

	describe('with one wrong character', () => {
		const router = routerOf([
			{ keyword: '配送范围' },
			{ keyword: '会员卡' },
			{ keyword: '积分权益' },
			{ keyword: '积分收益' },
		]);

		it.each([
			['配送范国', '配送范围 typo'],
			['配这范围呢？', '配送范围 typo'],
			['会具卡', '会员卡 typo'],
		])('%s: %s', (text, expected) => {
			expect(route(router, text)).toBe(expected);
		});

		// Another word, a negation, another thing, two keywords, more than the keyword.
		it.each(['配送范文', '配送范无', '会员群', '积分哈益', '有配送范国'])(
			'%s is no slip',
			(text) => {
				expect(route(router, text)).not.toMatch(/typo/);
			},
		);
	});

	it('takes a tap on a candidate, and ignores one of another menu', () => {
		expect(inShort(TEA.route({ text: 'x', at: AT, tapped: 'coupon' }))).toBe('coupon tapped');
		expect(inShort(TEA.route({ text: '龙井', at: AT, tapped: 'other' }))).toBe('longjing exact');
	});

	it('finds every keyword by itself, in traditional width, case and script', () => {
		const router = new Router(sampleLibrary());
		for (const { keyword, id } of sampleLibrary()) {
			expect(router.route({ text: ` ${keyword}！！`, at: AT })).toMatchObject({
				status: 'matched',
				best: { keyword: { id }, why: 'exact' },
			});
		}
	});

	it('answers anything that is typed, the same way each time', () => {
		const router = new Router(sampleLibrary());
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
				const first = router.route({ text, at: AT });
				expect(router.route({ text, at: AT })).toEqual(first);
			}),
			{ numRuns: 300 },
		);
	});

	it('finds a keyword whatever common talk stands around it', () => {
		const router = routerOf([{ keyword: '茉莉银针' }]);
		const around = fc.string({ unit: fc.constantFrom(...'我你们的那个这款有在呢'), maxLength: 12 });
		fc.assert(
			fc.property(around, around, (before, after) => {
				// A particle at the end says nothing: the rest is the keyword itself.
				expect(route(router, `${before}茉莉银针${after}`)).toMatch(/^茉莉银针 (?:exact|keyword)$/);
			}),
		);
	});
});

describe('The sample library', () => {
	const router = new Router(sampleLibrary(), DEFAULT_SETTINGS);

	it('has 60 keywords and 500 questions', () => {
		expect(sampleLibrary()).toHaveLength(60);
		expect(sampleQuestions()).toHaveLength(500);
	});

	it('answers at least 80 % of the questions, at least 95 % of them right', () => {
		const { questions, answered, right, persons } = scoreOf(router, sampleQuestions(), AT);
		expect(answered / questions).toBeGreaterThanOrEqual(0.8);
		expect(right / answered).toBeGreaterThanOrEqual(0.95);
		expect(persons[0]).toBe(persons[1]);
	});

	it('does not learn the questions by heart', () => {
		const words = new Set(
			INTENTS.flatMap(({ phrases }) => phrases.split(' ')).map((word) => toMatchText(word)),
		);
		const copied = sampleQuestions().filter(({ text }) => {
			const question = toMatchText(text);
			return question.length > 5 && words.has(question);
		});
		expect(copied.map(({ text }) => text)).toEqual([]);
	});
});
