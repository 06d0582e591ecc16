import { INJECTIONS } from '../../harness/recordsContract';
import { contentsOf, LIST, ONE, TWO, useDesk } from './desk';

describe('WeChat Comments: Get New', () => {
	const desk = useDesk();
	const tick = async (minutes = 1) => {
		desk.minutes += minutes;
		return await desk.run('getNew');
	};

	beforeEach(async () => {
		await desk.watch();
	});

	it('gives each comment once, oldest first, with all that is needed to answer it', async () => {
		desk.comment('早', ONE, 120);
		desk.comment('晚', ONE, 60);
		desk.comment('乙', TWO, 90);
		const items = await desk.getNew();
		expect(contentsOf(items).sort()).toEqual(['乙', '早', '晚'].sort());
		expect(contentsOf(items.filter(({ msgDataId }) => msgDataId === String(ONE)))).toEqual([
			'早',
			'晚',
		]);
		expect(items.find(({ content }) => content === '早')).toMatchObject({
			userCommentId: '1',
			msgDataId: String(ONE),
			index: 0,
			articleId: `${ONE}_1`,
			openId: 'oAmy',
			ageMinutes: 2,
			isReplied: false,
			commentReply: null,
			summary: '新留言：早',
			wechat: {
				kind: 'comment',
				openId: 'oAmy',
				appId: desk.account.state.account.appId,
				dedupeKey: `comment:${ONE}_1:1`,
			},
		});
		expect(contentsOf((await tick()).outputs[0])).toEqual([]);
	});

	it('takes comments of any page, 50 in a run of an article', async () => {
		for (let number = 0; number < 130; number++) desk.comment(String(number));
		const found = [...(await desk.getNew())];
		for (let run = 0; run < 3; run++) found.push(...((await tick()).outputs[0] ?? []));
		expect(new Set(contentsOf(found)).size).toBe(130);
		expect(found).toHaveLength(130);
	});

	it('leaves comments alone that were there long before', async () => {
		desk.comment('三天前', ONE, 3 * 86_400);
		desk.comment('刚才');
		expect(contentsOf(await desk.getNew())).toEqual(['刚才']);
		desk.minutes = 40;
		expect(contentsOf(await desk.getNew({ youngerThan: 720 }))).toEqual([]);
	});

	it('tells of answers from the console, and of comments that are gone, once', async () => {
		const answered = desk.comment('问题');
		const deleted = desk.comment('收回');
		desk.comment('还在');
		expect(await desk.getNew()).toHaveLength(3);
		answered.reply = { content: '亲自回复', createTime: answered.createTime + 60 };
		deleted.isDeletedByUser = true;
		const { outputs } = await tick();
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]).toMatchObject([
			{ content: '问题', isReplied: true, commentReply: { content: '亲自回复' } },
		]);
		expect(outputs[2]).toMatchObject([{ content: '收回', summary: '已删除的留言：收回' }]);
		expect((await tick()).outputs.flat()).toEqual([]);
		const open = desk.tables().rows('comments');
		expect(open.map(({ isOpen }) => isOpen)).toEqual([false, false, true]);
	});

	it('gives a comment that was answered before it was found as answered', async () => {
		const comment = desk.comment('快');
		comment.reply = { content: '更快', createTime: comment.createTime };
		const { outputs } = await desk.run('getNew');
		expect(outputs[0]).toEqual([]);
		expect(contentsOf(outputs[1])).toEqual(['快']);
	});

	it('gives each comment to one of several runs at the same moment', async () => {
		for (let number = 0; number < 20; number++) desk.comment(String(number));
		const runs = await Promise.all([1, 2, 3, 4].map(async () => await desk.getNew()));
		expect(runs.flat()).toHaveLength(20);
	});

	it('loses and doubles nothing, wherever a run is killed', async () => {
		const given: unknown[] = [];
		for (let step = 1; step <= 12; step++) {
			desk.comment(`第${step}条`);
			let count = 0;
			desk.tables().beforeStep = () => {
				count += 1;
				if (count === step) throw new Error('killed');
			};
			const { outputs } = await desk.run('getNew');
			given.push(...contentsOf(outputs[0]));
			desk.tables().beforeStep = () => undefined;
			for (let run = 0; run < 3; run++) given.push(...contentsOf((await tick(3)).outputs[0]));
		}
		expect(given).toEqual(Array.from({ length: 12 }, (_, n) => `第${n + 1}条`));
	});

	it('tells of answers once, wherever a run is killed', async () => {
		const told: unknown[] = [];
		for (let step = 1; step <= 12; step++) {
			const comment = desk.comment(`第${step}条`);
			await tick(3);
			comment.reply = { content: '好', createTime: comment.createTime };
			let count = 0;
			desk.tables().beforeStep = () => {
				count += 1;
				if (count === step) throw new Error('killed');
			};
			desk.minutes += 3;
			const { outputs } = await desk.run('getNew');
			told.push(...contentsOf(outputs[1]));
			desk.tables().beforeStep = () => undefined;
			for (let run = 0; run < 3; run++) told.push(...contentsOf((await tick(3)).outputs[1]));
		}
		expect(told).toEqual(Array.from({ length: 12 }, (_, n) => `第${n + 1}条`));
	});

	it('reads young articles every minute, older ones less often', async () => {
		await desk.getNew();
		const before = desk.account.calls(LIST).length;
		expect(before).toBe(2);
		for (let run = 0; run < 5; run++) await tick();
		expect(desk.account.calls(LIST)).toHaveLength(before + 10);
		desk.minutes += 3 * 1_440;
		await tick(0);
		const old = desk.account.calls(LIST).length;
		for (let run = 0; run < 5; run++) await tick();
		expect(desk.account.calls(LIST)).toHaveLength(old + 2);
	});

	it('makes no more calls a day than it may, and goes on the next day', async () => {
		const options = { callsPerDay: 10 };
		for (let run = 0; run < 12; run++) {
			desk.minutes += 1;
			await desk.getNew(options);
		}
		// Around midnight the calls of two days count.
		const used = desk.account.calls(LIST).length;
		expect(used === 10 || used <= 20).toBe(true);
		desk.comment('第二天');
		desk.minutes += 1_440;
		expect(contentsOf(await desk.getNew(options))).toEqual(['第二天']);
	});

	it('rests until midnight in Shanghai when the quota of WeChat is used up', async () => {
		desk.comment('新');
		desk.account.simulator.platform.faults.add({ path: LIST, errcode: 45009 });
		expect(await desk.getNew()).toEqual([]);
		const before = desk.account.calls(LIST).length;
		desk.minutes += 1_440;
		expect(contentsOf(await desk.getNew())).toEqual(['新']);
		expect(desk.account.calls(LIST).length).toBeGreaterThan(before);
	});

	it('does not let an article that cannot be read hold the others back', async () => {
		desk.comment('甲', ONE);
		desk.comment('乙', TWO);
		desk.account.simulator.platform.faults.add({ path: LIST, errcode: 50002 });
		const first = await desk.getNew();
		expect(first).toHaveLength(1);
		expect(contentsOf([...first, ...((await tick(6)).outputs[0] ?? [])]).sort()).toEqual(
			['乙', '甲'].sort(),
		);
	});

	it('says what is wrong when nothing at all can be read', async () => {
		desk.account.state.account.hasComments = false;
		const { error } = await desk.run('getNew');
		expect(error?.message).toMatch(/88000/);
	});

	it('takes texts of strangers as texts', async () => {
		for (const text of INJECTIONS) desk.comment(text);
		expect(contentsOf(await desk.getNew())).toEqual(INJECTIONS);
	});

	it('refuses an item of another account', async () => {
		const { error } = await desk.run('getNew', {}, [{ wechat: { appId: 'wxother00000000001' } }]);
		expect(error?.message).toMatch(/another account/);
	});

	it('does nothing without items', async () => {
		const { outputs, error } = await desk.run('getNew', {}, []);
		expect(error).toBeUndefined();
		expect(outputs.flat()).toEqual([]);
	});

	it('reads and writes 50 new comments in six runs', async () => {
		await desk.getNew();
		for (let number = 0; number < 50; number++) desk.comment(String(number));
		desk.minutes += 1;
		const before = desk.tables().runs;
		expect(await desk.getNew()).toHaveLength(50);
		expect(desk.tables().runs - before).toBeLessThanOrEqual(6);
	});
});
