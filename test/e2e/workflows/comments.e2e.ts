import { longUrl } from '../../simulator/articles';
import { addComment } from '../../simulator/control';
import type { Comment } from '../../simulator/state';
import { onEachStore, useSystem } from '../lib/useSystem';
import { advanceTo } from '../lib/wallClock';
import { comments } from './data/comments';

type Row = Record<string, unknown>;

const MINUTE = 60_000;
const ARTICLE = 2247490098;
const STATISTICS = 'Every morning at twenty to nine';
const BATCH = 'Every morning at half past nine';

onEachStore('02: comments are answered in minutes, negative ones by a person', (store) => {
	const system = useSystem({ only: ['00', '01', '02'] }, store);
	const written = new Map<string, Comment>();

	const write = (content: string, openId = `oReader${written.size}`, ageSeconds = 0): Comment => {
		const { platform } = system.app.simulator;
		const comment = addComment(platform, { msgDataId: ARTICLE, openId, content, ageSeconds });
		written.set(content, comment);
		return comment;
	};
	const calls = (path: string) =>
		system.app.simulator.platform.journal.filter(
			(call) => call.path === `/cgi-bin/comment/${path}`,
		);
	const replyTo = (content: string) => written.get(content)?.reply?.content;
	const rowOf = async (content: string): Promise<Row> => {
		const rows = await system.app.rows('wechat_comments');
		return rows.find((row) => row.content === content) ?? {};
	};
	const eventsOf = async (content: string): Promise<unknown[]> => {
		const { key } = await rowOf(content);
		const events = await system.app.rows('wechat_service_events');
		return events.filter(({ caseId }) => caseId === key).map(({ kind }) => kind);
	};
	const staffHeard = () => system.app.staff.messages.join('\n');

	const publish = (msgDataId: number, daysAgo = 0) => {
		const { state } = system.app.simulator.platform;
		state.articles.push({
			msgDataId,
			index: 0,
			title: '明前龙井开采了',
			url: longUrl(msgDataId, 0),
			publishedOn: state.clock.daysAgo(daysAgo),
			isCommentable: true,
			comments: [],
		});
	};

	it('knows an article from the minute it goes out', async () => {
		const { app } = system;
		await advanceTo(app, '10:00');
		publish(ARTICLE);
		await app.push({
			FromUserName: 'mphelper',
			MsgType: 'event',
			Event: 'MASSSENDJOBFINISH',
			MsgID: '3147483001',
			Status: 'send success',
			ArticleUrlResult: {
				Count: '1',
				ResultList: { item: [{ ArticleIdx: '1', ArticleUrl: longUrl(ARTICLE, 0) }] },
			},
		});
		await app.settled();
		expect(await app.rows('wechat_articles')).toMatchObject([
			{ key: `${ARTICLE}_1`, msgDataId: String(ARTICLE), articleIndex: 0, source: 'event' },
		]);
	});

	it('answers 30 comments of all tiers within the minute, the negative ones never by itself', async () => {
		const { app } = system;
		app.simulator.platform.state.addFollower('oVip');
		await app.say('oVip', '你好');
		await app.settled();
		await app.write('wechat_contacts', { key: 'oVip', openId: 'oVip', tier: 'vip' });
		const { praise, questions, remarks, negative, unknown, vip } = comments;
		for (const text of [...praise, ...questions, ...remarks, ...negative, ...unknown]) write(text);
		for (const text of vip) write(text, 'oVip');
		expect(written.size).toBe(30);
		await app.advance(MINUTE);
		await app.run('02');

		const byItself = [...praise, ...questions, ...remarks, ...vip];
		for (const text of byItself) expect([text, replyTo(text)]).toEqual([text, expect.any(String)]);
		for (const text of [...negative, ...unknown]) {
			expect([text, replyTo(text)]).toEqual([text, undefined]);
			expect(await rowOf(text)).toMatchObject({ status: 'person', isOpen: true, notice: 'sent' });
			expect(staffHeard().split(`「${text}」`)).toHaveLength(2);
		}
		// Neighbours are not thanked in the same words.
		const thanks = praise.map(replyTo);
		thanks.slice(1).forEach((text, position) => expect(text).not.toBe(thanks[position]));
		expect(replyTo('请问运费多少')).toContain('包邮');
		expect(replyTo('几点开门')).toMatch(/\n.+/);
		const [apart] = app.staff.messages;
		expect(apart).toContain('【负面留言】');
		expect(apart).toContain('截止');
		expect(apart).toContain(longUrl(ARTICLE, 0));
	});

	it('keeps the tiers and their deadlines: 15 minutes, 30 minutes, two hours', async () => {
		const rows = await system.app.rows('wechat_comments');
		const minutes = Object.fromEntries(
			rows.map(({ tier, dueAt, commentedAt }) => [
				String(tier),
				(Date.parse(String(dueAt)) - Date.parse(String(commentedAt))) / MINUTE,
			]),
		);
		expect(minutes).toEqual({ negative: 15, vip: 30, question: 120, other: 120 });
		const answered = rows.filter(({ status }) => status === 'answered');
		expect(answered).toHaveLength(comments.expectedAnswers);
		for (const { replyMinutes } of answered) expect(Number(replyMinutes)).toBeLessThanOrEqual(2);
		expect(await eventsOf('支持')).toEqual(['userMessage', 'autoReply', 'resolved']);
		expect(await eventsOf(comments.negative[0] ?? '')).toEqual(['userMessage']);
		const interactions = await system.app.rows('wechat_interactions');
		expect(interactions.filter(({ kind }) => kind === 'comment')).toHaveLength(comments.vip.length);
	});

	it('elects five good long ones a day', async () => {
		const elected = [...written].filter(([, { isElected }]) => isElected);
		expect(elected).toHaveLength(5);
		for (const [text] of elected) expect(text.length).toBeGreaterThanOrEqual(15);
	});

	it('does nothing twice', async () => {
		const { app } = system;
		const [replies, elections, told] = [
			calls('reply/add').length,
			calls('markelect').length,
			app.staff.messages.length,
		];
		await app.advance(MINUTE);
		await Promise.all([app.run('02'), app.run('02')]);
		expect(calls('reply/add')).toHaveLength(replies);
		expect(calls('markelect')).toHaveLength(elections);
		expect(app.staff.messages).toHaveLength(told);
		expect(await app.rows('wechat_comments')).toHaveLength(30);
	});

	it('recognizes what a person has answered in the console', async () => {
		const { app } = system;
		const [text = ''] = comments.negative;
		await app.advance(5 * MINUTE);
		const comment = written.get(text);
		if (comment) {
			comment.reply = {
				content: '非常抱歉，已私信您处理。',
				createTime: app.simulator.platform.state.clock.seconds(),
			};
		}
		await app.advance(MINUTE);
		await app.run('02');
		expect(await rowOf(text)).toMatchObject({
			status: 'answered',
			answeredBy: 'person',
			isOpen: false,
			replyMinutes: expect.any(Number) as number,
		});
		expect(await eventsOf(text)).toEqual(['userMessage', 'personReply', 'resolved']);
	});

	it('lets a comment go that its writer has deleted', async () => {
		const { app } = system;
		write('好茶，收藏了');
		await app.advance(MINUTE);
		app.simulator.platform.faults.add({ path: '/cgi-bin/comment/reply/add', errcode: 88004 });
		await app.run('02');
		expect(await rowOf('好茶，收藏了')).toMatchObject({ status: 'gone', isOpen: false });
		expect(await eventsOf('好茶，收藏了')).toEqual(['userMessage', 'cancelled']);
	});

	it('waits no longer for a person to answer what its writer has deleted', async () => {
		const { app } = system;
		const [deleted, kept] = [write('包装太差，茶都碎了'), write('发货太慢了，失望')];
		await app.run('02');
		expect((await rowOf(kept.content)).status).toBe('person');
		deleted.isDeletedByUser = true;
		await app.advance(11 * MINUTE);
		app.simulator.platform.faults.add({ path: '/cgi-bin/comment/list', errcode: 48001 });
		await app.run('02');
		expect((await rowOf(deleted.content)).status).toBe('person');
		await app.run('02');
		expect(await rowOf(deleted.content)).toMatchObject({ status: 'gone', isOpen: false });
		expect(await eventsOf(deleted.content)).toEqual(['userMessage', 'cancelled']);
		expect(await rowOf(kept.content)).toMatchObject({ status: 'person', isOpen: true });
		kept.reply = {
			content: '抱歉，马上查',
			createTime: app.simulator.platform.state.clock.seconds(),
		};
		await app.run('02');
	});

	it('at night: what is urgent is told at once, the rest is answered at half past nine', async () => {
		const { app } = system;
		await advanceTo(app, '22:30');
		const told = app.staff.messages.length;
		write('晚上读完，写得真好');
		write('夜里泡一壶，好喝');
		write('请问满多少包邮');
		write('你们的制茶师傅带徒弟吗');
		write('太难喝了，差评');
		await app.run('02');
		expect(replyTo('晚上读完，写得真好')).toBeUndefined();
		expect(replyTo('请问满多少包邮')).toContain('包邮');
		const heard = app.staff.messages.slice(told).join('\n');
		expect(heard).toContain('「太难喝了，差评」');
		expect(heard).not.toContain('制茶师傅');
		// A person who reads late answers before the batch does.
		const early = written.get('夜里泡一壶，好喝');
		if (early) early.reply = { content: '晚安～', createTime: early.createTime + 600 };
		await advanceTo(app, '09:30');
		await app.run('02', BATCH);
		expect(replyTo('晚上读完，写得真好')).toBeDefined();
		expect(replyTo('夜里泡一壶，好喝')).toBe('晚安～');
		const morning = app.staff.messages.slice(told).join('\n');
		expect(morning).toContain('「你们的制茶师傅带徒弟吗」');
		expect(morning).toContain('【早间清单】');
	});

	it('finds older articles in the statistics, and leaves comments of days ago alone', async () => {
		const { app } = system;
		publish(ARTICLE - 10, 2);
		const { platform } = app.simulator;
		const old = addComment(platform, {
			msgDataId: ARTICLE - 10,
			content: '三天前写的，请问包邮吗',
			ageSeconds: 3 * 86_400,
		});
		const fresh = addComment(platform, { msgDataId: ARTICLE - 10, content: '现在写的，支持' });
		await app.run('02', STATISTICS);
		const minute = new Date(platform.state.clock.now()).getUTCMinutes();
		await app.advance(((5 - (minute % 5)) % 5) * MINUTE);
		await app.run('02');
		const articles = await app.rows('wechat_articles');
		expect(articles).toMatchObject([
			{ key: `${ARTICLE}_1`, title: '明前龙井开采了', source: 'event' },
			{ key: `${ARTICLE - 10}_1`, title: '明前龙井开采了', source: 'statistics' },
		]);
		expect(fresh.reply).toBeDefined();
		expect(old.reply).toBeUndefined();
		expect(await rowOf(old.content)).toMatchObject({ status: 'old', isOpen: false });
		expect(await app.failures()).toEqual([]);
	});
});
