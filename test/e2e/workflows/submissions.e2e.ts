import { FormVisitor } from '../lib/form';
import { onEachStore, useSystem } from '../lib/useSystem';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const PICTURE = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');

interface Submission extends Record<string, unknown> {
	key: string;
	openId: string;
	reviewCode: string;
}

onEachStore('09: submissions', (store) => {
	const system = useSystem({ only: ['00', '01', '09'] }, store);

	const state = () => system.app.simulator.platform.state;

	const follow = (openId: string) => state().addFollower(openId);

	const sendPicture = async (openId: string, mediaId: string) => {
		state().media.set(mediaId, { contentType: 'image/jpeg', data: PICTURE });
		const { reading } = await system.app.push({
			FromUserName: openId,
			MsgType: 'image',
			MediaId: mediaId,
			PicUrl: `https://mmbiz.qpic.cn/${mediaId}`,
		});
		return reading.kind === 'reply' ? String(reading.content.content) : reading.kind;
	};

	const submissionOf = async (openId: string) => {
		const rows = await system.app.rows<Submission>('wechat_submissions');
		return rows.find((row) => row.openId === openId);
	};

	/** The link of the last message to staff with this word. */
	const lastLinkOf = (word: string) =>
		system.app.staff.messages
			.filter((text) => text.includes(word))
			.map((text) => /http\S+/.exec(text)?.[0] ?? '')
			.at(-1) ?? '';

	const openPage = async (link: string, judge: string) => {
		const visitor = await FormVisitor.open(link);
		await visitor.submit({ 'field-0': judge });
		return visitor;
	};

	const decide = async (visitor: FormVisitor, decision: string, note: string) => {
		const [truth, words, fun] = ['9', '8', '7'];
		await visitor.submit({
			'field-1': truth,
			'field-2': words,
			'field-3': fun,
			'field-4': decision,
			'field-5': note,
		});
		await system.app.settled();
		return visitor.html;
	};

	const customerServiceTo = (openId: string) =>
		(state().followers.get(openId)?.inbox ?? [])
			.filter(({ via }) => via === 'customerService')
			.map(({ content }) => String((content as { content?: string }).content));

	it('takes one text a day, tells how, and sends back what is not fit', async () => {
		const { app } = system;
		follow('oWriter');
		expect(await app.say('oWriter', '投稿')).toContain('投稿方式');
		expect(await app.say('oWriter', '投稿查询')).toContain('您还没有投过稿');
		expect(await app.say('oWriter', '投稿：好茶')).toContain('至少 10 个字');
		expect(await app.say('oWriter', '投稿：网上赌博稳赚不赔，加我带你飞')).toContain('不适合发表');
		await app.settled();
		expect(app.staff.messages).toEqual([]);
		const text = '投稿：外婆说，<b>山里的茶</b>要等露水干了再采，电话13812345678';
		expect(await app.say('oWriter', text)).toContain('10 分钟内再发一张配图');
		await app.settled();
		expect(app.staff.messages).toEqual([expect.stringContaining('联系方式 138****5678')]);
		expect(await app.say('oWriter', '投稿：今天又想起一个关于白茶的故事')).toContain(
			'今天已经投过稿了',
		);
		await app.settled();
		expect(await app.rows('wechat_submissions')).toHaveLength(1);
	});

	it('calls a person when somebody needs help', async () => {
		const { app } = system;
		follow('oSad');
		expect(await app.say('oSad', '投稿：喝完这杯茶我就想自杀了，再见')).toContain('12356');
		await app.settled();
		expect(app.staff.messages.at(-1)).toContain('请立刻关心：oSad');
		expect(await submissionOf('oSad')).toBeUndefined();
	});

	it('adds the picture that follows within ten minutes, and leaves all others alone', async () => {
		const { app } = system;
		follow('oPasserBy');
		expect(await sendPicture('oPasserBy', 'parcel')).toBe('acknowledged');
		await app.advance(9 * MINUTE_MS);
		expect(await sendPicture('oWriter', 'tea')).toContain('配图收到');
		await app.settled();
		expect(await sendPicture('oWriter', 'second')).toBe('acknowledged');
		await app.settled();
		expect(await submissionOf('oWriter')).toMatchObject({
			mediaId: 'tea',
			permanentMediaId: expect.stringMatching(/^material_/),
		});
		follow('oLate');
		await app.say('oLate', '投稿：第一次去茶山，被蚊子咬了二十个包');
		await app.advance(11 * MINUTE_MS);
		expect(await sendPicture('oLate', 'late')).toBe('acknowledged');
		await app.settled();
	});

	it('lets one of two reviewers decide; the author gets points and one message, staff a draft', async () => {
		const { app } = system;
		const link = lastLinkOf('露水');
		const [first, second] = [await openPage(link, '小李'), await openPage(link, '小王')];
		expect(first.html).toContain('&lt;b&gt;山里的茶');
		expect(first.html).toContain('查看配图');
		expect(await decide(first, '入选', '画面感很好')).toContain('评审完成');
		expect(await decide(second, '不入选', '太短')).toContain('不用再评审了');
		const third = await openPage(link, '小张');
		expect(third.html).toContain('不用再评审了');
		expect(await submissionOf('oWriter')).toMatchObject({
			status: 'approved',
			judge: '小李',
			score: 80,
			points: 20,
			isSettled: true,
		});
		const [message, ...others] = customerServiceTo('oWriter');
		expect(message).toMatch(/入选了！评分 80，获得 20 积分[\s\S]*画面感很好/);
		expect(others).toEqual([]);
		const drafts = [...state().drafts.values()].flatMap(({ articles }) => articles);
		expect(drafts).toMatchObject([{ content: expect.stringContaining('&lt;b&gt;山里的茶') }]);
		expect(app.staff.messages.at(-1)).toContain('草稿已备好');
		const rows = await app.rows<{ type: string; openId: string; points: number }>(
			'wechat_activity_rows',
		);
		const own = rows.filter(({ openId }) => openId === 'oWriter');
		// The second text of the day is kept, and does not count.
		expect(own.map(({ type }) => type).sort()).toEqual([
			'review',
			'score',
			'submission',
			'submission',
		]);
		expect(own.reduce((sum, { points }) => sum + points, 0)).toBe(20);
	});

	it('gives a reason for a rejection, also to somebody who cannot be written to any more', async () => {
		const { app } = system;
		const link = lastLinkOf('蚊子');
		await app.advance(49 * HOUR_MS);
		const pages = [await openPage(link, '小李'), await openPage(link, '小王')];
		const ends = await Promise.all(
			pages.map(async (page) => await decide(page, '不入选', '再多写一点感受')),
		);
		expect(ends.filter((html) => html.includes('评审完成'))).toHaveLength(1);
		expect(ends.filter((html) => html.includes('不用再评审了'))).toHaveLength(1);
		expect(customerServiceTo('oLate')).toEqual([]);
		const answer = await app.say('oLate', '投稿查询');
		expect(answer).toContain('这次没有入选');
		expect(answer).toContain('再多写一点感受');
		await app.settled();
		expect(await submissionOf('oLate')).toMatchObject({ status: 'rejected', isSettled: true });
	});

	it('asks for a draft by hand when there is no cover; takes up what was broken off; reminds', async () => {
		const { app } = system;
		for (const openId of ['oPlain', 'oOpen']) follow(openId);
		await app.say('oPlain', '投稿：没有配图的故事，也想说说泡茶的水温');
		await app.settled();
		await decide(await openPage(lastLinkOf('没有配图'), '小李'), '入选', '');
		expect(app.staff.messages.at(-1)).toContain('请手动建草稿（没有封面图）');
		expect(customerServiceTo('oPlain')).toHaveLength(1);
		// As if n8n had been killed before, and as if after the author was told.
		const plain = await submissionOf('oPlain');
		await app.write('wechat_submissions', { key: plain?.key ?? '', isSettled: false });
		await app.say('oOpen', '投稿：等待评审的故事，关于一把老茶壶');
		await app.settled();
		await app.run('09', 'Every day at 10:00');
		expect(await submissionOf('oPlain')).toMatchObject({ isSettled: true, points: 20 });
		expect(customerServiceTo('oPlain')).toHaveLength(1);
		expect(app.staff.messages.find((text) => text.includes('份投稿等待评审'))).toContain(
			'还有 1 份投稿等待评审：\n等待评审的故事',
		);
		const rows = await app.rows<{ openId: string; points: number }>('wechat_activity_rows');
		const points = rows.filter(({ openId }) => openId === 'oPlain').map((row) => row.points);
		expect(points.reduce((sum, value) => sum + value, 0)).toBe(20);
		expect(await app.failures()).toEqual([]);
	});
});
