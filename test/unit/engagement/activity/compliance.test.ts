import { plainText } from '../../../../nodes/shared/wording/plainText';
import { scanText } from '../../../../nodes/shared/wording/scanText';
import {
	checkCompliance,
	verdictText,
} from '../../../../nodes/WeChatActivity/engine/compliance/check';
import { PLAN_RULES } from '../../../../nodes/WeChatActivity/engine/compliance/planRules';
import { TEXT_RULES } from '../../../../nodes/shared/wording/rules';
import type { Plan } from '../../../../nodes/WeChatActivity/engine/compliance/plan';

const blocks = (text: string) =>
	scanText(plainText(text))
		.filter(({ severity }) => severity === 'block')
		.map(({ id }) => id);

const BAD: Array<[text: string, id: string]> = [
	['转发本文至朋友圈并截图发送到后台，即可参与抽奖。', 'induced-sharing'],
	['将活动海报分享到3个微信群，凭截图领取20元优惠券', 'induced-sharing'],
	['分享给好友，解锁全部课程内容', 'induced-sharing'],
	['参与方式：\n1. 关注公众号\n2. 转发朋友圈，保留24小时\n3. 后台回复“抽奖”', 'induced-sharing'],
	['把本链接转给身边的朋友就能领红包！', 'induced-sharing'],
	['每分享一次可增加一次抽奖机会', 'shares-for-chances'],
	['分享越多，中奖概率翻倍提高，多一次机会', 'shares-for-chances'],
	['邀请1位好友参加，再得1次抽奖机会', 'shares-for-chances'],
	['关注公众号即可领取现金红包', 'induced-following'],
	['扫码关注后回复“福利”才能查看答案', 'induced-following'],
	['长按识别二维码关注我们，免费领取护手霜一支', 'induced-following'],
	['关注后方可参加本次抽奖', 'induced-following'],
	['未关注本公众号的用户中奖无效', 'excludes-non-sharers'],
	['不转发不能参加抽奖', 'excludes-non-sharers'],
	['中奖后取消关注视为放弃奖品', 'excludes-non-sharers'],
	['集满38个赞即可到店领取礼品', 'induced-likes'],
	['留言点赞数最高的前三名获得大奖', 'induced-likes'],
	['看完记得点个“在看”，截图发我领红包', 'induced-likes'],
	['邀请3位好友助力即可免费领取', 'rewards-invitations'],
	['每拉新一人奖励10积分', 'rewards-invitations'],
	['好友帮砍价，0元赢取好礼', 'rewards-invitations'],
	['集齐五张福卡瓜分现金红包', 'collecting-cards'],
	['小朋友快来抽奖吧', 'minors'],
	['票数最高的作品获得一等奖，快去拉票吧', 'paid-canvassing'],
];

const GOOD = [
	'无需转发，回复“抽奖”即可参加。',
	'本活动无需关注、无需转发、无需点赞，发送关键词即可参与抽奖。',
	'参加抽奖不需要转发朋友圈。',
	'转发与否不影响中奖机会。',
	'分享完全自愿，与中奖资格无关。',
	'分享不会增加抽奖机会。',
	'禁止诱导分享，一经发现取消参与资格。',
	'分享你的旅行故事，优秀作品将获得礼品一份。',
	'欢迎在留言区分享你的读书心得，编辑部将评出十位并赠送新书。',
	'来分享一下您的减肥经验吧，前10名有奖励',
	'请关注本公众号后续推文，届时公布中奖名单并抽取幸运读者',
	'中奖结果请关注9月10日的公告。',
	'请勿拉票、刷票，违者取消获奖资格。',
	'每天签到一次得1积分，连续7天另奖10积分。',
	'助力乡村振兴，答题赢取农产品礼包',
	'活动与点赞数无关，由评审按标准评选获奖作品。',
	'大家正在看的节目，猜对结果可得积分',
	'不以转发、关注或点赞作为参加条件，所有参与者机会均等。',
	'不要求邀请好友，每人一次机会。',
];

