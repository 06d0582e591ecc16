import fc from 'fast-check';
import { Book } from '../../../../nodes/WeChatActivity/engine/book';
import { Choices } from '../../../../nodes/shared/commands/choices';
import { leaderboard } from '../../../../nodes/WeChatActivity/engine/leaderboard/leaderboard';
import { rank } from '../../../../nodes/WeChatActivity/engine/leaderboard/rank';
import { fill, mask } from '../../../../nodes/WeChatActivity/engine/reply';
import { readRows, toStored } from '../../../../nodes/WeChatActivity/engine/row';
import { score } from '../../../../nodes/WeChatActivity/engine/submission/score';
import { review } from '../../../../nodes/WeChatActivity/engine/submission/review';
import {
	submit,
	type SubmissionRules,
} from '../../../../nodes/WeChatActivity/engine/submission/submission';
import {
	castVote,
	tally,
	tallyText,
	type VoteRules,
} from '../../../../nodes/WeChatActivity/engine/vote/vote';
import { A, at, disturbed, event, reread, run, totals } from './helpers';

describe('a vote', () => {
	const rules: VoteRules = {
		choices: new Choices(['春', '夏', '秋']),
		mode: 'once',
		votesPerDay: 2,
		points: 5,
		hidesResults: false,
	};
	const play = (mode: VoteRules['mode'], votes: Array<[string, string]>) =>
		run(
			votes.map(([time, text], n) => event(`m${n}`, time, text)),
			(book, one) => castVote(book, A, one, { ...rules, mode }),
		);
	const votes: Array<[string, string]> = [
		['2026-11-01 09:00', 'A'],
		['2026-11-01 10:00', '夏'],
		['2026-11-01 11:00', '③'],
		['2026-11-02 09:00', 'C'],
	];

	it.each([
		['once', ['voted', 'alreadyVoted', 'alreadyVoted', 'alreadyVoted'], [1, 0, 0]],
		['change', ['voted', 'changed', 'changed', 'changed'], [0, 0, 1]],
		['daily', ['voted', 'voted', 'quotaUsed', 'voted'], [1, 1, 1]],
	] as const)('counts %s', (mode, statuses, counts) => {
		const { steps, book } = play(mode, votes);
		expect(steps.map(({ status }) => status)).toEqual(statuses);
		const result = tally(book, A, { ...rules, mode });
		expect(result.choices.map((choice) => choice.votes)).toEqual(counts);
		expect(totals(book)).toEqual({ oA: 5 });
	});

	it('asks again when no choice is meant, and is open in its time only', () => {
		const step = castVote(new Book(), A, event('m', '2026-11-01 09:00', '冬'), rules);
		expect(step).toMatchObject({
			status: 'notAChoice',
			rows: [],
			values: { choices: 'A. 春\nB. 夏\nC. 秋' },
		});
		const over = { ...rules, endsAt: at('2026-11-01 00:00') };
		expect(castVote(new Book(), A, event('m', '2026-11-01 09:00', 'A'), over).status).toBe(
			'closed',
		);
	});

	it('tells the result as text', () => {
		const { book } = play('daily', votes.slice(1));
		expect(tallyText(tally(book, A, { ...rules, mode: 'daily' }))).toBe(
			'秋：2 票（66.7%）\n夏：1 票（33.3%）\n春：0 票（0.0%）',
		);
	});

	it('comes to the same whatever the order and repetition', () => {
		const vote = fc.record({
			id: fc.nat(60),
			text: fc.constantFrom('A', 'B', 'C', 'x'),
			openId: fc.constantFrom('oA', 'oB', 'oC'),
		});
		fc.assert(
			fc.property(
				disturbed(fc.uniqueArray(vote, { maxLength: 25, selector: ({ id }) => id })),
				fc.constantFrom<VoteRules['mode']>('once', 'change', 'daily'),
				({ plain, mixed }, mode) => {
					const own = { ...rules, mode };
					const toEvent = ({ id, text, openId }: (typeof plain)[number]) => ({
						key: `m${id}`,
						openId,
						text,
						at: at('2026-11-01 09:00') + id * 3_600_000,
					});
					const cast = (list: typeof plain) =>
						run(list.map(toEvent), (book, one) => castVote(book, A, one, own)).book;
					const [first, second] = [cast(plain), cast(mixed)];
					expect(tally(reread(second), A, own)).toEqual(tally(first, A, own));
					expect(totals(second)).toEqual(totals(first));
				},
			),
		);
	});
});

