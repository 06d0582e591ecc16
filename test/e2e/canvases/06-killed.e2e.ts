import { openStage, until, type Stage } from '../lib/canvas';
import { bankOf, Contestant, type Bank } from '../lib/contestant';
import { MortalN8n } from '../lib/mortal';
import { pause } from '../lib/n8n';

const HOUR_MS = 3_600_000;
const LIMIT = 240_000;
/** How long a player waits for an answer before asking for the quiz again. */
const PATIENCE_MS = 4_000;
const FULL_SCORE = 4;

describe('06: n8n is killed in the middle', () => {
	let n8n: MortalN8n;
	let stage: Awaited<ReturnType<typeof openStage>>;
	let bank: Bank = new Map();

	beforeAll(async () => {
		n8n = await MortalN8n.start();
		stage = await openStage('06', 'zh', { client: n8n.client });
		await stage.say('oEarly', '答题');
		const at = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
		const times = { startsAt: at(-1), endsAt: at(24), repeats: '' };
		await stage.write('plans', { key: 'weekly-quiz', organiser: '示例小店', ...times });
		await stage.run('hand');
		bank = await bankOf(stage);
	}, LIMIT);

	afterAll(async () => {
		await stage.close();
		await n8n.end();
	}, LIMIT);

	/** Somebody who knows everything, and asks again when no answer comes; the codes that were read. */
	async function play(openId: string): Promise<Set<string>> {
		const player = new Contestant(stage, openId, bank);
		const { inbox } = stage.simulator.platform.state.addFollower(openId);
		const ask = async (text: string): Promise<string | undefined> => {
			const before = inbox.length;
			await stage.push({ FromUserName: openId, MsgType: 'text', Content: text });
			if (inbox.length === before) await pause(PATIENCE_MS);
			const answer = inbox.at(-1)?.content as { content: string } | undefined;
			return inbox.length > before ? answer?.content : undefined;
		};
		let last = await ask('答题');
		while (!last?.includes('兑换码')) {
			const hasQuestion = last !== undefined && player.questionIn(last) !== undefined;
			last = await ask(hasQuestion ? player.answerTo(last ?? '', true) : '答题');
		}
		await ask('答题');
		const codes = JSON.stringify(inbox).match(/兑换码：\w{5}-\w{5}/g) ?? [];
		return new Set(codes);
	}

	/** Plays, kills when it is time, and looks at what everybody has in the end. */
	async function killedWhen(names: string[], isTime: (of: Stage) => Promise<boolean>) {
		const games = Promise.all(names.map(play));
		await until('it is time', async () => ((await isTime(stage)) ? true : undefined), LIMIT);
		await n8n.dieAndRise();
		const codes = await games;
		expect(codes.map(({ size }) => size)).toEqual(names.map(() => 1));
		const rows = await stage.rows('activity_rows');
		const won = await stage.rows('prizes_won');
		for (const name of names) {
			const own = rows.filter(({ openId }) => openId === name);
			expect(new Set(own.map(({ key }) => key)).size).toBe(own.length);
			expect(own.reduce((sum, { points }) => sum + Number(points), 0)).toBe(FULL_SCORE);
			expect(won.filter(({ openId }) => openId === name)).toHaveLength(1);
		}
		const claimed = (await stage.rows('tickets')).filter(({ state }) => state === 'claimed');
		expect(claimed).toHaveLength(won.length);
		expect(new Set(claimed.map(({ claimKey }) => claimKey)).size).toBe(claimed.length);
	}

	it(
		'while eight are answering: each answer counts once, each has one prize',
		async () => {
			const names = [...Array(8).keys()].map((number) => `oMiddle${number}`);
			await killedWhen(names, async ({ rows }) => (await rows('activity_rows')).length >= 12);
		},
		LIMIT,
	);

	it(
		'while prizes are given: no ticket is lost, and none given twice',
		async () => {
			const before = (await stage.rows('prizes_won')).length;
			const names = [...Array(6).keys()].map((number) => `oEnd${number}`);
			await killedWhen(names, async ({ rows }) => (await rows('prizes_won')).length > before);
		},
		LIMIT,
	);
});
