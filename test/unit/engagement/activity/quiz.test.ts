import fc from 'fast-check';
import { Book } from '../../../../nodes/WeChatActivity/engine/book';
import { Choices } from '../../../../nodes/shared/commands/choices';
import { readBank } from '../../../../nodes/WeChatActivity/engine/quiz/bank';
import { handleMessage, speechOf } from '../../../../nodes/WeChatActivity/engine/quiz/quiz';
import type { QuizRules } from '../../../../nodes/WeChatActivity/engine/quiz/attempt';
import { quizResult } from '../../../../nodes/WeChatActivity/engine/quiz/result';
import type { ActivityEvent } from '../../../../nodes/WeChatActivity/engine/step';
import { A, at, disturbed, event, reread, run, totals } from './helpers';

const capital = {
	id: 'q1',
	question: '首都？',
	options: '北京|上海|广州',
	answer: 'A',
	points: 2,
	explanation: '北京是首都。',
};
const sum = {
	id: 'q2',
	question: '1+1=?',
	optionA: '1',
	optionB: '2',
	optionC: '3',
	answer: '2',
	points: 3,
};
const questions = [
	capital,
	sum,
	{ id: 'q3', question: '公司成立于哪一年？', answer: '1998|1998年' },
];

const rules: QuizRules = {
	bank: readBank(questions),
	startWords: ['答题', 'QUIZ_START'],
	questionCount: 0,
	secondsPerQuestion: 0,
	attempts: 1,
	shufflesQuestions: false,
	shufflesOptions: false,
	seed: 's',
};

const say = (key: string, time: string, text: string, openId = 'oA') =>
	event(key, time, text, openId);
const applyWith = (own: Partial<QuizRules>) => (book: Book, one: ActivityEvent) =>
	handleMessage(book, A, one, { ...rules, ...own }, [{ name: '大奖', minPoints: 6 }]);
const apply = applyWith({});

const PLAYED = [
	say('1', '2026-11-01 09:00', '答题'),
	say('2', '2026-11-01 09:01', 'Ａ'),
	say('3', '2026-11-01 09:02', '③'),
	say('4', '2026-11-01 09:05', '1998年'),
];

