import type { IDataObject } from 'n8n-workflow';
import { NOW, sceneWith, type Scene } from './helpers';
import { month } from './month';

interface FormField {
	fieldName?: string;
	fieldType: string;
	html?: string;
	fieldOptions?: { values: Array<{ option: string }> };
	defaultValue?: string;
	fieldValue?: string;
}

/** The form as n8n's page gets it. */
async function formOf(scene: Scene): Promise<FormField[]> {
	const { outputs } = await scene.run('getReviewForm', [{ by: '小林' }]);
	return JSON.parse(String(outputs[0]?.[0]?.form)) as FormField[];
}

/** What the page sends for fields that nobody has touched. */
const untouched = (form: FormField[]): IDataObject =>
	Object.fromEntries(
		form
			.filter(({ fieldType }) => fieldType !== 'html')
			.map(({ fieldName, defaultValue, fieldValue }) => [
				fieldName,
				fieldValue ?? defaultValue ?? null,
			]),
	);

const named = (form: FormField[], part: string): string =>
	form.find(({ fieldName }) => fieldName?.endsWith(part))?.fieldName ?? '';

const optionsOf = (form: FormField[], name: string): string[] =>
	form
		.find(({ fieldName }) => fieldName === name)
		?.fieldOptions?.values.map(({ option }) => option) ?? [];

async function proposed(): Promise<Scene> {
	const scene = await month();
	await scene.run('propose', [{}]);
	return scene;
}

const apply = async (scene: Scene, answers: IDataObject) => {
	const { outputs, error } = await scene.run('applyReview', [answers], { decidedBy: '小林' });
	expect(error).toBeUndefined();
	return String(outputs[0]?.[0]?.summary);
};

const statuses = (scene: Scene) =>
	Object.fromEntries(scene.tables.rows('keyword_drafts').map(({ kind, status }) => [kind, status]));

const rowOf = (scene: Scene, keyword: string) =>
	scene.tables.rows('keywords').find((row) => row.keyword === keyword);