describe('submissions', () => {
	const rules: SubmissionRules = {
		perPerson: 2,
		perDay: 0,
		minLength: 5,
		kinds: [],
		pointsPerApproval: 10,
	};
	const work = (text: string) => ({ kind: 'text', text, mediaId: '', url: '' });
	const hand = (book: Book, key: string, time: string, text = '我的旅行故事', openId = 'oA') => {
		const step = submit(book, A, event(key, time, text, openId), work(text), rules);
		step.rows.forEach((row) => book.add(row));
		return step;
	};

	it('are taken up to the limit, when there is something in them', () => {
		const book = new Book();
		expect(hand(book, '0', '2026-11-01 08:00', ' ').status).toBe('empty');
		expect(hand(book, '0', '2026-11-01 08:00', '太短').status).toBe('tooShort');
		expect(hand(book, '1', '2026-11-01 09:00')).toMatchObject({
			status: 'received',
			values: { number: 1 },
		});
		expect(hand(book, '1', '2026-11-01 09:00')).toMatchObject({ status: 'received', rows: [] });
		expect(hand(book, '2', '2026-11-01 10:00').values.number).toBe(2);
		expect(hand(book, '3', '2026-11-01 11:00').status).toBe('limitReached');
		const pictures = { ...rules, kinds: ['image'] };
		expect(
			submit(book, A, event('4', '2026-11-01 12:00'), work('我的旅行故事'), pictures).status,
		).toBe('wrongKind');
	});

	it('bring points when approved, the last review counts', () => {
		const book = new Book();
		const [row] = hand(book, '1', '2026-11-01 09:00').rows;
		const judge = (key: string, time: string, decision: 'approve' | 'reject', award?: number) => {
			const step = review(book, row!, { key, at: at(time) }, { decision, note: '', award }, rules);
			step.rows.forEach((added) => book.add(added));
			return step;
		};
		expect(judge('a', '2026-11-02 09:00', 'approve')).toMatchObject({
			status: 'approved',
			values: { balance: 10 },
		});
		expect(judge('b', '2026-11-03 09:00', 'reject')).toMatchObject({
			status: 'rejected',
			values: { balance: 0 },
		});
		expect(judge('c', '2026-11-04 09:00', 'approve', 30).values.balance).toBe(30);
		expect(totals(book)).toEqual({ oA: 30 });
	});

	it('are scored by a rubric, the mean of the judges', () => {
		const book = new Book();
		const [row] = hand(book, '1', '2026-11-01 09:00').rows;
		const rubric = [
			{ name: '创意', max: 10, weight: 3 },
			{ name: '文字', max: 5, weight: 1 },
		];
		const rate = (judge: string, key: string, scores: Record<string, number>) => {
			const step = score(book, row!, { key, at: at('2026-11-02 09:00') }, judge, scores, rubric);
			step.rows.forEach((added) => book.add(added));
			return step.values;
		};
		expect(rate('李', '1', { 创意: 10, 文字: 5 })).toMatchObject({ score: 100, judges: 1 });
		expect(rate('王', '1', { 创意: 5, 文字: 0 })).toMatchObject({
			judgeScore: 37.5,
			score: 68.75,
			judges: 2,
		});
		expect(rate('李', '2', { 创意: 0, 文字: 0 })).toMatchObject({ score: 18.75, judges: 2 });
	});

	it('come to the same whatever the order and repetition of submissions and of reviews', () => {
		const submission = fc.record({ id: fc.nat(20), openId: fc.constantFrom('oA', 'oB') });
		const verdict = fc.record({
			id: fc.nat(40),
			subject: fc.nat(20),
			decision: fc.constantFrom<'approve' | 'reject'>('approve', 'reject'),
		});
		fc.assert(
			fc.property(
				disturbed(fc.uniqueArray(submission, { maxLength: 8, selector: ({ id }) => id })),
				disturbed(fc.uniqueArray(verdict, { maxLength: 15, selector: ({ id }) => id })),
				(works, verdicts) => {
					const play = (handed: typeof works.plain, judged: typeof verdicts.plain) => {
						const book = new Book();
						const time = (id: number) => `2026-11-01 ${String(9 + (id % 10)).padStart(2, '0')}:00`;
						for (const { id, openId } of handed) hand(book, `s${id}`, time(id), undefined, openId);
						for (const { id, subject, decision } of judged) {
							const row = book.all().find(({ key }) => key.endsWith(`|submission|s${subject}`));
							if (!row) continue;
							const act = { key: `r${id}`, at: at('2026-11-02 09:00') + id };
							review(book, row, act, { decision, note: '' }, rules).rows.forEach((added) =>
								book.add(added),
							);
						}
						return totals(book);
					};
					expect(play(works.mixed, verdicts.mixed)).toEqual(play(works.plain, verdicts.plain));
				},
			),
		);
	});
});

