import fc from 'fast-check';
import { patternOf } from '../../../nodes/shared/text/pattern';
import { growthOf, MOST_GROWTH } from '../../harness/growth';
import { passes } from '../../../nodes/WeChatOfficialAccountTrigger/filters';

const hits = (source: string, text: string) => patternOf(source).pattern?.occursIn(text);

describe('fault 1.10: patterns of the text filter', () => {
	/** What is repeated, with an end that does not fit. */
	const HOSTILE = ['a', '啊', ' ', 'ab=1 '];

	/** How many times as much a text costs that is ten times as long. */
	const growthFor = (source: string, piece: string, size: number) =>
		growthOf((length) => {
			const text = `${piece.repeat(length / piece.length)}!`;
			return () => hits(source, text);
		}, size);

	it.each([
		'^(a+)+$',
		'(a+)+$',
		'(a|a)*$',
		'(a|aa)+$',
		'(.*a){20}',
		'\\s+$',
		'([a-z]+)*',
		'([a-z]+)*$',
		'^(([a-z])+.)+[A-Z]([a-z])+$',
		'(\\w+\\s?)*$',
		'(啊+)+$',
		'(.+)+x',
		'(.*.*)*=.*',
		'((a*)*)*b',
		'(a?){100}a{100}',
		'(.{1,20}){1,20}x',
		'(\\p{L}{1,90}|a){1,2}$',
	])('%s takes no longer than the text is long', (source) => {
		for (const piece of HOSTILE) {
			expect(growthFor(source, piece, 200)).toBeLessThanOrEqual(MOST_GROWTH);
		}
	});

	it('costs nothing more for a text of a megabyte', () => {
		expect(growthFor('(a+)+$', 'a', 100_000)).toBeLessThan(2);
	});

	it.each([
		['(?=好)a', 'looks ahead or behind'],
		['(?!好)a', 'looks ahead or behind'],
		['(?<=好)a', 'looks ahead or behind'],
		['(?<!好)a', 'looks ahead or behind'],
		['(a)\\1', 'refers back'],
		['(?<n>a)\\k<n>', 'refers back'],
		['(', 'missing closing )'],
		['[', 'missing closing ]'],
		['a**b', 'invalid nested repetition'],
		['(.{1,60}){1,60}x', 'too large'],
		['a{2000}', 'too large'],
		['^(?!a)'.repeat(2_000), 'too large'],
	])('%s is refused with the reason', (source, reason) => {
		expect(patternOf(source)).toEqual({ problem: expect.stringContaining(reason) });
	});

	it.each([
		['^(?!签到|退订\\s*$)', ['签到', '退订 ', '退订吗', '今天签到', '']],
		['^(?!\\s*(小助手|AI助手)|\\s*[A-D]\\s*$)', ['小助手在吗', ' ai助手', 'a', 'about', 'hello']],
		['^(?!)', ['', 'x']],
		['^(?!(a)(b))', ['ab', 'a', 'ba']],
	])('%s alone is understood: what does not begin like this', (source, texts) => {
		for (const text of texts) {
			expect([text, hits(source, text)]).toEqual([text, new RegExp(source, 'i').test(text)]);
		}
	});

	it.each([
		['^(?!a)(b)', ['b', 'ab', 'ba', '']],
		['^(?!a)$', ['', 'a', 'b']],
		['^(?=.*茶)(?!.*[(]退[)])..', ['红茶', '红茶(退)', '红酒', '茶']],
		['^(?!.*\\)).+$', ['a', 'a)', '']],
		['^(?!a|b)(?:c|d)', ['c', 'd', 'a', 'e']],
	])('%s is understood: more patterns that occur there or do not', (source, texts) => {
		for (const text of texts) expect(hits(source, text)).toBe(new RegExp(source, 'iu').test(text));
	});

	it.each([['^(?!a)b|c'], ['^(?!a(?!b))'], ['(?!a)'], ['^a(?!b)'], ['x(?=a)'], ['^(?!a']])(
		'%s is more than that, and refused',
		(source) => {
			expect(patternOf(source).problem).toBeDefined();
		},
	);

	it.each([
		['^有.*吗[?？]$', '有优惠吗？', true],
		['[\\u4e00-\\u9fa5]{2,4}', '优惠', true],
		['\\p{Script=Han}+', '优惠', true],
		['\\P{sc=Han}', '优惠', false],
		['^优惠\\s券$', '优惠\u3000券', true],
		['^[\\s\\d]+$', '1\u00a02\u3000', true],
		['^\\S+$', '优\u3000惠', false],
		['^td$', 'TD', true],
		['(?<name>a)b', 'ab', true],
		['^签到$', '我要签到', false],
		['[🍵☕]', '来一杯🍵', true],
		['\\/', 'a/b', true],
	])('%s on %s: %s', (source, text, expected) => {
		expect(hits(source, text)).toBe(expected);
	});

	it('agrees with JavaScript on patterns that both understand', () => {
		const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\s', '优', '(?:ab)');
		const part = fc
			.tuple(atom, fc.constantFrom('', '*', '+', '?', '{1,3}'))
			.map(([what, times]) => what + times);
		const source = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
		const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '优', ' ', '\u3000', '1') });
		fc.assert(
			fc.property(source, text, fc.boolean(), (middle, tried, isWhole) => {
				const pattern = isWhole ? `^${middle}$` : middle;
				expect(hits(pattern, tried)).toBe(new RegExp(pattern, 'iu').test(tried));
			}),
		);
	});

	it('is compiled once, however many messages it meets', () => {
		const first = patternOf('once(a|b)+');
		expect(patternOf('once(a|b)+')).toBe(first);
		for (let n = 0; n < 1_000; n++) patternOf(`other${n}`);
		expect(patternOf('once(a|b)+')).not.toBe(first);
	});

	it('lets no message through when it cannot be used', () => {
		const meta = { kind: 'text', openId: 'oA' } as Parameters<typeof passes>[1];
		const filters = { kinds: [], senders: [], textCondition: 'regex', text: '(?=a)a' } as const;
		expect(passes({ Content: 'a' }, meta, { ...filters, kinds: [], senders: [] })).toBe(false);
	});
});
