import fc from 'fast-check';
import { audit } from '../../../../nodes/WeChatKeywordRouter/engine/audit';
import { HitBook } from '../../../../nodes/WeChatKeywordRouter/engine/hits';
import { learn } from '../../../../nodes/WeChatKeywordRouter/engine/learn';
import { isLive, readLibrary } from '../../../../nodes/WeChatKeywordRouter/engine/library';
import { replyOf } from '../../../../nodes/WeChatKeywordRouter/engine/reply';
import type { Hit } from '../../../../nodes/WeChatKeywordRouter/engine/types';
import { sampleLibrary } from './sample';

const AT = Date.parse('2026-11-24T09:00:00+08:00');
const DAY = 86_400_000;
const MONTH = { from: AT - 30 * DAY, to: AT };

const hit = (place: number, text: string, more: Partial<Hit> = {}): Hit => ({
	key: `m${place}`,
	openId: `o${place}`,
	at: AT - DAY + place,
	text,
	status: 'person',
	keywordId: '',
	...more,
});

const [threeReplies] = readLibrary([{ keyword: '问候', reply: '甲\n---\n乙\n---\n丙' }]);
const [inTurn] = readLibrary([{ keyword: '问候', reply: '甲\n---\n乙', replyMode: 'inTurn' }]);
const message = (key: string) => ({ text: '你好', key, openId: 'o1', at: AT });

describe('readLibrary', () => {
	it('splits words at commas and lines, and keeps spaces within them', () => {
		const [keyword] = readLibrary([
			{ keyword: 'gift box', variants: '礼盒， 伴手礼、gift set\n茶礼', 品牌: 1, level: '产品' },
		]);
		expect(keyword).toMatchObject({
			id: 'gift box',
			level: 'product',
			variants: ['礼盒', '伴手礼', 'gift set', '茶礼'],
		});
	});

	it('refuses an end before the beginning', () => {
		expect(() =>
			readLibrary([{ keyword: '月饼', validFrom: '2026-10-01', validTo: '2026-09-01' }]),
		).toThrow("[Keyword 1] 'validTo' is before 'validFrom'");
	});
});

describe('replyOf', () => {
	it('gives the same message the same reply, and all replies about as often', () => {
		if (!threeReplies) throw new Error('No keyword');
		const book = new HitBook([]);
		const counts = new Map<string, number>();
		for (let place = 0; place < 3_000; place++) {
			const reply = replyOf(threeReplies, message(`o1:${place}`), book);
			expect(replyOf(threeReplies, message(`o1:${place}`), book)).toBe(reply);
			counts.set(reply, (counts.get(reply) ?? 0) + 1);
		}
		for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(100);
		expect(counts.size).toBe(3);
	});

	it('in turn goes by the earlier answers, each counted once, not the message itself', () => {
		if (!inTurn) throw new Error('No keyword');
		const earlier = hit(1, '你好', { openId: 'o1', status: 'matched', keywordId: '问候' });
		const turn = (...hits: Hit[]) => replyOf(inTurn, message('m9'), new HitBook(hits));
		expect(turn()).toBe('甲');
		expect(turn(earlier, earlier)).toBe('乙');
		expect(turn(earlier, { ...earlier, key: 'm9' })).toBe('乙');
		expect(turn(earlier, { ...earlier, key: 'm2' })).toBe('甲');
	});
});

