import fc from 'fast-check';
import { cutText, LONGEST_TEXT } from '../../../nodes/shared/text/longest';
import { normalise, stripParticles, toQuestionText } from '../../../nodes/shared/text/normalise';

/** What `stripParticles` does in a few words; as a pattern it takes the square of the length. */
const ENDINGS =
	/(?:谢谢你|谢谢您|谢谢|多谢|谢了|(?<![怎什多这那要])么|[吗嘛呢吧啊呀哦噢喔哈呗啦哟诶嗯咯哇])+(?=[^\p{L}\p{N}]|$)/gu;

const WORDS = [
	...['谢谢你', '谢谢您', '谢谢', '多谢', '谢了', '谢', '么', '什么', '怎么', '要么', '这么'],
	...['吗', '嘛', '呢', '吧', '啊', '哈', '啦', '嗯', '你', '了', '优惠券', '酒吧', '发货', '在'],
	...['，', '。', '？', '！', ' ', '\n', '~', 'a', 'OK', '12', '😀', '𠮷', 'é', '[微笑]'],
];

const ordinary = fc
	.array(fc.constantFrom(...WORDS), { maxLength: 30 })
	.map((words) => words.join(''));

const clause = ordinary.map((text) => `在${text}`);

describe('fault 1.9: nothing changes for ordinary texts', () => {
	it('particles and thanks are found where the pattern finds them', () => {
		fc.assert(
			fc.property(clause, (text) => {
				expect(stripParticles(text)).toBe(text.replace(ENDINGS, ''));
			}),
			{ numRuns: 5_000 },
		);
	});

	it('a text as long as WeChat takes is compared whole', () => {
		const most = fc.string({ unit: 'binary', maxLength: LONGEST_TEXT / 2 });
		fc.assert(
			fc.property(most, (text) => {
				expect(cutText(text)).toBe(text);
			}),
		);
		expect(normalise('优'.repeat(LONGEST_TEXT - 2) + 'ＡB')).toMatch(/优ab$/);
	});

	it('marks on a letter stay, as many as any writing has', () => {
		expect(normalise('e\u0301')).toBe('\u00e9');
		expect(normalise(`a${'\u0489'.repeat(30)}`)).toBe(`a${'\u0489'.repeat(30)}`);
	});
});

describe('fault 1.9: a text that is longer than WeChat takes', () => {
	it('is cut, and no character is cut in two', () => {
		expect(cutText('啊'.repeat(16_000))).toBe('啊'.repeat(LONGEST_TEXT));
		expect(cutText(`a${'😀'.repeat(2_000)}`)).toBe(`a${'😀'.repeat(LONGEST_TEXT / 2 - 1)}`);
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, longest) => {
				const cut = cutText(text, longest);
				expect(text.startsWith(cut)).toBe(true);
				expect(cut.length).toBeLessThanOrEqual(longest);
				expect(cut.length).toBeGreaterThanOrEqual(Math.min(text.length, longest) - 1);
				expect(cut).not.toMatch(/\p{Cs}/u);
			}),
		);
	});

	it.each([
		['particles, then a letter', `${'啊'.repeat(16_000)}x`],
		['a million digits', '7'.repeat(1_000_000)],
		['a character that becomes eighteen', '\ufdfa'.repeat(200_000)],
	])('%s: no more than the limit reaches the engines', (_, text) => {
		expect(normalise(text).length).toBeLessThanOrEqual(LONGEST_TEXT);
		expect(toQuestionText(text).length).toBeLessThanOrEqual(LONGEST_TEXT);
	});

	it('is treated like its beginning', () => {
		expect(toQuestionText(`优惠券怎么领${'啊'.repeat(100_000)}`)).toBe('优惠券怎么领');
	});
});
