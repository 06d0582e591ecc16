import { Book } from '../../../nodes/WeChatActivity/engine/book';
import { checkCompliance } from '../../../nodes/WeChatActivity/engine/compliance/check';
import type { Plan } from '../../../nodes/WeChatActivity/engine/compliance/plan';
import { questionsFor } from '../../../nodes/WeChatActivity/engine/quiz/asking';
import { quizResult } from '../../../nodes/WeChatActivity/engine/quiz/result';
import { HitBook } from '../../../nodes/WeChatKeywordRouter/engine/hits';
import { readLibrary } from '../../../nodes/WeChatKeywordRouter/engine/library';
import { Router } from '../../../nodes/WeChatKeywordRouter/engine/router';
import { hotWords } from '../../../nodes/WeChatTextInsight/engine/hotWords';
import { checkReachability } from '../../../nodes/shared/message/reachability';
import { collectPages } from '../../../nodes/shared/transport/paging';
import { growthOf, MOST_GROWTH } from '../../harness/growth';
import { QUIZ } from '../../harness/hostileSubjects';

const MANY = 130_000;

/** The rows of people who each answered the one question. */
const answers = (people: number): Book =>
	new Book(
		[...Array(people).keys()].flatMap((person) => {
			const row = { activityId: 'a', openId: `o${person}`, type: 'quiz', points: 0 };
			const start = { act: 'start', questions: questionsFor('k', QUIZ) };
			return [
				{ ...row, key: `s${person}`, at: person, data: start },
				{ ...row, key: `a${person}`, at: person + 1, data: { act: 'answer', text: '杭州' } },
			];
		}),
	);

describe('section 6: the result of a quiz', () => {
	it('takes time in proportion to the answers', () => {
		const growth = growthOf((people) => {
			const book = answers(people);
			return () => quizResult(book, 'a', QUIZ);
		}, 3_000);
		expect(growth).toBeLessThanOrEqual(MOST_GROWTH);
	});
});

describe('whether a follower can be written to', () => {
	it('takes time in proportion to what they and the account wrote', () => {
		const growth = growthOf((size) => {
			const said = [...Array(size).keys()].map((at) => ({ kind: at % 2 ? 'sent' : 'text', at }));
			return () => checkReachability(said, size);
		}, 2_000);
		expect(growth).toBeLessThanOrEqual(MOST_GROWTH);
	});
});

describe('fault 2.7: lists longer than a call takes arguments', () => {
	it('a page of a list', async () => {
		const entries = [...Array(MANY).keys()];
		await expect(collectPages(async () => await Promise.resolve({ entries }))).resolves.toEqual(
			entries,
		);
	});

	it('answers that one person got from one keyword', () => {
		const library = readLibrary([{ keyword: '优惠券', reply: '在菜单里', cooldownMinutes: 10 }]);
		const [keyword] = library;
		if (!keyword) throw new Error('No keyword');
		const hits = [...Array(MANY).keys()].map((at) => ({
			key: `k${at}`,
			openId: 'o',
			at,
			text: '优惠券',
			status: 'matched',
			keywordId: keyword.id,
		}));
		const message = { key: 'now', openId: 'o', at: MANY, text: '优惠券' };
		expect(new HitBook(hits).cooling(message, keyword)).toBe(0);
		expect(new HitBook([]).cooling(message, keyword)).toBeUndefined();
	});

	it('sentences and amounts of the text of an activity', () => {
		const plan: Plan = {
			kind: 'lottery',
			text: '。奖品1元'.repeat(200_000),
			organiser: '',
			contact: '',
			conditions: '',
			claim: '',
			drawMethod: '',
			prizes: [],
			recordYears: 2,
			now: 0,
		};
		const { canStart, findings } = checkCompliance(plan);
		expect(canStart).toBe(false);
		expect(findings[0]).toMatchObject({ id: 'text-too-long', severity: 'block' });
		expect(checkCompliance({ ...plan, text: '奖品1元' }).findings).not.toContainEqual(
			expect.objectContaining({ id: 'text-too-long' }),
		);
	});

	it('keywords with one and the same variant', () => {
		const growth = growthOf((size) => {
			const rows = [...Array(size).keys()].map((key) => ({ key, keyword: '券' }));
			const library = readLibrary(rows);
			return () => new Router(library);
		}, 500);
		expect(growth).toBeLessThanOrEqual(MOST_GROWTH);
	});
});

describe('fault 1.9: hot words of long texts', () => {
	it('shows no more of each than it needs, and shows that it is cut', () => {
		const text = `${'优惠券很好用，'.repeat(50_000)}`;
		const [word] = hotWords([text, text, text]);
		expect(word?.examples).toHaveLength(3);
		expect(word?.examples[0]?.text).toMatch(/^优惠券很好用.{50,60}…$/);
	});

	it('a text of sixty emoji is shown whole, one of sixty-one is cut', () => {
		const shown = (emoji: string) =>
			hotWords(Array<string>(3).fill(`${emoji}优惠券`))[0]?.examples[0]?.text;
		expect(shown('😀'.repeat(57))).toBe(`${'😀'.repeat(57)}优惠券`);
		expect(shown('😀'.repeat(61))).toBe(`${'😀'.repeat(60)}…`);
	});
});