describe('learn', () => {
	const settings = { ...MONTH, leastCount: 2, similarity: 0.4 };
	const hits = [
		'可以带宠物进店吗',
		'宠物能进店吗',
		'狗狗宠物让进店不',
		'有没有无糖的蛋糕',
		'无糖蛋糕有吗',
		'在吗',
		'优惠券的事已经答了',
	].map((text, place) => hit(place, text));

	it('proposes what was asked more than once, the most frequent first', () => {
		const [first, second, ...others] = learn(hits, [], settings);
		expect(first).toMatchObject({ keyword: '宠物', level: 'function', count: 3, people: 3 });
		expect(second?.keyword).toContain('糖');
		expect(others).toEqual([]);
	});

	it('does not depend on the order or on repeated rows', () => {
		const expected = learn(hits, [], settings);
		fc.assert(
			fc.property(
				fc.shuffledSubarray([...hits, ...hits], { minLength: hits.length * 2 }),
				(rows) => {
					expect(learn(rows, [], settings)).toEqual(expected);
				},
			),
			{ numRuns: 30 },
		);
	});

	it('correction 18: does not learn from what WeChat writes in place of a message', () => {
		const notice = '【收到不支持的消息类型，暂无法显示】';
		const rows = [1, 2, 3].map((place) => hit(place, notice));
		expect(learn(rows, [], settings)).toEqual([]);
	});

	it('leaves out what was answered, what is older, and what was proposed before', () => {
		const answered = hits.map((row) => ({ ...row, status: 'matched' }));
		expect(learn(answered, [], settings)).toEqual([]);
		const old = hits.map((row) => ({ ...row, at: AT - 31 * DAY }));
		expect(learn(old, [], settings)).toEqual([]);
		const known = readLibrary([{ key: 'learned-宠物', keyword: '宠物', enabled: false }]);
		expect(learn(hits, known, settings).map(({ keyword }) => keyword)).not.toContain('宠物');
	});

	it('names the keyword that may only lack a word', () => {
		const rows = ['绿豆羔点心盒装', '绿豆羔点心'].map((text, place) => hit(place, text));
		const [proposal] = learn(rows, sampleLibrary(), settings);
		expect(proposal?.similarTo).toBe('pastry');
	});
});

describe('audit', () => {
	it('finds nothing dead where everything was used', () => {
		const library = sampleLibrary();
		const hits = library.map(({ id, keyword }, place) =>
			hit(place, keyword, { status: 'matched', keywordId: id }),
		);
		const { findings, summary } = audit(library, hits, MONTH);
		expect(findings.filter(({ kind }) => kind !== 'overlapping')).toEqual([]);
		expect(summary).toMatchObject({ messages: 60, matched: 60, coverage: 1, keywords: 60 });
	});

	it('calls what was not hit dead from its first whole period on', () => {
		const deadOf = (more: Record<string, unknown>) =>
			audit(readLibrary([{ keyword: '停车', reply: '楼下', ...more }]), [], MONTH).findings.map(
				({ kind }) => kind,
			);
		const day = (ago: number) => new Date(AT - ago * DAY).toISOString();
		expect(deadOf({})).toEqual(['dead']);
		for (const column of ['addedAt', 'createdAt', 'validFrom']) {
			expect([column, deadOf({ [column]: day(29) })]).toEqual([column, []]);
			expect([column, deadOf({ [column]: day(31) })]).toEqual([column, ['dead']]);
		}
	});

	it('takes the same phrase at different times for no contradiction', () => {
		const rows = (validTo: string) =>
			readLibrary([
				{ key: 'a', keyword: '活动', reply: '甲', validTo },
				{ key: 'b', keyword: '活动', reply: '乙', validFrom: '2026-11-11' },
			]);
		const kinds = (validTo: string) =>
			audit(rows(validTo), [], MONTH).findings.map(({ kind }) => kind);
		expect(kinds('2026-11-10')).not.toContain('contradictory');
		expect(kinds('2026-11-12')).toContain('contradictory');
	});

	it('gives no coverage without messages', () => {
		expect(audit(sampleLibrary(), [], MONTH).summary.coverage).toBeNull();
	});
});

it('fault 2.5: a keyword counts through its last day, however the day is written', () => {
	for (const validTo of ['2026-11-29', '2026/11/29', '2026年11月29日', 46355]) {
		const [keyword] = readLibrary([{ keyword: '月饼', reply: 'a', validTo }]);
		expect(keyword && isLive(keyword, Date.parse('2026-11-29T23:59:00+08:00'))).toBe(true);
		expect(keyword && isLive(keyword, Date.parse('2026-11-30T00:00:00+08:00'))).toBe(false);
	}
});
