/* eslint-disable no-console */
import type { ScriptedModel } from '../lib/model';
import { useSystem } from '../lib/useSystem';
import { APPOINTMENTS } from './appointments';
import { startAssistant } from './assistant';
import { Month } from './month';
import { linesOf, reportOf, type Report } from './report';

const FOLLOWERS = 200;
const DAYS = 30;
const HOUR_MS = 3_600_000;

describe('a month of 200 followers', () => {
	let model: ScriptedModel;
	let month: Month;
	let report: Report;

	const system = useSystem(async (n8n) => {
		const assistant = await startAssistant(n8n);
		({ model } = assistant);
		return { credentials: assistant.credentials };
	});

	beforeAll(async () => {
		month = new Month(system.app, {
			followers: FOLLOWERS,
			days: DAYS,
			seed: 20261130,
			appointments: APPOINTMENTS,
		});
		await month.prepare();
		await month.play();
		await system.app.settled();
		report = await reportOf(system.app, month);
		console.log(linesOf(report).join('\n'));
	}, HOUR_MS);
	afterAll(async () => {
		await model.close();
	});

	it('leaves nobody without an answer, and answers nobody twice', () => {
		expect(month.conversation.spoken.length).toBeGreaterThan(400);
		const unheard = month.conversation.spoken.filter(({ read }) => read.length === 0);
		expect(unheard.map(({ openId, text }) => `${openId} ${text}`)).toEqual([]);
		const twice = month.conversation.spoken.filter(
			({ read }) => new Set(read).size !== read.length,
		);
		expect(twice.map(({ openId, text, read }) => `${openId} ${text}: ${read.join(' | ')}`)).toEqual(
			[],
		);
		const apologies = [...system.app.simulator.platform.state.followers.values()].filter(
			({ apologies: count }) => count > 0,
		);
		expect(apologies.map(({ openId }) => openId)).toEqual([]);
	});

	it('answers most questions by itself, in time', () => {
		expect(report.coverage).toBeGreaterThanOrEqual(0.8);
		for (const { milliseconds, deliveries } of month.conversation.spoken) {
			expect(milliseconds / deliveries).toBeLessThan(5_000);
		}
	});

	it('answers the comments, each once: a person the unhappy ones, at once the others', async () => {
		const { comments } = month.articles;
		expect(comments.length).toBeGreaterThan(50);
		const rows = await system.app.rows('wechat_comments');
		expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
		const answers = system.app.simulator.platform.journal.filter(
			// WeChat takes one reply; what is sent twice by two runs is refused, and nobody reads it.
			({ path, errcode }) => path === '/cgi-bin/comment/reply/add' && errcode === 0,
		);
		const answered = answers.map(({ body }) =>
			JSON.stringify(body).replace(/"content":"[^"]*"/, ''),
		);
		expect(new Set(answered).size).toBe(answered.length);
		const unhappy = rows.filter(({ sentiment }) => sentiment === 'negative');
		expect(unhappy.length).toBeGreaterThan(0);
		expect(unhappy.filter(({ answeredBy }) => answeredBy === 'auto')).toEqual([]);
		expect(report.fastReplies).toBeGreaterThan(0.8);
	});

	it('remembers everyone who is there, and nobody who has left', async () => {
		const gone = new Set(
			month.cast
				.filter(({ joins, leaves = DAYS }) => leaves < DAYS && joins < leaves)
				.map(({ openId }) => openId),
		);
		expect(gone.size).toBeGreaterThan(0);
		const contacts = await system.app.rows('wechat_contacts');
		const interactions = await system.app.rows('wechat_interactions');
		for (const { openId } of [...contacts, ...interactions]) expect(gone).not.toContain(openId);
		const keys = interactions.map(({ key }) => key);
		expect(new Set(keys).size).toBe(keys.length);
	});

	it('has winners with proof, segments that became tags, and somebody who came back', async () => {
		expect(report.winners.instant).toBeLessThanOrEqual(report.winners.prizes);
		expect(report.proofs).toBeGreaterThan(0);
		expect(report.participation).toBeGreaterThan(0.2);
		const { state } = system.app.simulator.platform;
		const segments = await system.app.rows('wechat_segments');
		expect(segments.length).toBeGreaterThan(100);
		const names = new Map([...state.tags.values()].map(({ id, name }) => [id, name]));
		const tagged = [...state.followers.values()].filter(({ tagIds }) =>
			tagIds.some((id) => ['高价值', '潜在', '沉默', '流失'].includes(names.get(id) ?? '')),
		);
		expect(tagged.length).toBeGreaterThan(100);
	});

	it('had no run that failed', async () => {
		expect(await system.app.failures()).toEqual([]);
	});
});