const START = Date.parse('2026-11-25T09:00:00+08:00');
const DAY = 86_400_000;

const plan: Plan = {
	kind: 'lottery',
	text: '回复“抽奖”即可参加，无需关注、无需转发，每人一次。',
	organiser: '某某文化有限公司',
	contact: '公众号内回复“人工”',
	conditions: '年满18周岁',
	claim: '中奖后7日内在公众号内登记地址，逾期视为放弃',
	drawMethod: '系统随机抽取，开奖后公布种子',
	startsAt: START,
	endsAt: START + 7 * DAY,
	drawAt: START + 8 * DAY,
	prizes: [{ name: '咖啡杯', quantity: 10, valueFen: 5_900 }],
	recordYears: 2,
	now: START - DAY,
};

const found = (change: Partial<Plan>) =>
	checkCompliance({ ...plan, ...change }).findings.map(({ id }) => id);

describe('the words of an activity', () => {
	it.each(BAD)('blocks "%s" (%s)', (text, id) => {
		expect(blocks(text)).toContain(id);
	});

	it.each(GOOD)('lets "%s" pass', (text) => {
		expect(blocks(text)).toEqual([]);
	});

	it('reads traditional characters and full-width signs', () => {
		expect(blocks('轉發朋友圈，即可領取紅包')).toContain('induced-sharing');
		expect(scanText(plainText('參加即１００％中獎')).map(({ id }) => id)).toContain('certain-win');
	});

	it('names the sentence and says how to put it right', () => {
		const [finding] = scanText('活动很简单！转发朋友圈即可抽奖。祝好运。');
		expect(finding).toMatchObject({ found: '转发朋友圈即可抽奖。', source: expect.any(String) });
		expect(finding?.fix.length).toBeGreaterThan(10);
	});

	it.each([
		['参加即 100%中奖', 'certain-win'],
		['点击 https://example.com/win 参加', 'external-link'],
		['本活动最终解释权归主办方所有', 'final-interpretation'],
		['中奖者请发送身份证照片', 'sensitive-data'],
	])('warns of "%s"', (text, id) => {
		expect(scanText(text)).toMatchObject([{ id, severity: 'warn' }]);
	});

	it('does not mind links to WeChat and a bare, voluntary invitation to share', () => {
		expect(scanText('规则见 https://mp.weixin.qq.com/s/abc ，欢迎转发给朋友。')).toEqual([]);
	});

	it('copes with texts that never end a sentence or a clause', () => {
		const text = '无需转发，分享你的故事，关注公告，'.repeat(3_000);
		expect(scanText(text).filter(({ severity }) => severity === 'block')).toEqual([]);
		const [finding] = scanText('务必转发'.repeat(10_000));
		expect(finding).toMatchObject({ id: 'induced-sharing', severity: 'warn' });
		expect(finding?.found).toHaveLength(80);
	});
});

