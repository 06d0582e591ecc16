import type { IDataObject } from 'n8n-workflow';
import { INJECTIONS } from '../../harness/recordsContract';
import { sceneWith, type Scene } from './helpers';
import { LIBRARY, month } from './month';

const draftOf = (scene: Scene, kind: string) =>
	scene.tables.rows('keyword_drafts').find((draft) => draft.kind === kind);
const rowOf = (scene: Scene, keyword: string) =>
	scene.tables.rows('keywords').find((row) => row.keyword === keyword);

/** Runs `work` on a new scene, killed at each step in turn, then once more; `check` looks at what there is then. */
async function killedAtEachStep(
	open: () => Promise<Scene>,
	work: (scene: Scene) => Promise<unknown>,
	check: (scene: Scene) => void,
): Promise<void> {
	for (let killedAt = 1; ; killedAt++) {
		const scene = await open();
		let step = 0;
		scene.tables.beforeStep = () => {
			step += 1;
			if (step === killedAt) throw new Error('killed');
		};
		await work(scene);
		scene.tables.beforeStep = () => undefined;
		if (step < killedAt) return;
		await work(scene);
		check(scene);
	}
}

describe('Propose', () => {
	it('new keywords, more questions and what to switch off, with a summary for the staff', async () => {
		const scene = await month();
		const { outputs, error } = await scene.run('propose', [{ any: 1 }]);
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ kind, keyword }) => [kind, keyword])).toEqual([
			['new', '宠物'],
			['question', '课程表'],
			['outdated', '旧活动'],
		]);
		expect(outputs[1]).toEqual([
			expect.objectContaining({
				any: 1,
				proposed: 3,
				undecided: 3,
				coverage: 0.4286,
				summary:
					'关键词月度更新\n近 30 天消息 7 条，自动回复 3 条（42.9%）\n本次提议：新关键词 1 个，补充问法 1 个，建议停用 1 个\n等待审核：3 条',
			}),
		]);
		expect(draftOf(scene, 'new')).toMatchObject({ asked: 3, people: 3, status: 'proposed' });
		expect(draftOf(scene, 'question')).toMatchObject({
			questions: '瑜伽课什么时间安排的',
			keywordId: 'b',
		});
	});

	it('calls no keyword dead that was added within the period, or is valid for a part of it', async () => {
		const scene = await month();
		scene.fill([
			...LIBRARY.slice(0, 2),
			{ keyword: '老词', reply: '甲', createdAt: '2026-08-01T04:00:00.000Z' },
			{ keyword: '新词', reply: '乙', createdAt: '2026-11-20T04:00:00.000Z' },
			{ keyword: '冬季活动', reply: '丙', validFrom: '2026-11-15' },
		]);
		for (const operation of ['propose', 'audit']) {
			const { outputs } = await scene.run(operation, [{}]);
			const dead = outputs[0]?.filter(({ kind }) => kind === 'dead');
			expect(dead?.map(({ keyword }) => keyword)).toEqual(['老词']);
		}
	});

	it('removes what was asked more than 400 days ago, or as many as it is told, never of the period', async () => {
		const scene = await month();
		for (const name of ['keyword_hits', 'unanswered']) {
			const table = scene.tables.tables.find((each) => each.name.endsWith(name));
			for (const [place, at] of ['2025-10-01', '2026-05-20', '2026-08-01'].entries()) {
				const key = `old:${place}`;
				table?.rows.push({ id: 100_000 + place, key, at: `${at}T12:00:00.000+08:00` });
			}
		}
		const old = () =>
			['keyword_hits', 'unanswered'].map((name) =>
				scene.tables
					.rows(name)
					.map(({ key }) => String(key))
					.filter((key) => key.startsWith('old')),
			);
		const both = (...keys: string[]) => [keys, keys];
		await scene.run('propose', [{}]);
		expect(old()).toEqual(both('old:1', 'old:2'));
		// The period goes further back than what is to be kept.
		await scene.run('propose', [{}], { days: 150, options: { keepDays: 90 } });
		expect(old()).toEqual(both('old:2'));
		await scene.run('propose', [{}], { options: { keepDays: 90 } });
		expect(old()).toEqual(both());
		expect(scene.tables.rows('keyword_hits')).toHaveLength(7);
	});

	it('proposes no keyword that is there, as keyword or variant, also switched off', async () => {
		for (const row of [
			{ keyword: '宠物', reply: '可以', isOff: true },
			{ key: 'animals', keyword: '动物', variants: '宠物', isOff: true },
		]) {
			const scene = await month();
			scene.fill([...LIBRARY, row]);
			const { outputs } = await scene.run('propose', [{}]);
			expect(outputs[0]?.map(({ kind }) => kind)).not.toContain('new');
			expect(outputs[0]?.map(({ kind }) => kind)).toContain('question');
		}
	});

	it('proposes each thing once, also after it was rejected, also two at the same moment', async () => {
		const scene = await month();
		await Promise.all([scene.run('propose', [{}]), scene.run('propose', [{}])]);
		expect(scene.tables.rows('keyword_drafts')).toHaveLength(3);
		const keys = scene.tables.rows('keyword_drafts').map(({ key }) => key);
		await scene.run('approve', [{}], { drafts: keys.join(' '), decision: 'rejected' });
		// Another way to ask the same is no other proposal.
		await scene.run('route', [scene.message('店里可以带宠物吗', 9)]);
		const { outputs } = await scene.run('propose', [{}]);
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]?.[0]).toMatchObject({ proposed: 0, undecided: 0 });
		expect(scene.tables.rows('keyword_drafts')).toHaveLength(3);
	});

	it('a run that is killed at any step is made up for by the next', async () => {
		await killedAtEachStep(
			month,
			async (scene) => await scene.run('propose', [{}]),
			(scene) => expect(scene.tables.rows('keyword_drafts')).toHaveLength(3),
		);
	}, 60_000);

	it('gives an error item by the summary where the node is set to go on', async () => {
		const scene = await month();
		const { outputs } = await scene.run('propose', [{}], { days: 'soon' }, 'continueRegularOutput');
		expect(outputs.map((list) => list.map(({ error }) => error))).toEqual([
			[],
			["'Period (Days)' is soon"],
		]);
	});
});

