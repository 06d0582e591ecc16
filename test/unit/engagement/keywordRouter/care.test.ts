import { activityStatements } from '../../../../nodes/WeChatKeywordRouter/engine/care/activities';
import { careFindings } from '../../../../nodes/WeChatKeywordRouter/engine/care/care';
import { factsIn } from '../../../../nodes/WeChatKeywordRouter/engine/care/facts';
import { careRows, careText } from '../../../../nodes/WeChatKeywordRouter/engine/care/report';
import { readLibrary } from '../../../../nodes/WeChatKeywordRouter/engine/library';
import { Router } from '../../../../nodes/WeChatKeywordRouter/engine/router';
import { sampleLibrary } from './sample';

const AT = Date.parse('2026-11-24T09:00:00+08:00');

const PLAN = {
	key: 'weekly-draw',
	kind: 'lottery',
	name: '每周抽奖',
	organiser: '山叶茶馆',
	claim: '凭兑换码到店领取',
	claimDays: 30,
	conditions: '每人每期一次',
	contact: '',
	prizes: '保温杯,1,128;帆布袋,3,39',
	repeats: 'week',
	rules: '',
	status: 'ready',
};

/** Findings in a library of replies by keyword. */
function findingsIn(replies: Record<string, string>, plans: Array<Record<string, unknown>> = []) {
	const rows = Object.entries(replies).map(([keyword, reply]) => ({ keyword, reply }));
	const library = readLibrary(rows);
	return careFindings(library, new Router(library), activityStatements(plans, AT), AT);
}

const kindsIn = (...given: Parameters<typeof findingsIn>): string[] =>
	findingsIn(...given).map(({ kind }) => kind);

describe('facts of an answer', () => {
	it.each([
		['付款后 48 小时内发货', 'dispatch', '2880'],
		['两天内发货', 'dispatch', '2880'],
		['７天无理由退货', 'return', '10080'],
		['一周内可退换', 'return', '10080'],
		['3-5天送达', 'delivery', '4320-7200'],
		['退款 7 个工作日到账', 'refund', '7 working days'],
		['满99元包邮', 'freeShipping', '99'],
		['运费￥12', 'shipping', '12'],
		['客服电话 400-800-1234', 'phone', '4008001234'],
		['营业时间 9:00-21:00', 'hours', '9:00-21:00'],
		['營業時間：上午9点到晚上9点', 'hours', '9:00-21:00'],
		['兑换码半年有效', 'validity', '262800'],
		['二十天内领取', 'claim', '28800'],
	])('%s tells of %s', (text, id, value) => {
		const found = factsIn(text).filter(({ matter }) => matter.id === id);
		expect(found.map((fact) => fact.value)).toEqual([value]);
	});

	it.each(['24小时客服在线', '我们开了 10 年', '10月1日开始领取', '第3天', '会员号 12345'])(
		'%s promises nothing',
		(text) => {
			expect(factsIn(text).filter(({ matter }) => matter.kind === 'duration')).toEqual([]);
		},
	);

	it('are found in linear time', () => {
		const start = Date.now();
		for (const piece of ['7天领取', '1', '9:00-', '一二三', '¥', '400-'])
			factsIn(piece.repeat(200_000));
		expect(Date.now() - start).toBeLessThan(1_500);
	});
});

