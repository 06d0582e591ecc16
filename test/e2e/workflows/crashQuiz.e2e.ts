/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { startPlatform } from '../lib/platform';
import { MortalN8n } from '../lib/mortal';
import { until } from '../lib/n8n';
import { QuizPlayer } from '../lib/quizPlayer';
import { AccountSystem } from '../lib/system';

const MINUTE = 60_000;
const QUESTIONS = 5;

/** How long a player waits after the account is back before asking again. */
const PATIENCE = 10_000;

describe('06: n8n is killed in the middle', () => {
	let n8n: MortalN8n;
	let app: AccountSystem;
	let bank: Map<string, string>;
	/** When the leftovers had been answered, after the last kill. */
	let sweptAt = 0;

	beforeAll(async () => {
		n8n = await MortalN8n.start();
		app = await AccountSystem.open(n8n.client, await startPlatform());
		await app.install({ only: ['00', '01', '06'] });
		await app.run('06', 'Open the quiz by hand');
		bank = await QuizPlayer.bank(app);
	}, 150_000);

	afterAll(async () => {
		await app.close();
		await n8n.end();
	});

	/** A player who knows everything, and who asks again when no answer comes. */
	async function play(openId: string): Promise<{ said: number; unanswered: number }> {
		const { state } = app.simulator.platform;
		const { inbox } = state.addFollower(openId);
		const player = new QuizPlayer(app, openId, bank);
		const count = { said: 0, unanswered: 0 };
		const ask = async (text: string): Promise<string | undefined> => {
			const [before, askedAt] = [inbox.length, Date.now()];
			count.said += 1;
			await app.push({ FromUserName: openId, MsgType: 'text', Content: text });
			const isLost = () => askedAt < sweptAt && Date.now() > sweptAt + PATIENCE;
			const answer = await until(
				`${openId} reads an answer to ${text}`,
				async () => inbox[before] ?? (isLost() ? null : undefined),
				150_000,
			);
			if (answer) return (answer.content as { content: string }).content;
			count.unanswered += 1;
			return undefined;
		};
		let reply = await ask('答题');
		while (!reply?.includes('奖券号')) {
			const isQuestion = reply !== undefined && player.questionIn(reply) !== undefined;
			reply = await ask(isQuestion && reply ? player.letter(reply, true) : '答题');
		}
		return count;
	}

	async function playThrough(names: string[], what: string, isSo: () => Promise<boolean>) {
		sweptAt = 0;
		const games = Promise.all(names.map(play));
		await until(what, async () => (await isSo()) || undefined, 90_000);
		await n8n.dieAndRise();
		await app.advance(MINUTE);
		await app.run('06', 'Every minute');
		sweptAt = Date.now();
		const counts = await games;
		await app.settled();
		await app.advance(MINUTE);
		await app.run('06', 'Every minute');
		await app.settled();
		return counts;
	}

	/** Every answer counts once, everybody has one prize, and no message got two answers. */
	async function expectWhole(names: string[], counts: Array<{ said: number; unanswered: number }>) {
		const rows = await app.rows('wechat_activity_rows');
		const tickets = await app.rows('wechat_tickets');
		names.forEach((openId, position) => {
			const own = rows.filter((row) => row.openId === openId && row.type === 'quiz');
			const answers = own.filter(({ data }) => String(data).includes('"act":"answer"'));
			expect([openId, new Set(answers.map(({ key }) => key)).size]).toEqual([openId, QUESTIONS]);
			expect(own.reduce((sum, { points }) => sum + Number(points), 0)).toBe(50);
			expect(tickets.filter((ticket) => ticket.openId === openId)).toHaveLength(1);
			const { inbox = [] } = app.simulator.platform.state.followers.get(openId) ?? {};
			const { said = 0, unanswered = 0 } = counts[position] ?? {};
			expect([openId, inbox.length]).toEqual([openId, said - unanswered]);
		});
		const later = names.flatMap((openId) =>
			(app.simulator.platform.state.followers.get(openId)?.inbox ?? []).filter(
				({ via }) => via === 'customerService',
			),
		);
		const unanswered = counts.reduce((sum, count) => sum + count.unanswered, 0);
		process.stdout.write(
			`quiz killed: ${names.length} players, ${later.length} answers by a later message, ${unanswered} messages had to be repeated\n`,
		);
		expect(await app.rows('wechat_quiz_inbox')).toEqual([]);
	}

	it('while eight are answering', async () => {
		const names = [...Array(8).keys()].map((number) => `o_middle_${number}`);
		const counts = await playThrough(names, 'twenty turns are stored', async () => {
			return (await app.rows('wechat_activity_rows')).length >= 20;
		});
		await expectWhole(names, counts);
	}, 240_000);

	it('while prizes are being claimed', async () => {
		const names = [...Array(6).keys()].map((number) => `o_end_${number}`);
		const claimed = async () =>
			(await app.rows('wechat_tickets')).filter(({ state }) => state === 'claimed').length;
		const before = await claimed();
		const counts = await playThrough(names, 'two have a ticket', async () => {
			return (await claimed()) >= before + 2;
		});
		await expectWhole(names, counts);
	}, 240_000);
});