describe('Get Review Form and Apply Review', () => {
	it('show what is open, and write what was decided', async () => {
		const scene = await proposed();
		const form = await formOf(scene);
		expect(form[0]?.html).toContain('3 人问了 3 次');
		const answers = {
			...untouched(form),
			[named(form, ':decision')]: '新增',
			[named(form, ':keyword')]: '带宠物',
			[named(form, ':variants')]: '宠物,毛孩子',
			[named(form, ':reply')]: '可以，请牵好绳子',
			questions: optionsOf(form, 'questions'),
			keywords: optionsOf(form, 'keywords'),
		};
		const summary = await apply(scene, answers);
		expect(summary).toBe('新增 1 个，补充 1 个，停用 1 个\n近 30 天消息的自动回复率：42.9% → 100%');
		expect(statuses(scene)).toEqual({
			new: 'approved',
			question: 'approved',
			outdated: 'approved',
		});
		expect(rowOf(scene, '带宠物')).toMatchObject({
			reply: '可以，请牵好绳子',
			variants: '宠物,毛孩子',
		});
		expect(rowOf(scene, '旧活动')).toMatchObject({ isOff: true });
		const open = scene.tables.rows('unanswered').filter(({ status }) => status === 'open');
		expect(open).toEqual([]);
		// The same form sent again, and a renewal after it, change nothing.
		expect(await apply(scene, answers)).toContain('新增 0 个，补充 0 个，停用 0 个');
		const { outputs } = await scene.run('getReviewForm', [{}]);
		expect(outputs.map((list) => list.length)).toEqual([0, 1]);
		const again = await scene.run('propose', [{}]);
		expect(again.outputs[0]?.filter(({ kind }) => kind !== 'dead')).toEqual([]);
	});

	it('what is left untouched is asked again if it is a new keyword, and refused otherwise', async () => {
		const scene = await proposed();
		const form = await formOf(scene);
		await apply(scene, untouched(form));
		expect(statuses(scene)).toEqual({
			new: 'proposed',
			question: 'rejected',
			outdated: 'rejected',
		});
		const added = { ...untouched(form), [named(form, ':decision')]: '新增' };
		expect(await apply(scene, added)).toContain('没写回复，留到下次：宠物');
		expect(statuses(scene)).toMatchObject({ new: 'proposed' });
		await apply(scene, { ...untouched(form), [named(form, ':decision')]: '不要' });
		expect(statuses(scene)).toMatchObject({ new: 'rejected' });
	});

	it('decides nothing that was not shown', async () => {
		const scene = await proposed();
		await apply(scene, {});
		await apply(scene, { shown: 'draft:000000000000', questions: ['x'] });
		expect(Object.values(statuses(scene))).toEqual(['proposed', 'proposed', 'proposed']);
	});

	it('merges into a keyword that is alike, by the form or by the name', async () => {
		const scene = await proposed();
		const drafts = scene.tables.rows('keyword_drafts');
		scene.fill(
			drafts.map((row) => (row.kind === 'new' ? { ...row, similarTo: 'price' } : row)),
			'keyword_drafts',
		);
		const form = await formOf(scene);
		const [, merge = ''] = optionsOf(form, named(form, ':decision'));
		expect(merge).toBe('并入“价格”');
		await apply(scene, { ...untouched(form), [named(form, ':decision')]: merge });
		expect(rowOf(scene, '价格')).toMatchObject({
			variants: expect.stringContaining('宠物') as string,
			questions: expect.stringContaining('宠物能进店吗') as string,
		});
		expect(rowOf(scene, '宠物')).toBeUndefined();

		const other = await proposed();
		const second = await formOf(other);
		await apply(other, {
			...untouched(second),
			[named(second, ':decision')]: '新增',
			[named(second, ':keyword')]: '价格',
			[named(second, ':reply')]: '可以',
		});
		const rows = other.tables.rows('keywords').filter(({ keyword }) => keyword === '价格');
		expect(rows).toMatchObject([
			{ reply: '16元起', questions: expect.stringContaining('宠物') as string },
		]);
	});

	it('what followers wrote is neither markup nor a rule of the page', async () => {
		const scene = await sceneWith([]);
		const texts = ['月球$&<b>上</b>有什么', '{{ $json.by }}月球上有什么呢', "月球上$'有什么"];
		await scene.run(
			'route',
			texts.map((text, place) => scene.message(text, place)),
		);
		await scene.run('propose', [{}]);
		const { outputs } = await scene.run('getReviewForm', [{}]);
		const form = String(outputs[0]?.[0]?.form);
		expect(form).not.toContain('$');
		expect(form).not.toContain('<b>');
		expect(JSON.stringify(JSON.parse(form))).toContain('&#36;');
	});

	it('a review that is killed at any step is finished by the next', async () => {
		for (let killedAt = 1; ; killedAt++) {
			const scene = await proposed();
			const form = await formOf(scene);
			const answers = {
				...untouched(form),
				[named(form, ':decision')]: '新增',
				[named(form, ':reply')]: '可以',
				keywords: optionsOf(form, 'keywords'),
			};
			let step = 0;
			scene.tables.beforeStep = () => {
				step += 1;
				if (step === killedAt) throw new Error('killed');
			};
			await scene.run('applyReview', [answers]);
			scene.tables.beforeStep = () => undefined;
			if (step < killedAt) return;
			await apply(scene, answers);
			expect(rowOf(scene, '宠物')).toMatchObject({ reply: '可以' });
			expect(rowOf(scene, '旧活动')).toMatchObject({ isOff: true });
			expect(statuses(scene)).toMatchObject({ new: 'approved', outdated: 'approved' });
		}
	});
});

describe('hot words', () => {
	it('Get Messages gives texts without who wrote them', async () => {
		const scene = await month();
		const { outputs } = await scene.run('getMessages', [{}]);
		expect(outputs[0]).toHaveLength(7);
		expect(outputs[0]?.[0]).toEqual({
			at: new Date(NOW).toISOString(),
			text: '可以带宠物进店吗',
			status: 'person',
			keyword: '',
		});
	});

	it('Propose Words proposes what has no answer, once', async () => {
		const scene = await month();
		const words = [
			{ word: '多少钱', documents: 2, examples: '多少钱呀' },
			{ word: '瑜伽课', documents: 1, examples: '今天的瑜伽课几点开始' },
			{ word: '宠物', documents: 3, examples: '可以带宠物进店吗 | 宠物能进店吗' },
		];
		const { outputs } = await scene.run('proposeWords', words);
		expect(outputs[0]?.map(({ summary }) => summary)).toEqual([
			'本周热词\n1. 多少钱（2 条）\n2. 瑜伽课（1 条）\n3. 宠物（3 条）\n还答不上，已列入下次审核：宠物',
		]);
		const again = await scene.run('proposeWords', words);
		expect(again.outputs[0]?.[0]?.summary).toContain('关键词库都答得上');
		expect(scene.tables.rows('keyword_drafts')).toMatchObject([
			{
				keyword: '宠物',
				asked: 3,
				questions: '可以带宠物进店吗\n宠物能进店吗',
				status: 'proposed',
			},
		]);
	});
});
