import { longUrl } from '../../simulator/articles';
import { addComment } from '../../simulator/control';
import { startPlatform } from '../lib/platform';
import type { Comment } from '../../simulator/state';
import { MortalN8n } from '../lib/mortal';
import { pause, until } from '../lib/n8n';
import { AccountSystem } from '../lib/system';
import { advanceTo } from '../lib/wallClock';
import { comments } from './data/comments';

const MINUTE = 60_000;
const REPLY = '/cgi-bin/comment/reply/add';

const { praise, questions, remarks, negative, unknown } = comments;
const BY_ITSELF = [...praise, ...questions, ...remarks];
const BY_A_PERSON = [...negative, ...unknown];

describe('02: n8n is killed in the middle', () => {
	let n8n: MortalN8n;
	let app: AccountSystem;
	let article = 2247490300;
	let written: Comment[] = [];

	beforeAll(async () => {
		n8n = await MortalN8n.start();
		app = await AccountSystem.open(n8n.client, await startPlatform());
		await app.install({ only: ['00', '01', '02', '03', '04'] });
		await advanceTo(app, '10:00');
	}, 120_000);

	afterAll(async () => {
		await app.close();
		await n8n.end();
	});

	/** An article of its own with comments of all kinds. */
	const publish = async () => {
		article += 1;
		const { platform } = app.simulator;
		platform.state.articles.push({
			msgDataId: article,
			index: 0,
			title: '',
			url: longUrl(article, 0),
			publishedOn: platform.state.clock.day(),
			isCommentable: true,
			comments: [],
		});
		const now = platform.state.clock.now();
		await app.write('wechat_articles', {
			key: `${article}_1`,
			msgDataId: String(article),
			articleIndex: 0,
			url: longUrl(article, 0),
			publishedAt: new Date(now).toISOString(),
			watchUntil: new Date(now + 7 * 24 * 60 * MINUTE).toISOString(),
		});
		written = [...BY_ITSELF, ...BY_A_PERSON].map((content) =>
			addComment(platform, { msgDataId: article, content }),
		);
	};
	const own = async (table: string, column: string) => {
		const rows = await app.rows(table);
		return rows.filter((row) => String(row[column]).startsWith(`${article}:`));
	};
	const runAndDie = async (what: string, isSo: () => Promise<boolean>) => {
		const run = app.run('02').catch(() => undefined);
		await until(what, async () => (await isSo()) || undefined, 40_000);
		await n8n.dieAndRise();
		await run;
	};
	const goOn = async () => {
		await app.advance(3 * MINUTE);
		await app.run('02');
		await app.advance(3 * MINUTE);
		await app.run('02');
		await app.advance(7 * MINUTE);
		await app.run('03');
		await app.settled();
	};

	/** Nothing is lost and nothing is done twice, wherever n8n was stopped. */
	const expectAllDone = async () => {
		const rows = await own('wechat_comments', 'key');
		expect(rows.map(({ content }) => content).sort()).toEqual(
			written.map(({ content }) => content).sort(),
		);
		for (const { content, reply } of written) {
			const isByItself = BY_ITSELF.includes(content);
			const row = rows.find((candidate) => candidate.content === content);
			expect([content, reply !== undefined]).toEqual([content, isByItself]);
			expect([content, row?.status]).toEqual([content, isByItself ? 'answered' : 'person']);
			if (isByItself) expect(row).toMatchObject({ answeredBy: 'auto', answer: reply?.content });
		}
		const calls = app.simulator.platform.journal.filter(
			({ path, body }) =>
				path === REPLY && (body as { msg_data_id: number }).msg_data_id === article,
		);
		expect(calls.map(({ errcode }) => errcode)).toEqual(BY_ITSELF.map(() => 0));
		const events = await own('wechat_service_events', 'caseId');
		const kinds = (kind: string) => events.filter((event) => event.kind === kind).length;
		expect(kinds('userMessage')).toBe(written.length);
		expect([kinds('autoReply'), kinds('resolved')]).toEqual([BY_ITSELF.length, BY_ITSELF.length]);
		// Whoever has to answer knows: by the notice, or else by the reminder before the deadline.
		for (const text of negative) expect(app.staff.messages.join('\n')).toContain(`「${text}」`);
	};

	it('while WeChat has a reply that n8n never hears of', async () => {
		await publish();
		app.simulator.platform.faults.add({ path: REPLY, after: 5, latencyMs: 2_500 });
		await runAndDie('the sixth reply is under way', async () => {
			if (written.filter(({ reply }) => reply !== undefined).length < 5) return false;
			await pause(800);
			return true;
		});
		await goOn();
		await expectAllDone();
	}, 150_000);

	it('while it stores what is new', async () => {
		await publish();
		await runAndDie(
			'some comments are stored',
			async () => (await own('wechat_comments', 'key')).length >= 3,
		);
		await goOn();
		await expectAllDone();
	}, 150_000);

	it('while it writes down what it has answered', async () => {
		await publish();
		await runAndDie('all are answered', async () => {
			const replied = written.filter(({ reply }) => reply !== undefined).length;
			return await Promise.resolve(replied === BY_ITSELF.length);
		});
		await goOn();
		await expectAllDone();
	}, 150_000);

	it('while it tells the staff', async () => {
		await publish();
		app.staff.messages.length = 0;
		await runAndDie('the staff has heard', async () =>
			Promise.resolve(app.staff.messages.length > 0),
		);
		await goOn();
		await expectAllDone();
		const notices = app.staff.messages.filter((text) => text.includes('【负面留言】'));
		for (const text of negative) {
			expect(notices.filter((notice) => notice.includes(`「${text}」`)).length).toBeLessThan(2);
		}
	}, 150_000);
});
