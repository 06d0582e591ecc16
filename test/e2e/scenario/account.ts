/* eslint-disable no-console, @n8n/community-nodes/no-restricted-imports */
import { readFileSync } from 'node:fs';
import type { ScriptedModel } from '../lib/model';
import { useSystem, type Store } from '../lib/useSystem';
import { APPOINTMENTS } from './appointments';
import { startAssistant } from './assistant';
import { Month } from './month';
import { linesOf, reportOf, type Report } from './report';

const HOUR_MS = 3_600_000;

/** Length and size of a scenario, and what has to come of it at least. */
export interface Scenario {
	followers: number;
	days: number;
	seed: number;
	least: {
		messages: number;
		comments: number;
		tagged: number;
		proofs: number;
		participation: number;
	};
}

const tables = (): string[] =>
	[
		...readFileSync('workflows/postgres/schema.sql', 'utf8').matchAll(
			/CREATE TABLE IF NOT EXISTS "(\w+)"/g,
		),
	].map(([, name = '']) => name);

/** Plays a scenario with all workflows, and tells what has to hold afterwards. */
export function testAccount({ followers, days, seed, least }: Scenario, store: Store): void {
	let model: ScriptedModel;
	let month: Month;
	let report: Report;

	const system = useSystem(async (n8n) => {
		const assistant = await startAssistant(n8n);
		({ model } = assistant);
		return { credentials: assistant.credentials };
	}, store);

	beforeAll(async () => {
		const options = { followers, days, seed, appointments: APPOINTMENTS };
		month = new Month(system.app, options);
		await month.prepare();
		await month.play();
		await system.app.settled();
		report = await reportOf(system.app, month);
		console.log([`${followers} followers, ${days} days, ${store}`, ...linesOf(report)].join('\n'));
	}, 2 * HOUR_MS);
	afterAll(async () => {
		await model.close();
	});

	const heardByStaff = () => system.app.staff.messages.join('\n');

	it('leaves nobody without an answer, and answers nobody twice', () => {
		const { spoken } = month.conversation;
		expect(spoken.length).toBeGreaterThan(least.messages);
		const unheard = spoken.filter(({ read }) => read.length === 0);
		expect(unheard.map(({ openId, text }) => `${openId} ${text}`)).toEqual([]);
		const twice = spoken.filter(({ read }) => new Set(read).size !== read.length);
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
		// When forty write in the same second, WeChat may have to deliver again; nobody reads an apology (above).
		const calm = month.conversation.spoken.filter(({ isRush }) => !isRush);
		const late = calm.filter(({ milliseconds, deliveries }) => milliseconds / deliveries >= 5_000);
		expect(late.map(({ openId, text }) => `${openId} ${text}`)).toEqual([]);
	});

	it('answers the comments, each once: a person the unhappy ones, at once the others', async () => {
		expect(month.articles.comments.length).toBeGreaterThan(least.comments);
		const rows = await system.app.rows('wechat_comments');
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
		const wholeDays = Math.floor(days);
		const gone = new Set(
			month.cast
				.filter(({ joins, leaves = days }) => leaves < wholeDays && joins < leaves)
				.map(({ openId }) => openId),
		);
		expect(gone.size).toBeGreaterThan(0);
		const contacts = await system.app.rows('wechat_contacts');
		const interactions = await system.app.rows('wechat_interactions');
		for (const { openId } of [...contacts, ...interactions]) expect(gone).not.toContain(openId);
	});

	it('has each row once in every table', async () => {
		const names = tables();
		expect(names.length).toBeGreaterThan(20);
		for (const name of names) {
			const keys = (await system.app.rows(name)).map(({ key }) => key);
			const repeated = keys.filter((key, place) => keys.indexOf(key) !== place);
			expect([name, repeated]).toEqual([name, []]);
		}
	});

	it('has winners with proof, and segments that became tags', async () => {
		expect(report.winners.instant).toBeLessThanOrEqual(report.winners.prizes);
		expect(report.proofs).toBeGreaterThanOrEqual(least.proofs);
		expect(report.participation).toBeGreaterThan(least.participation);
		const { state } = system.app.simulator.platform;
		const names = new Map([...state.tags.values()].map(({ id, name }) => [id, name]));
		const tagged = [...state.followers.values()].filter(({ tagIds }) =>
			tagIds.some((id) => ['高价值', '潜在', '沉默', '流失'].includes(names.get(id) ?? '')),
		);
		expect(tagged.length).toBeGreaterThan(least.tagged);
		expect(report.reactivated.treated).toBeGreaterThan(0);
		expect(report.reactivated.returned).toBeGreaterThan(0);
		expect(report.reactivated.result?.treatedShare).toBeGreaterThan(0);
	});

	it('tells the staff of each unhappy comment, of draws, segments and figures', async () => {
		const heard = heardByStaff();
		const rows = await system.app.rows('wechat_comments');
		const unhappy = rows.filter(({ tier }) => tier === 'negative');
		for (const { content } of unhappy)
			expect(heard).toContain(`「${String(content).slice(0, 40)}」`);
		for (const what of ['已开奖', '【召回】', '转人工', '昨天回复']) expect(heard).toContain(what);
	});

	it('had no run that failed', async () => {
		expect(await system.app.failures()).toEqual([]);
	});
}