describe('a quiz in chat', () => {
	it('starts, judges, asks on and gives the result', () => {
		const { steps, book } = run(PLAYED, apply);
		expect(steps.map(({ status, outcome }) => [status, outcome])).toEqual([
			['asking', 'started'],
			['asking', 'right'],
			['asking', 'wrong'],
			['finished', 'right'],
		]);
		expect(steps[0]?.values).toMatchObject({
			number: 1,
			count: 3,
			question: '首都？',
			options: 'A. 北京\nB. 上海\nC. 广州',
		});
		expect(steps[1]?.values).toMatchObject({
			points: 2,
			answer: 'A. 北京',
			explanation: '北京是首都。',
		});
		expect(steps[3]?.values).toMatchObject({ score: 3, correct: 2, seconds: 300, tier: '' });
		expect(totals(book)).toEqual({ oA: 3 });
		expect(steps.map(speechOf)).toEqual([
			['started', 'asking'],
			['right', 'asking'],
			['wrong', 'asking'],
			['right', 'finished'],
		]);
	});

	it('gives the same answer to a message that is delivered again', () => {
		const { book, steps } = run(PLAYED, apply);
		const again = PLAYED.map((one) => apply(book, one));
		expect(again).toEqual(steps.map((step) => ({ ...step, rows: [] })));
	});

	it('resumes after days, and allows one attempt', () => {
		const { steps } = run(
			[
				...PLAYED.slice(0, 2),
				say('5', '2026-11-09 09:00', '答题'),
				say('6', '2026-11-09 09:01', '2'),
				say('7', '2026-11-09 09:02', '一九九八'),
				say('8', '2026-11-09 09:03', '答题'),
			],
			apply,
		);
		expect(steps.slice(2).map(({ outcome }) => outcome)).toEqual([
			'resumed',
			'right',
			'wrong',
			'alreadyFinished',
		]);
		expect(steps[2]?.values).toMatchObject({ number: 2, question: '1+1=?' });
	});

	it('counts an answer after the time limit as wrong and goes on', () => {
		const { steps } = run(
			[
				say('1', '2026-11-01 09:00', '答题'),
				say('2', '2026-11-01 09:01', 'A'),
				say('3', '2026-11-01 09:02', '答题'),
			],
			applyWith({ secondsPerQuestion: 30 }),
		);
		expect(steps[1]).toMatchObject({
			outcome: 'timeUp',
			values: { points: 0, number: 2, score: 0 },
		});
		expect(steps[2]).toMatchObject({ outcome: 'timeUp', values: { number: 3 } });
	});

	it('leaves other messages to the rest of the flow', () => {
		const choicesOnly = applyWith({ bank: readBank(questions.slice(0, 2)) });
		const book = new Book();
		expect(choicesOnly(book, say('0', '2026-11-01 08:00', '你好'))).toMatchObject({
			handled: false,
			rows: [],
		});
		const { steps } = run(
			PLAYED.slice(0, 1).concat(say('2', '2026-11-01 09:01', '稍等')),
			choicesOnly,
			book,
		);
		expect(steps[1]).toMatchObject({
			status: 'asking',
			outcome: 'notAnAnswer',
			handled: true,
			rows: [],
		});
	});

	describe('who leaves it and comes back later', () => {
		const inWords = applyWith({ bank: readBank(questions.slice(2)) });
		const later = say('2', '2026-11-01 09:11', '你们几点关门');

		it('is heard by the rest of the flow, whatever the question is', () => {
			for (const one of [apply, inWords]) {
				const { steps } = run([...PLAYED.slice(0, 1), later], one);
				expect(steps[1]).toMatchObject({ outcome: 'notStarted', handled: false });
			}
			const soon = say('2', '2026-11-01 09:10', '1997');
			expect(run([...PLAYED.slice(0, 1), soon], inWords).steps[1]).toMatchObject({
				outcome: 'wrong',
				handled: true,
			});
		});

		it('goes on by a choice at any time, and with words once the quiz was called again', () => {
			const next = say('3', '2026-11-02 09:00', 'B');
			const { steps } = run([...PLAYED.slice(0, 1), later, next], apply);
			expect(steps[2]).toMatchObject({ outcome: 'wrong', handled: true });
			const back = [say('3', '2026-11-02 09:00', '答题'), say('4', '2026-11-02 09:01', '1998')];
			const resumed = run([...PLAYED.slice(0, 1), later, ...back], inWords);
			expect(resumed.steps.slice(2).map(({ outcome }) => outcome)).toEqual(['resumed', 'right']);
		});

		it('hears nothing of a quiz that is over meanwhile', () => {
			const limited = applyWith({ endsAt: at('2026-11-01 09:05') });
			const { steps } = run([...PLAYED.slice(0, 1), later], limited);
			expect(steps[1]).toMatchObject({ status: 'notStarted', handled: false });
		});
	});

	it('is open only in its time, also for those who have started', () => {
		const limited = applyWith({ startsAt: at('2026-11-01 09:00'), endsAt: at('2026-11-01 09:02') });
		const { steps } = run([say('0', '2026-11-01 08:00', '答题'), ...PLAYED], limited);
		expect(steps.map(({ status }) => status)).toEqual([
			'notOpen',
			'asking',
			'asking',
			'closed',
			'closed',
		]);
	});

	it('counts the best of several attempts', () => {
		const { steps, book } = run(
			[...PLAYED, say('5', '2026-11-02 09:00', '答题'), say('6', '2026-11-02 09:01', 'B')],
			applyWith({ attempts: 2 }),
		);
		expect(steps[5]?.values).toMatchObject({ score: 3, attemptsUsed: 2 });
		expect(totals(book)).toEqual({ oA: 3 });
	});

	it('shuffles questions and choices by person, always in the same way', () => {
		const many = readBank(
			Array.from({ length: 20 }, (_, n) => ({
				id: `q${n}`,
				question: `${n}`,
				options: '甲|乙|丙|丁',
				answer: '丙',
			})),
		);
		const shuffled = applyWith({
			bank: many,
			questionCount: 5,
			shufflesQuestions: true,
			shufflesOptions: true,
		});
		const play = (openId: string) =>
			shuffled(new Book(), say('1', '2026-11-01 09:00', '答题', openId));
		expect(play('oA').values).toEqual(play('oA').values);
		expect(play('oA').values.count).toBe(5);
		const seen = new Set(
			['oA', 'oB', 'oC', 'oD', 'oE', 'oF'].map((id) => play(id).values.question),
		);
		expect(seen.size).toBeGreaterThan(3);
		const right = run(
			[say('1', '2026-11-01 09:00', '答题'), say('2', '2026-11-01 09:01', '丙')],
			shuffled,
		);
		expect(right.steps[1]?.outcome).toBe('right');
	});

	it('refuses a row that names a question which is gone', () => {
		const { book } = run(PLAYED.slice(0, 1), apply);
		expect(() =>
			applyWith({ bank: readBank(questions.slice(1)) })(book, PLAYED[1] ?? PLAYED[0]!),
		).toThrow(/'data' names the question "q1"/);
	});

	it('ranks by score, time and finish, and tells how questions went', () => {
		const players = ['oA', 'oB', 'oC'];
		const all = players.flatMap((openId, n) =>
			PLAYED.map((one) => ({ ...one, openId, key: `${openId}${one.key}`, at: one.at + n * 1_000 })),
		);
		const quick = all.map((one) => (one.key === 'oC4' ? { ...one, at: one.at - 60_000 } : one));
		const { book } = run(quick, apply);
		const result = quizResult(reread(book), A, rules);
		expect(result.ranking.map(({ openId }) => openId)).toEqual(['oC', 'oA', 'oB']);
		expect(result.ranking[0]?.name).toBe('o***');
		expect(result).toMatchObject({ participants: 3, finished: 3 });
		expect(result.questions[1]).toMatchObject({ id: 'q2', answers: 3, right: 0, medianMs: 60_000 });
	});

	it('comes to the same whatever the order and repetition of messages', () => {
		const message = fc.record({
			id: fc.integer({ min: 0, max: 40 }),
			text: fc.constantFrom('答题', 'A', 'B', '2', '1998', '选C', '哈哈'),
			openId: fc.constantFrom('oA', 'oB'),
		});
		const messages = fc.uniqueArray(message, { maxLength: 20, selector: ({ id }) => id });
		const options = fc.record({
			attempts: fc.integer({ min: 1, max: 3 }),
			secondsPerQuestion: fc.constantFrom(0, 120),
			shufflesQuestions: fc.boolean(),
			shufflesOptions: fc.boolean(),
		});
		fc.assert(
			fc.property(disturbed(messages), options, ({ plain, mixed }, own) => {
				const toEvent = ({ id, text, openId }: (typeof plain)[number]): ActivityEvent => ({
					key: `m${id}`,
					openId,
					at: at('2026-11-01 09:00') + id * 60_000,
					text,
				});
				const game = applyWith(own);
				const [first, second] = [run(plain.map(toEvent), game), run(mixed.map(toEvent), game)];
				const result = (book: Book) => quizResult(book, A, { ...rules, ...own });
				expect(result(reread(second.book))).toEqual(result(first.book));
				expect(totals(second.book)).toEqual(totals(first.book));
			}),
			{ numRuns: 300 },
		);
	});
});