describe('Approve', () => {
	const proposed = async () => {
		const scene = await month();
		await scene.run('propose', [{}]);
		return scene;
	};
	const keysOf = (scene: Scene, ...kinds: string[]) =>
		kinds.map((kind) => String(draftOf(scene, kind)?.key));

	it('adds a keyword with its reply, questions to one that is there, and switches one off', async () => {
		const scene = await proposed();
		const [pets = '', ...others] = keysOf(scene, 'new', 'question', 'outdated');
		const parameters = { decision: 'approved', decidedBy: '小王' };
		await scene.run('approve', [{}], { ...parameters, drafts: pets, reply: '可以，请牵好绳子' });
		const { outputs } = await scene.run('approve', [{ form: 1 }], {
			...parameters,
			// As a form gives ticked lines.
			drafts: `课程表：瑜伽课什么时间安排的 ${others[0]}, 旧活动 ${others[1]}`,
		});
		expect(outputs[0]?.[0]).toMatchObject({
			form: 1,
			summary: '课程表：问法已补充\n旧活动：已停用',
			decided: [
				{ status: 'approved', isApplied: true },
				{ status: 'approved', isApplied: true },
			],
		});
		expect(rowOf(scene, '宠物')).toMatchObject({ reply: '可以，请牵好绳子', level: 'function' });
		expect(rowOf(scene, '课程表')?.questions).toBe('今天的瑜伽课几点开始\n瑜伽课什么时间安排的');
		expect(rowOf(scene, '旧活动')).toMatchObject({ isOff: true, key: null });
		expect(draftOf(scene, 'new')).toMatchObject({ status: 'approved', decidedBy: '小王' });
		// Answered from now on, wherever the library is read anew.
		const { outputs: audited } = await scene.run('audit', [{}]);
		expect(audited[1]?.[0]).toMatchObject({ keywords: 4, enabled: 3 });
	});

	it('decides once: the second decision, also another one, changes nothing', async () => {
		const scene = await proposed();
		const [drafts = ''] = keysOf(scene, 'new');
		await scene.run('approve', [{}], { drafts, decision: 'approved', reply: '可以' });
		const again = await scene.run('approve', [{}], { drafts, decision: 'rejected' });
		expect(again.outputs[0]?.[0]?.summary).toBe('宠物：之前已处理');
		await Promise.all(
			[1, 2].map(() =>
				scene.run('approve', [{}], { drafts, decision: 'approved', reply: '不可以' }),
			),
		);
		expect(scene.tables.rows('keywords').filter(({ keyword }) => keyword === '宠物')).toMatchObject(
			[{ reply: '可以' }],
		);
		expect(draftOf(scene, 'new')?.status).toBe('approved');
	});

	it.each(['new', 'question', 'outdated'])(
		'%s: a run that is killed at any step is made up for by the next',
		async (kind) => {
			await killedAtEachStep(
				proposed,
				async (scene) => {
					const [drafts = ''] = keysOf(scene, kind);
					await scene.run('approve', [{}], { drafts, decision: 'approved', reply: '可以' });
				},
				(scene) => {
					expect(draftOf(scene, kind)?.status).toBe('approved');
					expect(scene.tables.rows('keywords')).toHaveLength(kind === 'new' ? 4 : 3);
					if (kind === 'question') {
						expect(rowOf(scene, '课程表')?.questions).toBe(
							'今天的瑜伽课几点开始\n瑜伽课什么时间安排的',
						);
					}
					if (kind === 'outdated') expect(rowOf(scene, '旧活动')?.isOff).toBe(true);
				},
			);
		},
		60_000,
	);

	it('says so when nothing was ticked, or a draft does not exist', async () => {
		const scene = await proposed();
		const drafts = '={{ $json.ticked }}';
		const none = await scene.run('approve', [{ ticked: [] }], { drafts, decision: 'approved' });
		expect(none.outputs[0]?.[0]).toMatchObject({ decided: [], summary: '没有选择任何提议' });
		const wrong = await scene.run('approve', [{}], { drafts: 'draft:0123456789ab' });
		expect(wrong.error?.message).toBe("There is no draft 'draft:0123456789ab'");
	});
});

