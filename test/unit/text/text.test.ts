import uniq from 'lodash/uniq';
import fc from 'fast-check';
import { articleKey, parseArticleRef } from '../../../nodes/shared/article/articleRef';
import { nextShanghaiMidnight, shanghaiDay } from '../../../nodes/shared/calendar/shanghaiDay';
import { fieldsOf, templateData } from '../../../nodes/shared/template/templateFields';
import { idsOf, splitList } from '../../../nodes/shared/text/list';
import { SeenIds } from '../../../nodes/shared/comment/seenIds';
import { passes } from '../../../nodes/WeChatOfficialAccountTrigger/filters';

describe('parseArticleRef', () => {
	const url = 'https://mp.weixin.qq.com/s?__biz=MzA3&mid=2247490098&idx=3&sn=ab#rd';
	it.each([
		['2247490098', 0],
		[' 2247490098_3 ', 2],
		[url, 2],
		[url.replace(/&/g, '&amp;'), 2],
		['http://mp.weixin.qq.com/mp/appmsg/show?__biz=a&appmsgid=2247490098&itemidx=1', 0],
	])('reads %s', (text, index) => {
		expect(parseArticleRef(text)).toEqual({ msgDataId: '2247490098', index });
	});

	it.each(['', 'abc', 'https://mp.weixin.qq.com/s/AbC-d_E', 'https://example.com/?a=1', '12'])(
		'explains why %j will not do',
		(text) => {
			expect(() => parseArticleRef(text)).toThrow(/Article|article/);
		},
	);

	it('reads its own keys', () => {
		fc.assert(
			fc.property(fc.integer({ min: 10_000 }), fc.integer({ min: 0, max: 7 }), (id, index) => {
				const reference = { msgDataId: String(id), index };
				expect(parseArticleRef(articleKey(reference))).toEqual(reference);
			}),
		);
	});
});

describe('templates', () => {
	it('finds the fields with the words before them', () => {
		expect(
			fieldsOf('{{first.DATA}}\n订单号：{{keyword1.DATA}} 金额:{{ amount2.DATA }}\n{{first.DATA}}'),
		).toEqual([
			{ key: 'first', label: 'first' },
			{ key: 'keyword1', label: '订单号' },
			{ key: 'amount2', label: '金额' },
		]);
		expect(fieldsOf('没有字段')).toEqual([]);
	});

	it('keeps zero and false, leaves out what is missing', () => {
		expect(templateData({ number1: 0, thing2: false, thing3: undefined, thing4: null })).toEqual({
			number1: { value: '0' },
			thing2: { value: 'false' },
		});
		expect(() => templateData({})).toThrow("'Values to Send' is empty");
	});
});

describe('lists', () => {
	it('splits what people type', () => {
		expect(splitList(' oA, oB，oC；oD\noE ,, ')).toEqual(['oA', 'oB', 'oC', 'oD', 'oE']);
		expect(splitList('')).toEqual([]);
		expect(splitList('oA、oB')).toEqual(['oA', 'oB']);
	});

	it.each([
		['a text', ' oA,oB '],
		['a list', [' oA', 'oB ', '', null]],
		['lists in a list', [['oA'], 'oA，oB']],
		['rows', [{ openid: 'oA' }, { openId: 'oB', name: 'x' }]],
		['JSON', '["oA", "oB"]'],
	])('fault 2.7: takes IDs as %s', (_, value) => {
		expect(uniq(idsOf(value))).toEqual(['oA', 'oB']);
	});

	it('fault 2.7: takes 200,000 IDs', () => {
		const many = Array.from({ length: 200_000 }, (_, number) => `o${number}`);
		for (const value of [many, many.join(), JSON.stringify(many)]) {
			expect(idsOf(value)).toHaveLength(200_000);
		}
	});
});

describe('days in Shanghai', () => {
	it('begin eight hours before those of Greenwich', () => {
		const evening = Date.parse('2026-11-24T16:30:00Z');
		expect(shanghaiDay(evening)).toBe('2026-11-25');
		expect(shanghaiDay(evening, -1)).toBe('2026-11-24');
		expect(new Date(nextShanghaiMidnight(evening)).toISOString()).toBe('2026-11-25T16:00:00.000Z');
	});
});

describe('SeenIds', () => {
	it('is a set, in any order, through storage', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(60)), fc.nat(60), (ids, probe) => {
				let seen = new SeenIds();
				for (const id of ids) {
					seen.add(String(id));
					seen = new SeenIds(seen.toString());
				}
				expect(seen.has(String(probe))).toBe(ids.includes(probe));
			}),
		);
	});

	it('stays short, and holds ids beyond 2^53', () => {
		const seen = new SeenIds();
		for (let id = 1; id <= 5_000; id++) seen.add(String(id));
		expect(seen.toString()).toBe('1-5000');
		seen.add('9223372036854775807');
		expect(seen.has('9223372036854775807')).toBe(true);
		expect(seen.has('9223372036854775806')).toBe(false);
	});
});

describe('the filters of the trigger', () => {
	const meta = {
		kind: 'text',
		openId: 'oA',
		accountId: 'gh',
		appId: 'wx1',
		dedupeKey: 'k',
		receivedAt: '',
		replyBefore: '',
		encrypted: false,
	};
	const all = { kinds: ['*'], senders: [], textCondition: 'any', text: '' } as const;
	const lets = (changes: object, content = '有优惠吗？', kind = 'text') =>
		passes(
			{ Content: content },
			{ ...meta, kind },
			{ ...all, kinds: ['*'], senders: [], ...changes },
		);

	it('let everything through by default', () => {
		expect(lets({})).toBe(true);
		expect(lets({ kinds: [] }, '', 'event.CLICK')).toBe(true);
		expect(lets({}, '', 'hologram')).toBe(true);
	});

	it.each([
		['equals', '有优惠吗？', true],
		['equals', '优惠', false],
		['contains', '优惠', true],
		['startsWith', '有', true],
		['startsWith', '优', false],
		['regex', '^有.*吗[?？]$', true],
		['regex', '(', false],
	])('%s %s', (textCondition, text, expected) => {
		expect(lets({ textCondition, text })).toBe(expected);
	});

	it('compare kinds without regard to case, as WeChat does not keep to one', () => {
		expect(
			lets({ kinds: ['event.TEMPLATESENDJOBFINISH'] }, '', 'event.templatesendjobfinish'),
		).toBe(true);
		expect(lets({ kinds: ['event.CLICK'] }, '', 'event.VIEW')).toBe(false);
	});

	it('let no event through when a text is asked for', () => {
		expect(lets({ textCondition: 'contains', text: '' }, '', 'event.CLICK')).toBe(false);
	});
});