describe('the facts of an activity', () => {
	it('passes when everything is disclosed, in fields or in the text', () => {
		expect(checkCompliance(plan)).toEqual({ canStart: true, findings: [] });
		const text = [
			'金秋抽奖活动，由某某文化有限公司主办，客服电话 010-1234567。',
			'活动时间：2026年11月25日9:00至12月2日9:00。',
			'参与方式：在公众号内回复“抽奖”，每人一次，无需转发。',
			'奖品：咖啡杯 10 个，每个价值 59 元。',
			'开奖时间：12月3日，系统随机抽取。',
			'兑奖：7日内登记地址，奖品由快递寄出。',
		].join('\n');
		const bare: Plan = {
			kind: 'lottery',
			text,
			organiser: '',
			contact: '',
			conditions: '',
			claim: '',
			drawMethod: '',
			prizes: [],
			recordYears: 2,
			now: START - DAY,
		};
		expect(checkCompliance(bare)).toEqual({ canStart: true, findings: [] });
	});

	it.each<[string, Partial<Plan>]>([
		['organiser-missing', { organiser: '' }],
		['time-missing', { endsAt: undefined }],
		['conditions-missing', { conditions: '', text: '无需转发。' }],
		['prizes-missing', { prizes: [] }],
		['prizes-missing', { prizes: [{ name: '神秘大礼', quantity: 0, valueFen: 1 }] }],
		['prize-too-valuable', { prizes: [{ name: '汽车', quantity: 1, valueFen: 5_000_001 }] }],
		['prize-too-valuable', { text: `${plan.text}特等奖：价值 6.8 万元汽车一辆。` }],
		['draw-method-missing', { drawMethod: '', text: '回复“抽奖”参加。' }],
		['claim-missing', { claim: '' }],
		['records-too-short', { recordYears: 1 }],
		['time-impossible', { drawAt: START - 2 * DAY }],
		['time-impossible', { endsAt: START - 1 }],
		['time-impossible', { drawAt: START + DAY }],
		[
			'odds-wrong',
			{
				prizes: [
					{ name: 'a', quantity: 1, valueFen: 1, odds: 0.7 },
					{ name: 'b', quantity: 1, valueFen: 1, odds: 0.4 },
				],
			},
		],
		[
			'odds-wrong',
			{ prizes: [{ name: 'a', quantity: 1, valueFen: 1, odds: 0.1 }], blankOdds: 0.8 },
		],
		[
			'odds-wrong',
			{ prizes: [{ name: 'a', quantity: 1, valueFen: 1, odds: 0.1 }], ticketCount: 100 },
		],
	])('blocks %s', (id, change) => {
		const verdict = checkCompliance({ ...plan, ...change });
		expect(verdict.canStart).toBe(false);
		expect(verdict.findings.map((finding) => finding.id)).toContain(id);
	});

	it.each<[string, Partial<Plan>]>([
		['contact-missing', { contact: '' }],
		['prize-value-missing', { prizes: [{ name: '咖啡杯', quantity: 1 }] }],
		['income-tax', { prizes: [{ name: '手机', quantity: 1, valueFen: 500_000 }] }],
		[
			'announce-winners',
			{ kind: 'instantWin', prizes: [{ name: '手机', quantity: 1, valueFen: 60_000 }] },
		],
	])('warns of %s', (id, change) => {
		expect(found(change)).toContain(id);
		expect(checkCompliance({ ...plan, ...change }).canStart).toBe(true);
	});

	it('lets exactly 50,000 yuan, right odds and a total value pass', () => {
		const prizes = [{ name: 'a', quantity: 10, valueFen: 5_000_000, odds: 0.1 }];
		const text = `${plan.text}奖品总价值 20 万元，个人所得税由主办方承担。`;
		expect(found({ prizes, text, blankOdds: 0.9, ticketCount: 100 })).toEqual([]);
	});

	it('asks nothing about draws where nothing is drawn', () => {
		const quiz: Partial<Plan> = { kind: 'quiz', prizes: [], drawMethod: '', claim: '' };
		expect(found(quiz)).toEqual([]);
	});

	it('tells the verdict as text, what blocks first', () => {
		const verdict = checkCompliance({ ...plan, organiser: '', contact: '' });
		const lines = verdictText(verdict).split('\n');
		expect(lines[0]).toContain('未通过');
		expect(lines[1]).toMatch(/^【必须修改】未公布活动主办方/);
	});

	it('has rules that each say what, why and how', () => {
		for (const rules of [TEXT_RULES, PLAN_RULES]) {
			expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
		}
		for (const { source, explanation, fix } of [...TEXT_RULES, ...PLAN_RULES]) {
			for (const text of [source, explanation, fix]) expect(text).toMatch(/\p{Script=Han}/u);
		}
	});
});
