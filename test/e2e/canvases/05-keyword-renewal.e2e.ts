import { onCanvas, PASSWORD, until } from '../lib/canvas';
import { FormVisitor } from '../lib/form';

const NOW = Date.now();
const ANSWER = '可以带，请牵好绳子。';
/** Beyond what a message of a month ago and the month after it need. */
const DAY_MS = 86_400_000;

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

/** What 04 keeps of messages. */
const heard = (text: string, place: number, status = 'person') => ({
	openId: `o${place}`,
	at: new Date(NOW - DAY_MS).toISOString(),
	text,
	status,
	why: status === 'person' ? 'nothingFound' : 'exact',
	answer: '{}',
});

onCanvas('05', (stage) => {
	const link = () => /http\S+\/form\/[0-9a-f-]+/.exec(stage().room.messages.join('\n'))?.[0] ?? '';

	it('sends what to decide with a link, which asks for the password', async () => {
		const { run, rows, room, write, formOf } = stage();
		// The first run makes the tables, and has nothing to propose.
		expect((await run('month')).status).toBe('success');
		const questions = ['可以带狗进店吗', '能带狗狗进店吗', '带狗能进店里吗', '店里可以带狗吗'];
		for (const [place, text] of [...questions, '有抹茶吗', '有抹茶吗', '有抹茶吗'].entries()) {
			const { openId, at } = heard(text, place);
			await write('keyword_hits', { key: `hit:${place}`, ...heard(text, place) });
			await write('unanswered', { key: `asked:${place}`, openId, at, text, status: 'open' });
		}
		await write('keyword_hits', { key: 'hit:known', ...heard('几点关门', 20, 'matched') });
		const chosen = { ...heard('礼拜天开吗', 21), status: 'chosen', chosen: 'example:hours' };
		await write('unanswered', {
			key: 'asked:chosen',
			openId: chosen.openId,
			at: chosen.at,
			text: chosen.text,
			status: 'chosen',
			chosen: chosen.chosen,
		});
		expect((await run('month')).status).toBe('success');
		const message = room.messages.filter((text) => text.includes('本次提议')).at(-1) ?? '';
		expect(message).toContain('近 30 天消息 8 条，自动回复 1 条（12.5%）');
		expect(message).toContain('新关键词 2 个，补充问法 1 个');
		expect(new URL(link()).pathname).toBe(new URL(formOf('review')).pathname);
		expect((await fetch(link())).status).toBe(401);
		await until(
			'staff is told what to put right',
			async () => room.messages.some((text) => text.includes('关键词库检查')) || undefined,
		);
		// Once more in the same month proposes nothing twice.
		const before = (await rows('keyword_drafts')).length;
		expect((await run('month')).status).toBe('success');
		expect(await rows('keyword_drafts')).toHaveLength(before);
	});

	it('takes the decisions from the form, at once, and tells the staff', async () => {
		const { room, rows } = stage();
		const visitor = await FormVisitor.open(link(), PASSWORD);
		await visitor.submit({ 'field-0': '小林' });
		expect(visitor.html).toContain('4 人问了 4 次');
		expect(visitor.html).toContain('店里可以带狗吗');
		const [newName = '', refusedName = ''] = fieldsOf(visitor.html, '关键词');
		const [variants = ''] = fieldsOf(visitor.html, '近义词');
		const [reply = ''] = fieldsOf(visitor.html, '回复');
		const [decision = '', refusal = ''] = fieldsOf(visitor.html, '决定');
		await visitor.submit({
			[newName]: '带狗',
			[variants]: '狗狗,宠物',
			[reply]: ANSWER,
			[decision]: '新增',
			[refusedName]: '抹茶',
			[refusal]: '不要',
			...ticked(visitor.html, '营业时间：礼拜天开吗'),
		});
		expect(visitor.html).toContain('新增 1 个，补充 1 个，停用 0 个');
		expect(visitor.html).toContain('12.5% → 62.5%');
		await until('staff is told', async () => room.messages.at(-1)?.includes('62.5%') || undefined);
		const library = await rows('keywords');
		expect(library).toContainEqual(expect.objectContaining({ keyword: '带狗', reply: ANSWER }));
		const hours = library.find(({ key }) => key === 'example:hours');
		expect(String(hours?.questions)).toContain('礼拜天开吗');
		const drafts = await rows('keyword_drafts');
		expect(drafts.filter(({ kind }) => kind === 'new')).toMatchObject([
			{ status: 'approved', decidedBy: '小林' },
			{ status: 'rejected', decidedBy: '小林' },
		]);
		const open = (await rows('unanswered')).filter(({ status }) => status === 'open');
		expect(open.map(({ text }) => text)).toEqual(['有抹茶吗', '有抹茶吗', '有抹茶吗']);
	});

	it('has nothing left to ask, and does not propose again what was refused', async () => {
		const { run, rows } = stage();
		expect((await run('month')).status).toBe('success');
		const visitor = await FormVisitor.open(link(), PASSWORD);
		await visitor.submit({ 'field-0': '小林' });
		expect(visitor.html).toContain('提议都已处理完');
		const waiting = (await rows('keyword_drafts')).filter(({ status }) => status === 'proposed');
		expect(waiting).toEqual([]);
	});

	it('tells the hot words of the week, and proposes those without an answer', async () => {
		const { run, rows, room, write } = stage();
		for (const [place, text] of ['这里好停车吗', '停车要收费吗', '附近哪里能停车'].entries()) {
			await write('keyword_hits', { key: `hit:hot${place}`, ...heard(text, 30 + place) });
		}
		expect((await run('monday')).status).toBe('success');
		expect(room.messages.at(-1)).toContain('停车（3 条）');
		expect(room.messages.at(-1)).toMatch(/还答不上，已列入下次审核：.*停车/);
		expect(await rows('keyword_drafts')).toContainEqual(
			expect.objectContaining({ keyword: '停车', status: 'proposed' }),
		);
	});
});
