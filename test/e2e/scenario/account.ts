/* eslint-disable no-console */
import { allTables } from '../../../nodes/shared/records/tables';
import type { ScriptedModel } from '../lib/model';
import type { StoreName } from '../lib/onBothStores';
import { useAccount } from '../lib/useAccount';
import { APPOINTMENTS } from './appointments';
import type { Written } from './articles';
import { startAssistant } from './assistant';
import { commentId } from './commentFigures';
import { isCalm } from './conversation';
import { figuresOf, tableOf } from './figures';
import { keepFigures } from './keptFigures';
import { Month } from './month';
import { reportOf, type Report } from './report';

const HOUR_MS = 3_600_000;

/** Length and size of a scenario, and what has to come of it at least. */
export interface Scenario {
	followers: number;
	days: number;
	seed: number;
	/** Workflows that are not installed: keyword replies (04), or the assistant (15) that may take their place. */
	without: readonly string[];
	least: {
		messages: number;
		comments: number;
		tagged: number;
		proofs: number;
		winners: number;
		participation: number;
	};
}

/** Plays a scenario with all workflows, and tells what has to hold afterwards. */
export function testAccount(
	{ followers, days, seed, without, least }: Scenario,
	store: StoreName,
): void {
	let model: ScriptedModel;
	let month: Month;
	let report: Report;

	const system = useAccount({ store, without }, async (n8n) => {
		const assistant = await startAssistant(n8n);
		({ model } = assistant);
		return assistant.credentials;
	});

	beforeAll(async () => {
		const options = { followers, days, seed, appointments: APPOINTMENTS };
		month = new Month(system.account, options);
		await month.prepare();
		await month.play();
		await system.account.settled();
		report = await reportOf(system.account, month);
		const figures = figuresOf(report);
		const file = keepFigures(`${followers}-followers-${store}`, figures, report);
		const title = `${followers} followers, ${days} days, ${store}; kept in ${file}`;
		console.log([title, ...tableOf(figures)].join('\n'));
	}, 2 * HOUR_MS);
	afterAll(async () => {
		await model.close();
	});

	const unhappy = () => month.articles.comments.filter(({ kind }) => kind === 'negative');
	/** Of a table that may not have been needed. */
	const rowsOf = async (table: string) =>
		(await system.account.tableNames()).includes(table) ? await system.account.rows(table) : [];
	const heardByStaff = () => system.account.staff.messages.join('\n');

	it('leaves nobody without an answer, and answers nobody twice', () => {
		const { spoken } = month.conversation;
		expect(spoken.length).toBeGreaterThan(least.messages);
		const unheard = spoken.filter(({ read }) => read.length === 0);
		expect(unheard.map(({ openId, text }) => `${openId} ${text}`)).toEqual([]);
		const twice = spoken.filter(({ read }) => new Set(read).size !== read.length);
		expect(twice.map(({ openId, text, read }) => `${openId} ${text}: ${read.join(' | ')}`)).toEqual(
			[],
		);
		expect(report.apologies).toBe(0);
	});

	it('answers most questions by itself, in time', () => {
		expect(report.coverage).toBeGreaterThanOrEqual(0.8);
		// When forty write in the same second, WeChat may have to deliver again; nobody reads an apology (above).
		const calm = month.conversation.spoken.filter(isCalm);
		const late = calm.filter(({ milliseconds, deliveries }) => milliseconds / deliveries >= 5_000);
		expect(late.map(({ openId, text }) => `${openId} ${text}`)).toEqual([]);
	});

	it('answers the comments, each once: a person the unhappy ones, at once the others', async () => {
		expect(month.articles.comments.length).toBeGreaterThan(least.comments);
		const rows = await system.account.rows('comments');
		const answers = system.account.simulator.platform.journal.filter(
			// WeChat takes one reply; what is sent twice by two runs is refused, and nobody reads it.
			({ path, errcode }) => path === '/cgi-bin/comment/reply/add' && errcode === 0,
		);
		const answered = answers.map(({ body }) =>
			JSON.stringify(body).replace(/"content":"[^"]*"/, ''),
		);
		expect(new Set(answered).size).toBe(answered.length);
		const found = new Map(
			rows.map((row) => [commentId(row.msgDataId, row.userCommentId), row] as const),
		);
		const rowOf = ({ msgDataId, comment }: Written) => found.get(commentId(msgDataId, comment.id));
		const staying = new Set((await rowsOf('contacts')).map(({ openId }) => openId));
		const overlooked = month.articles.comments.filter(
			(written) => staying.has(written.comment.openId) && !rowOf(written),
		);
		expect(overlooked.map(({ comment }) => comment.content)).toEqual([]);
		const known = unhappy()
			.map(rowOf)
			.filter((row) => row !== undefined);
		expect(known.length).toBeGreaterThan(0);
		expect(known.filter((row) => row?.repliedBy === 'flow')).toEqual([]);
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
		const leaving = new Set(
			month.cast.filter(({ leaves }) => leaves !== undefined).map(({ openId }) => openId),
		);
		for (const { name } of allTables.filter(({ isPersonal }) => isPersonal)) {
			const rows = await rowsOf(name);
			const left = rows.filter(({ openId }) => gone.has(String(openId)));
			expect([name, left]).toEqual([name, []]);
		}
		const here = month.cast.filter(
			({ openId, joins }) => joins < wholeDays && !gone.has(openId) && !leaving.has(openId),
		);
		const known = new Set((await rowsOf('contacts')).map(({ openId }) => openId));
		expect(here.filter(({ openId }) => !known.has(openId))).toEqual([]);
	});

	it('has each row once in every table', async () => {
		const names = await system.account.tableNames();
		expect(names.length).toBeGreaterThan(20);
		for (const name of names) {
			const keys = (await system.account.rows(name)).map(({ key }) => key);
			const repeated = keys.filter((key, place) => keys.indexOf(key) !== place);
			expect([name, repeated]).toEqual([name, []]);
		}
	});

	it('has winners with proof, and segments that became tags', async () => {
		expect(report.winners.instant).toBeLessThanOrEqual(report.winners.prizes);
		expect(report.proofs).toBeGreaterThanOrEqual(least.proofs);
		expect(report.winners.lottery).toBeGreaterThanOrEqual(least.winners);
		expect(report.participation).toBeGreaterThan(least.participation);
		const { state } = system.account.simulator.platform;
		const names = new Map([...state.tags.values()].map(({ id, name }) => [id, name]));
		const tagged = [...state.followers.values()].filter(({ tagIds }) =>
			tagIds.some((id) => ['高价值', '潜在', '沉默', '流失'].includes(names.get(id) ?? '')),
		);
		expect(tagged.length).toBeGreaterThan(least.tagged);
		expect(report.reactivated.treated).toBeGreaterThan(0);
		expect(report.reactivated.returned).toBeGreaterThan(0);
		expect(report.reactivated.result?.treatedReturned).toBeGreaterThan(0);
	});

	it('tells the staff of each unhappy comment, of draws, segments and figures', async () => {
		const heard = heardByStaff();
		for (const { comment } of unhappy()) expect(heard).toContain(comment.content.slice(0, 40));
		for (const what of ['已开奖', '【活动效果】', '【用户分层】', '【回复时效】', '转人工']) {
			expect(heard).toContain(what);
		}
	});

	it('had no run that failed', async () => {
		expect(await system.account.failures()).toEqual([]);
	});
}
