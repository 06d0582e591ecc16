import fc from 'fast-check';
import { checkCompliance } from '../../../nodes/WeChatActivity/engine/compliance/check';
import type { Finding } from '../../../nodes/shared/wording/finding';
import type { Plan } from '../../../nodes/WeChatActivity/engine/compliance/plan';
import { plainText } from '../../../nodes/shared/wording/plainText';
import { scanText } from '../../../nodes/shared/wording/scanText';
import { patternFinder } from '../../../nodes/shared/text/phrases';

/*
 * What was made linear, held against what it says in few words, on texts as people write them.
 */

const made = (words: readonly string[], most: number) =>
	fc.array(fc.constantFrom(...words), { maxLength: most }).map((parts) => parts.join(''));

describe('fault 1.9: nothing changes for ordinary texts', () => {
	it('what a text of many sentences breaks is what its sentences break, the gravest first', () => {
		const sentence = made(
			[
				...[
					'转发',
					'分享',
					'朋友圈',
					'关注',
					'点赞',
					'邀请好友',
					'集卡',
					'拉票',
					'小学生',
					'身份证',
				],
				...[
					'无需',
					'不影响',
					'自愿',
					'欢迎',
					'即可',
					'抽奖',
					'奖品',
					'机会',
					'必须',
					'截图',
					'你的故事',
				],
				...['，', ' ', '参加', '活动', '领取', '才能', '多一次', '不', '100%中奖', 'https://a.cn'],
			],
			8,
		).map((text) => `奖品${text}。`);
		const isGraver = (one: Finding, other?: Finding) =>
			!other || (one.severity === 'block' && other.severity === 'warn');
		fc.assert(
			fc.property(fc.array(sentence, { maxLength: 5 }), (sentences) => {
				const gravest = new Map<string, Finding>();
				for (const finding of sentences.flatMap((text) => scanText(plainText(text)))) {
					if (isGraver(finding, gravest.get(finding.id))) gravest.set(finding.id, finding);
				}
				const found = scanText(plainText(sentences.join('')));
				expect(new Map(found.map((finding) => [finding.id, finding]))).toEqual(gravest);
			}),
			{ numRuns: 2_000 },
		);
	});

	it('the largest amount of a text is the one that a plain pattern finds', () => {
		const plain = /(\d[\d,，]*(?:\.\d+)?)\s*(?:(万)(?!\s*份)|元|块钱|人民币|RMB|CNY)/giu;
		const largest = (text: string): number =>
			Math.max(
				0,
				...text
					.split('。')
					.flatMap((sentence) => [...sentence.matchAll(plain)])
					.map(
						([, digits = '', wan]) =>
							Number(digits.replace(/[,，]/g, '')) * (wan ? 10_000 : 1) * 100,
					),
			);
		const text = made(
			[...['1', '50', '000', ',', '，', '.', '万', ' ', '元', '块钱', 'CNY', '。', '份', '奖']],
			20,
		);
		const plan: Plan = {
			kind: 'lottery',
			text: '',
			organiser: '',
			contact: '',
			conditions: '',
			claim: '',
			drawMethod: '',
			prizes: [],
			recordYears: 2,
			now: 0,
		};
		fc.assert(
			fc.property(text, (amounts) => {
				// Nobody writes a number like this, and the two read it in two ways.
				fc.pre(!/\.\d+[,，.]/.test(amounts));
				// Every amount stands beside a prize.
				const sentence = amounts.replace(/。/g, '。奖').slice(0, 20);
				const most = largest(plainText(`奖${sentence}`));
				const { findings } = checkCompliance({ ...plan, text: `奖${sentence}` });
				// What is only like a breach is a warning; the amounts are a rule.
				const finding = findings.find(
					({ id, severity }) => id === 'prize-too-valuable' && severity === 'block',
				);
				expect(finding?.found).toBe(most > 5_000_000 ? `${most / 100} 元` : undefined);
			}),
			{ numRuns: 3_000 },
		);
	});

	it('phrases in parts are found where a pattern with room between the parts finds them', () => {
		const text = made(['退', '款', '怎么', '券', '领', '的', '一', '二'], 25);
		const parts = fc.array(fc.constantFrom('退', '款', '怎么', '券', '领'), {
			minLength: 1,
			maxLength: 3,
		});
		fc.assert(
			fc.property(text, parts, (message, pattern) => {
				const hits = patternFinder([pattern])(message).map(({ start }) => start);
				// The nearest place of each part counts, so the room is looked at part by part.
				const isAt = (from: number): boolean => {
					let end = from + (pattern[0] ?? '').length;
					for (const part of pattern.slice(1)) {
						const next = message.indexOf(part, end);
						if (next < 0 || next - end > 6) return false;
						end = next + part.length;
					}
					return true;
				};
				const expected = [...message.matchAll(new RegExp(`(?=${pattern[0] ?? ''})`, 'g'))]
					.map(({ index }) => index)
					.filter(isAt);
				expect([...hits].sort((a, b) => a - b)).toEqual(expected);
			}),
			{ numRuns: 2_000 },
		);
	});
});