describe('a leaderboard', () => {
	const row = (key: string, openId: string, points: number, time: string, ms = 0) => ({
		key,
		activityId: A,
		openId,
		type: 'quiz',
		points,
		data: { ms },
		at: at(time),
	});

	it('ranks by points, then by time taken, then by who reached them first', () => {
		const book = new Book([
			row('1', 'oSlow', 10, '2026-11-01 09:00', 9_000),
			row('2', 'oQuick', 10, '2026-11-01 10:00', 5_000),
			row('3', 'oLate', 10, '2026-11-01 11:00', 5_000),
			row('3', 'oLate', 10, '2026-11-01 11:00', 5_000),
			row('4', 'oBest', 6, '2026-11-01 12:00'),
			row('5', 'oBest', 6, '2026-11-01 13:00'),
			row('6', 'oNone', 0, '2026-11-01 08:00'),
		]);
		const ranking = leaderboard(book, A, { types: [] });
		expect(ranking.map(({ openId }) => openId)).toEqual(['oBest', 'oQuick', 'oLate', 'oSlow']);
		expect(ranking[0]).toMatchObject({ rank: 1, score: 12, reachedAt: '2026-11-01T05:00:00.000Z' });
		const early = leaderboard(book, A, { types: ['quiz'], to: at('2026-11-01 12:30') });
		expect(early.map(({ openId }) => openId)).toEqual(['oQuick', 'oLate', 'oSlow', 'oBest']);
		expect(leaderboard(book, A, { types: ['vote'] })).toEqual([]);
	});

	it('does not depend on the order given', () => {
		const contender = fc.record({
			openId: fc.string({ minLength: 1 }),
			score: fc.nat(3),
			ms: fc.nat(2),
			reachedAt: fc.nat(2),
		});
		const contenders = fc.uniqueArray(contender, {
			selector: ({ openId }) => openId,
			maxLength: 20,
		});
		fc.assert(
			fc.property(disturbed(contenders), ({ plain, mixed }) => {
				expect(rank(mixed.slice(0, plain.length))).toEqual(rank(plain));
			}),
		);
	});

	it('masks OpenIDs', () => {
		expect(mask('oABCD1234567890wxyz')).toBe('oABC****wxyz');
		expect(mask('oA')).toBe('o***');
	});
});

describe('rows', () => {
	it('come back from a table as they went in', () => {
		const row = {
			key: 'k',
			activityId: A,
			openId: 'oA',
			type: 'quiz',
			points: 2,
			data: { ms: 5 },
			at: at('2026-11-01 09:00'),
		};
		expect(readRows([{ ...toStored(row), id: 7, createdAt: 'x' }])).toEqual([row]);
	});

	it.each([
		[{ data: 'no json' }, /\[Row 1\] 'data' is not a JSON object/],
		[{ at: 'yesterday' }, /\[Row 1\] 'at' is not a time: "yesterday"/],
		[{ points: 'many' }, /\[Row 1\] 'points' is not a number/],
		[{ key: '' }, /\[Row 1\] 'key' is missing/],
	])('are refused where a column cannot be read: %j', (broken, message) => {
		const sound = {
			key: 'k',
			activityId: A,
			openId: 'oA',
			type: 'quiz',
			points: 2,
			data: '{}',
			at: '2026-11-01 09:00',
		};
		expect(() => readRows([{ ...sound, ...broken }])).toThrow(message);
	});

	it('count once a key: the earliest, whatever order they are read in', () => {
		const twins = [3, 1, 2].map((hour) => ({
			key: 'k',
			activityId: A,
			openId: 'oA',
			type: 'points',
			points: hour,
			data: {},
			at: at(`2026-11-01 0${hour}:00`),
		}));
		expect(totals(new Book(twins))).toEqual({ oA: 1 });
		expect(totals(new Book([...twins].reverse()))).toEqual({ oA: 1 });
	});
});

describe('replies', () => {
	it('fill placeholders in, and name one that nothing is known for', () => {
		expect(fill('{points} 分 {unknown-thing}', { points: 3 }, 'Added')).toBe(
			'3 分 {unknown-thing}',
		);
		expect(() => fill('{pionts}', { points: 3 }, 'Added')).toThrow(/'Added' uses {pionts}/);
	});
});
