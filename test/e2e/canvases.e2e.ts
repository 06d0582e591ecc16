import { addComment } from '../simulator/control';
import { ARTICLE, broadcastArticle } from './lib/article';
import { onCanvas, PASSWORD, until } from './lib/canvas';
import { FormVisitor } from './lib/form';

const follow = (openId: string) => ({
	FromUserName: openId,
	MsgType: 'event',
	Event: 'subscribe',
	EventKey: '',
});

onCanvas('01', (stage) => {
	it('welcomes who follows, keeps what others do, and deletes who leaves', async () => {
		const { push, say, rows, statuses } = stage();
		expect(await push(follow('oNew'))).toContain('欢迎关注');
		expect(await say('oOld', '在吗')).toBe('');
		await statuses(2);
		expect((await rows('contacts')).map(({ openId }) => openId)).toEqual(['oNew', 'oOld']);
		expect((await rows('interactions')).map(({ text }) => text)).toEqual(['', '在吗']);
		await push({ FromUserName: 'oOld', MsgType: 'event', Event: 'unsubscribe', EventKey: '' });
		expect(await statuses(3)).toEqual(['success', 'success', 'success']);
		expect((await rows('contacts')).map(({ openId }) => openId)).toEqual(['oNew']);
		expect(await rows('interactions')).toHaveLength(1);
	});
});

onCanvas('02', (stage) => {
	it('thanks for praise, answers questions, and leaves the rest to people', async () => {
		const { push, run, rows, room, simulator } = stage();
		await push(broadcastArticle(simulator.platform));
		await until('the article is watched', async () => (await rows('watched_articles'))[0]);
		const write = (openId: string, content: string) =>
			addComment(simulator.platform, { msgDataId: ARTICLE, openId, content, ageSeconds: 0 });
		const praise = write('oA', '写得真好，学到了很多');
		const question = write('oB', '你们几点关门');
		const anger = write('oC', '太差了，再也不来了，骗人');
		expect((await run('minute')).status).toBe('success');
		expect(praise.reply?.content).toMatch(/谢/);
		expect(praise.isElected).toBe(true);
		expect(question.reply?.content).toContain('营业时间');
		expect(anger.reply).toBeUndefined();
		expect(room.messages).toHaveLength(1);
		expect((await rows('cases')).map(({ openId }) => openId)).toEqual(['oC']);
		// Nothing is done twice.
		expect((await run('minute')).status).toBe('success');
		expect(room.messages).toHaveLength(1);
	});
});

onCanvas('03', (stage) => {
	it('tells of nothing where nobody waits, and reports', async () => {
		const { run, room } = stage();
		expect((await run('minute')).status).toBe('success');
		expect(room.messages).toEqual([]);
		expect((await run('morning')).status).toBe('success');
		expect(room.messages).toHaveLength(1);
	});
});

onCanvas('04', (stage) => {
	it('answers from the library, and hands over what it does not know', async () => {
		const { say, rows, room, statuses } = stage();
		expect(await say('oA', '你们几点关门')).toContain('营业时间');
		expect(await say('oB', '想找人工客服')).not.toBe('');
		expect(await statuses(2)).toEqual(['success', 'success']);
		await until('staff is told', async () => room.messages[0]);
		expect(room.messages).toHaveLength(1);
		expect((await rows('cases')).map(({ openId }) => openId)).toEqual(['oB']);
		expect((await rows('keyword_hits')).map(({ openId }) => openId)).toEqual(['oA', 'oB']);
	});
});

onCanvas('12', (stage) => {
	it('tells the staff what it found', async () => {
		const { run, room } = stage();
		expect((await run('hand')).status).toBe('success');
		expect(room.messages).toHaveLength(1);
	});
});

onCanvas('08', (stage) => {
	it('counts a check-in a day and a vote each', async () => {
		const { say, run, rows, room, statuses } = stage();
		expect(await say('oA', '签到')).toContain('签到');
		await statuses(1);
		await say('oA', '签到');
		await statuses(2);
		expect(await say('oA', '投票')).toContain('视频讲解');
		await statuses(3);
		expect(await say('oA', '投票 2')).toContain('视频讲解');
		await statuses(4);
		expect(await say('oB', '在吗')).toBe('');
		expect((await rows('activity_rows')).map(({ type }) => type).sort()).toEqual([
			'checkIn',
			'vote',
		]);
		expect((await run('monday')).status).toBe('success');
		expect(room.messages[0]).toContain('视频讲解');
	});
});