describe('answers that contradict each other', () => {
	it.each([
		[{ 奖品: '中奖后 7 天内到店领取奖品。', 领奖: '奖品请在 15 天内领取。' }],
		[{ 退货: '收到货 7 天内可退货。', 退换政策: '支持 15 天无理由退换。' }],
		[{ 包邮: '全场满99元包邮。', 运费: '满 88 元包邮哦' }],
		[{ 客服电话: '客服电话 400-800-1234', 联系客服: '请拨打客服电话 400-800-4321' }],
		[{ 营业时间: '营业时间 9:00-21:00', 几点开门: '每天 10:00-22:00 营业' }],
	])('%j', (replies) => {
		const found = findingsIn(replies).filter(({ kind }) => kind === 'disagreeing');
		expect(found).toHaveLength(1);
		expect(found[0]?.detail).toContain('不一致');
	});

	it.each([
		[{ 奖品: '7 天内领取奖品。', 领奖: '奖品一周内领取。' }],
		[{ 龙井: '龙井保质期 18 个月。', 普洱: '普洱保质期 10 年。' }],
		[{ 周末营业: '周末 10:00-22:00 营业', 平时: '工作日 9:00-21:00 营业' }],
		[{ 发货: '48 小时内发货。', 退货: '7 天内可退货。' }],
		[{ 偏远运费: '新疆运费 20 元', 运费: '运费 10 元' }],
		[{ 客服电话: '客服电话 400-800-1234', 门店电话: '门店电话 010-88886666' }],
		[{ 茶杯价格: '茶杯售价 39 元', 茶壶价格: '茶壶售价 99 元' }],
	])('but not %j', (replies) => {
		expect(kindsIn(replies)).not.toContain('disagreeing');
	});

	it('or the rules of an activity, as long as it goes on', () => {
		const replies = { 领奖: '中奖后请在 7 天内领取奖品。', 保温杯: '奖品保温杯价值 199 元。' };
		const found = findingsIn(replies, [PLAN]).filter(({ kind }) => kind === 'againstActivity');
		expect(found.map(({ keywordId, otherId }) => [keywordId, otherId])).toEqual([
			['领奖', 'plan:weekly-draw'],
			['保温杯', 'plan:weekly-draw'],
		]);
		expect(found[0]?.detail).toContain('活动「每周抽奖」');
		expect(kindsIn(replies, [{ ...PLAN, status: 'draft' }])).not.toContain('againstActivity');
		expect(kindsIn(replies, [{ ...PLAN, organiser: '' }])).not.toContain('againstActivity');
		const over = { ...PLAN, repeats: '', endsAt: AT - 1 };
		expect(kindsIn(replies, [over])).not.toContain('againstActivity');
		expect(kindsIn({ 领奖: '奖品请在 30 天内领取。' }, [PLAN])).not.toContain('againstActivity');
	});
});

describe('other things to look at', () => {
	it('words that another keyword answers, and words that none does', () => {
		const library = readLibrary([
			{ key: 'a', keyword: '会员', reply: '会员……' },
			{ key: 'b', keyword: '积分', variants: '会员积分,会员', reply: '积分……' },
			{ key: 'c', keyword: '年会', exclude: '年会', reply: '年会……' },
		]);
		const [first] = library;
		const answersAll = {
			route: () => ({
				status: 'matched' as const,
				best: { keyword: first!, score: 1, why: 'keyword' as const, phrase: '' },
				also: [],
			}),
		};
		// What two claim in the same words is a contradiction, and told as such.
		expect(careFindings(library.slice(0, 2), answersAll, [], AT)).toEqual([
			expect.objectContaining({
				kind: 'stolen',
				keywordId: 'b',
				otherId: 'a',
				phrase: '积分、会员积分',
			}),
		]);
		expect(careFindings(library, new Router(library), [], AT)).toEqual([
			expect.objectContaining({ kind: 'unheard', keywordId: 'c' }),
		]);
	});

	it('breaches of wording', () => {
		const [finding] = findingsIn({ 送礼: '转发到朋友圈集满 38 个赞，免费领茶。' });
		expect(finding).toMatchObject({ kind: 'wording', keywordId: '送礼' });
		expect(finding?.detail).toContain('→');
	});

	it('nothing much in a library that is in order', () => {
		const library = sampleLibrary();
		const found = careFindings(library, new Router(library), [], AT);
		expect(found.filter(({ kind }) => kind === 'disagreeing')).toEqual([]);
		expect(found.length).toBeLessThanOrEqual(3);
	});

	it('leaves out what is off, over, or has no reply', () => {
		const library = readLibrary([
			{ keyword: '奖品', reply: '7 天内领取奖品。', enabled: false },
			{ keyword: '领奖', reply: '奖品 15 天内领取。' },
			{ keyword: '兑奖', reply: '奖品 20 天内领取。', validTo: '2026-11-01' },
		]);
		expect(careFindings(library, new Router(library), [], AT)).toEqual([]);
	});
});

describe('the report', () => {
	it('tells first things first, with where, what and what to do', () => {
		const replies = {
			送礼: '转发到朋友圈集满 38 个赞，免费领茶。',
			奖品: '中奖后 7 天内到店领取奖品。',
			领奖: '奖品请在 15 天内领取。',
		};
		const rows = careRows(findingsIn(replies), (id) => id);
		expect(rows.map(({ order }) => order)).toEqual(
			rows.map(({ order }) => order).sort((a, b) => a - b),
		);
		expect(rows.at(-1)).toMatchObject({
			kind: 'disagreeing',
			where: '关键词库「奖品」',
			problem: expect.stringContaining('7 天'),
			advice: '核实哪个对，两处改成一样',
		});
		const text = careText(rows);
		expect(text.indexOf('说法违规')).toBeLessThan(text.indexOf('回复互相矛盾'));
		expect(text).toMatch(/^1\. 说法违规，马上改 \d 处/);
		expect(careText([])).toBe('没有需要处理的');
	});
});