describe('answers', () => {
	const choices = new Choices(['红色', '绿色', '蓝色']);

	it.each([
		['B', 1],
		['b', 1],
		['Ｂ', 1],
		['Ⓑ', 1],
		['2', 1],
		['②', 1],
		['２', 1],
		['2️⃣', 1],
		['B。', 1],
		['选B', 1],
		['我选 B', 1],
		['答案是B', 1],
		['第二个', 1],
		['绿色', 1],
		['綠色！', 1],
		['D', undefined],
		['4', undefined],
		['0', undefined],
		['', undefined],
		['绿', undefined],
		['BC', undefined],
	])('%s means choice %s', (text, position) => {
		expect(choices.find(text)).toBe(position);
	});

	it('takes numerals for digits', () => {
		const numerals = new Choices(['一', '二', '三百']);
		expect(['②', '二', '2', '第三个', 'C'].map((text) => numerals.find(text))).toEqual([
			1,
			1,
			1,
			undefined,
			2,
		]);
	});

	it('takes numbers as words where choices are numbers', () => {
		const numbers = new Choices(['1', '2', '4']);
		expect([numbers.find('2'), numbers.find('C'), numbers.find('3'), numbers.find('选4')]).toEqual([
			1,
			2,
			undefined,
			2,
		]);
	});
});

describe('a question bank', () => {
	it.each([
		[[{ ...capital, answer: 'D' }], /\[Question 1\] 'answer' is "D"/],
		[[capital, { ...sum, id: 'q1' }], /\[Question 2\] 'id' is "q1"/],
		[[{ ...capital, points: -2 }], /\[Question 1\] 'points' is -2/],
		[[{ ...capital, options: '一个' }], /\[Question 1\] 'options' has one choice/],
		[[{ ...capital, options: '甲|乙|甲' }], /'options' has the same choice twice/],
		[[{ id: 'q', question: 'x' }], /\[Question 1\] 'answer' is missing/],
		[[], /'Questions' is empty/],
	])('is refused where it cannot be played', (rows, message) => {
		expect(() => readBank(rows)).toThrow(message);
	});
});