onCanvas('13', (stage) => {
	it('imports, writes to who is silent and may be written to, and leaves alone who opts out', async () => {
		const { say, run, rows, room, write, statuses, simulator } = stage();
		const { state } = simulator.platform;
		const wroteAt = state.clock.now();
		for (const openId of ['oSilent', 'oOut', 'oFar']) state.addFollower(openId);
		for (const openId of ['oSilent', 'oOut']) {
			state.allow(state.addFollower(openId, { wroteAt }), 5, 86_400_000);
		}
		expect((await run('hand')).status).toBe('success');
		expect((await rows('contacts')).map(({ openId }) => openId).sort()).toEqual([
			'oFar',
			'oOut',
			'oSilent',
		]);
		expect(await say('oOut', '退订')).not.toBe('');
		await statuses(1);
		expect((await run('ten')).status).toBe('success');
		const now = new Date(wroteAt).toISOString();
		for (const openId of ['oSilent', 'oOut', 'oFar']) {
			const active = openId === 'oFar' ? {} : { lastAt: now, lastContactAt: now };
			await write('contacts', { key: `contact:${openId}`, segment: 'dormant', ...active });
		}
		await write('campaigns', {
			key: 'back',
			name: '好久不见',
			isActive: true,
			segments: '沉默',
			channels: '客服消息',
			text: '好久不见，回来看看？',
			holdOutPercent: 0,
			quietFrom: '00:00',
			quietUntil: '00:00',
		});
		const told = room.messages.length;
		expect((await run('ten')).status).toBe('success');
		const inboxOf = (openId: string) =>
			(state.followers.get(openId)?.inbox ?? []).filter(({ via }) => via !== 'passive').length;
		expect(['oSilent', 'oOut', 'oFar'].map(inboxOf)).toEqual([1, 0, 0]);
		expect(room.messages.length).toBe(told + 1);
		expect((await run('ten')).status).toBe('success');
		expect(inboxOf('oSilent')).toBe(1);
		expect((await run('monday')).status).toBe('success');
	});
});

onCanvas('14', (stage) => {
	it('collects the day before, and shows a page to who knows the password', async () => {
		const { run, rows, pageAt } = stage();
		expect((await run('morning')).status).toBe('success');
		expect((await rows('metrics')).length).toBeGreaterThan(0);
		const address = pageAt('wechat-report');
		const refused = await until('the page is there', async () => {
			const response = await fetch(address);
			return response.status === 404 ? undefined : response;
		});
		expect(refused.status).toBe(401);
		const shown = await fetch(address, { headers: PASSWORD });
		expect(shown.headers.get('cache-control')).toBe('no-store');
		expect(await shown.text()).toContain('公众号运营报告');
	}, 300_000);
});

onCanvas('18', (stage) => {
	it('shows goods and balance, and its form asks for a password', async () => {
		const { say, formOf } = stage();
		expect(await say('oA', '积分商城')).toContain('电子资料');
		expect(await say('oA', '兑换 1')).toMatch(/积分/);
		expect((await fetch(formOf('counter'))).status).toBe(401);
		const counter = await FormVisitor.open(formOf('counter'), PASSWORD);
		expect(counter.html).toMatch(/兑换|Redeem/);
	});
});

onCanvas('19', (stage) => {
	it('makes a code for a channel, and tells what the channels bring', async () => {
		const { formOf, run, rows, room } = stage();
		const form = await FormVisitor.open(formOf('form'), PASSWORD);
		await form.submit({ 'field-0': 'counter', 'field-1': '收银台', 'field-2': '' });
		expect(form.html).toContain('weixin.qq.com');
		expect((await rows('channels')).map(({ name }) => name)).toContain('收银台');
		expect((await run('monday')).status).toBe('success');
		expect(room.messages[0]).toContain('收银台');
	});
});