describe('Add Keyword', () => {
	const add = async (scene: Scene, parameters: IDataObject) =>
		await scene.run('addKeyword', [{ form: 1 }], parameters as never);

	it('adds a row that the next message is answered by', async () => {
		const scene = await sceneWith(LIBRARY);
		const { outputs } = await add(scene, {
			keyword: '停车',
			level: '功能',
			reply: '地下一层',
			questions: '你们有停车场吗',
			options: { validTo: '2026-12-31' },
		});
		expect(outputs[0]?.[0]).toMatchObject({
			form: 1,
			warnings: [],
			summary: '“停车”已加入关键词库',
		});
		const { outputs: routed } = await scene.run('route', [scene.message('停车怎么停')]);
		expect(routed[0]?.[0]?.reply).toBe('地下一层');
	});

	it('says so when the word is there, as keyword, as variant or in another script; warns of overlaps', async () => {
		const scene = await sceneWith(LIBRARY);
		for (const keyword of ['价格', '多少钱', '價格', '课程表']) {
			const { outputs } = await add(scene, { keyword, reply: '丙' });
			expect(outputs.map((list) => list.length)).toEqual([0, 1]);
			expect(outputs[1]?.[0]?.summary).toMatch(/已在关键词库里（(价格|课程表)）/);
		}
		expect(scene.tables.rows('keywords')).toHaveLength(3);
		const { outputs } = await add(scene, { keyword: '报价', variants: '多少钱', reply: '丙' });
		expect(outputs[0]?.[0]?.warnings).toEqual([expect.stringContaining('"多少钱"')]);
	});

	it('two forms at the same moment add it once; so does a run that was killed and runs again', async () => {
		const scene = await sceneWith(LIBRARY);
		const both = await Promise.all(
			[1, 2].map(() => add(scene, { keyword: '停车', reply: '楼下' })),
		);
		expect(both.map(({ outputs }) => outputs[0]?.length).sort()).toEqual([0, 1]);
		await killedAtEachStep(
			async () => await sceneWith(LIBRARY),
			async (fresh) => await add(fresh, { keyword: '停车', reply: '楼下' }),
			(fresh) => expect(fresh.tables.rows('keywords')).toHaveLength(4),
		);
	});

	it.each(INJECTIONS.filter((text) => /\p{L}|\d/u.test(text)))('%j stays text', async (text) => {
		const scene = await sceneWith([]);
		// As the parameter that an expression of a form gives.
		const [keyword, reply] = ['={{ $json.word }}', '={{ $json.word }}'];
		const { error } = await scene.run('addKeyword', [{ word: text }], { keyword, reply });
		expect(error).toBeUndefined();
		expect(scene.tables.rows('keywords')).toMatchObject([{ reply: text }]);
	});

	it.each([
		[{ keyword: '={{ $json.none }}', reply: '有' }, "'Keyword' is empty"],
		[{ keyword: '停车', reply: '={{ $json.none }}' }, "'Reply' is empty"],
		[{ keyword: '！？', reply: '有' }, 'holds no letter or digit'],
		[{ keyword: '停车', reply: '有', level: 'shop' }, `'level' is "shop"`],
		[
			{ keyword: '停车', reply: '有', options: { validFrom: '下个月' } },
			"'validFrom' is not a time",
		],
		[{ keyword: '停车', reply: '有', options: { priority: 'much' } }, "'Priority' is much"],
	])('%j is told', async (parameters, message) => {
		const scene = await sceneWith(LIBRARY);
		const { error } = await add(scene, parameters);
		expect(error?.message).toContain(message);
		expect(scene.tables.rows('keywords')).toHaveLength(3);
	});
});

describe('Audit', () => {
	it('reads library and hits from the tables, once for an account', async () => {
		const scene = await month();
		const { outputs } = await scene.run('audit', [{}, {}]);
		expect(outputs[0]?.map(({ key }) => key)).toEqual(['outdated:旧活动']);
		expect(outputs[1]).toEqual([
			expect.objectContaining({
				messages: 7,
				matched: 3,
				summary:
					'关键词库检查\n近 30 天消息 7 条，自动回复 3 条（42.9%）\n1. 已过期 1 处（停用，或改 validTo）\n· 「旧活动」有效期已过，还启用着',
			}),
		]);
	});
});
