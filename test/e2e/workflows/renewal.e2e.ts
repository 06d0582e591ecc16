import { FormVisitor } from '../lib/form';
import { onEachStore, useSystem } from '../lib/useSystem';

const DAY = 86_400_000;
const ANSWER = '欢迎带毛孩子来，请牵好绳子，坐院子里的位子。';

onEachStore('05 Monthly keyword renewal', (store) => {
	const system = useSystem({ only: ['00', '01', '04', '05'] }, store);

	const inbox = (openId: string) =>
		(system.app.simulator.platform.state.followers.get(openId)?.inbox ?? []).length;

	const ask = async (openId: string, text: string, fields = {}) => {
		const { state } = system.app.simulator.platform;
		if (!state.followers.has(openId)) state.addFollower(openId);
		const reply = await system.app.say(openId, text, fields);
		await system.app.settled();
		return reply;
	};

	/** Names of the form's fields with a label, in their order. */
	const fieldsOf = (html: string, label: string) =>
		[...html.matchAll(/for='(field-\d+)'[^>]*>\s*([^<]*)/g)]
			.filter(([, , text = '']) => text.startsWith(label))
			.map(([, id = '']) => id);

	/** Name of the list that has an option, and the option ticked. */
	const ticked = (html: string, option: string): Record<string, string> => {
		const [, id = ''] = new RegExp(`_(field-\\d+)' value='${option}'`).exec(html) ?? [];
		return { [id]: JSON.stringify([option]) };
	};

	const keyword = async (key: string) =>
		(await system.app.rows('wechat_keywords')).find((row) => row.key === key);

	it('proposes keywords for what was asked and not answered, with a link for staff', async () => {
		const { app } = system;
		// A keyword can be called dead only when it was there for the whole month that is looked at.
		await app.advance(15 * DAY);
		for (const [place, text] of [
			'可以带狗进店吗',
			'能带狗狗进店吗',
			'带狗能进店里吗',
			'店里可以带狗吗',
		].entries()) {
			await ask(`oDog${place}`, text);
		}
		for (let time = 0; time < 3; time++) await ask('oMatcha', '有抹茶吗');
		for (const openId of ['oChild1', 'oChild2']) {
			await ask(openId, '小孩能喝吗');
			await ask(openId, '咖啡因', { bizmsgmenuid: 'ingredients' });
		}
		await ask('oBuyer', '龙井多少钱');
		await ask('oBuyer', '运费怎么算');
		await app.advance(20 * DAY);
		await app.run('05', 'On the 1st of the month at 9:00');
		const proposals = await app.rows('wechat_keyword_proposals');
		const kinds = proposals.map(({ kind }) => kind);
		expect(proposals.filter(({ kind }) => kind === 'question')).toMatchObject([
			{ keywordId: 'ingredients', questions: '小孩能喝吗', asked: 2, people: 2 },
		]);
		expect(proposals.filter(({ kind }) => kind === 'new')).toMatchObject([
			{ asked: 4, people: 4, questions: expect.stringContaining('带狗') },
			{ keyword: '抹茶', asked: 3, people: 1 },
		]);
		expect(kinds.filter((kind) => kind === 'dead').length).toBeGreaterThan(40);
		expect(app.staff.messages.at(-1)).toMatch(
			/上月消息 13 条，自动回复覆盖率 30\.8%\n新关键词 2 个，补充问法 1 个，可停用 \d+ 个[\s\S]*审核：http:\/\/[^\s]+\/form\/keyword-renewal$/,
		);
	});

	it('runs twice without proposing anything twice', async () => {
		const { app } = system;
		const before = (await app.rows('wechat_keyword_proposals')).length;
		await app.run('05', 'Renew by hand');
		expect(await app.rows('wechat_keyword_proposals')).toHaveLength(before);
	});

	it('takes the decisions from the form; the same question is answered then', async () => {
		const { app } = system;
		const link = /http\S+/.exec(app.staff.messages.at(-1) ?? '')?.[0] ?? '';
		const visitor = await FormVisitor.open(link);
		await visitor.submit({ 'field-0': '小林' });
		expect(visitor.html).toContain('4 人问了 4 次');
		expect(visitor.html).toContain('店里可以带狗吗');
		const [newName = '', refusedName = ''] = fieldsOf(visitor.html, '关键词');
		const [synonyms = ''] = fieldsOf(visitor.html, '近义词');
		const [reply = ''] = fieldsOf(visitor.html, '回复');
		const [decision = '', refusal = ''] = fieldsOf(visitor.html, '决定');
		await visitor.submit({
			[newName]: '带狗',
			[synonyms]: '狗狗,宠物',
			[reply]: ANSWER,
			[decision]: '新增',
			[refusedName]: '抹茶',
			[refusal]: '不要',
			...ticked(visitor.html, '咖啡因：小孩能喝吗'),
			...ticked(visitor.html, '停车（parking）'),
		});
		await app.settled();
		expect(visitor.html).toContain('新增 1 个，补充 1 个，停用 1 个');
		expect(visitor.html).toMatch(/30\.8% → 76\.9%/);
		expect(app.staff.messages.at(-1)).toContain('小林');

		expect(await keyword('parking')).toMatchObject({ enabled: false });
		expect(await keyword('ingredients')).toMatchObject({
			questions: expect.stringContaining('小孩能喝吗'),
			variants: '配料,热量,含糖,过敏',
		});
		expect(await ask('oDog0', '可以带狗进店吗')).toBe(ANSWER);
		expect(await ask('oDog9', '周末能不能带狗狗来店里')).toBe(ANSWER);
		expect(await ask('oChild3', '小孩能喝吗')).toContain('咖啡因');
		expect(inbox('oChild3')).toBe(1);

		const unmatched = await app.rows('wechat_unmatched');
		const open = unmatched.filter(({ status }) => status !== 'done');
		expect(open.every(({ openId }) => openId === 'oMatcha')).toBe(true);
		expect(open).toHaveLength(3);
	});

	it('does not propose again what was refused, and leaves the rest to the next time', async () => {
		const { app } = system;
		await app.run('05', 'Renew by hand');
		const proposals = await app.rows('wechat_keyword_proposals');
		expect(proposals.filter(({ keyword: word }) => word === '抹茶')).toMatchObject([
			{ status: 'rejected', decidedBy: '小林' },
		]);
		expect(proposals.filter(({ kind, status }) => kind === 'new' && status === 'proposed')).toEqual(
			[],
		);
		expect(await app.failures()).toEqual([]);
	});
});
