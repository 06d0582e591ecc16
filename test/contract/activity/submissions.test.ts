import type { IDataObject } from 'n8n-workflow';
import { message, newWorld, pointsIn, type Run, type World } from './world';

const APP_ID = 'wx00000000000001';
const RULES = { options: { minLength: 5, perDay: 1, perPerson: 0, pointsPerApproval: 20 } };

const activityIn = (json: IDataObject | undefined): IDataObject =>
	(json?.activity ?? {}) as IDataObject;
const replyIn = ({ outputs }: Run): string => String(outputs.flat()[0]?.reply);
const sizes = ({ outputs }: Run): number[] => outputs.map((list) => list.length);

let count = 0;

/** A picture as the trigger gives it. */
const picture = (url: string, minute: number, openId = 'oAlice'): IDataObject => ({
	...message(`p${(count += 1)}`, '', { openId, minute }),
	MsgType: 'image',
	PicUrl: url,
	MediaId: 'media',
	wechat: { kind: 'image', openId, appId: APP_ID, dedupeKey: `${openId}:p${count}` },
});

const submit = async (world: World, item: IDataObject) =>
	await world.run('submission', 'submit', RULES, [item]);

const say = async (world: World, text: string, minute: number, openId = 'oAlice') =>
	await submit(world, message(`m${(count += 1)}`, text, { openId, minute }));

/** A decision as the form gives it. */
const review = async (world: World, code: unknown, decision: string, note = '') => {
	const [submission, decided] = ['={{ $json.code }}', '={{ $json.decision }}'];
	const parameters = { ...RULES, submission, decision: decided, note: '={{ $json.note }}' };
	const json = { code: String(code), decision, note, wechat: { appId: APP_ID } };
	return await world.run('submission', 'review', parameters, [json]);
};

const STORY = '投稿：外婆说，<b>要等</b>露水干了再采。电话13812345678';

describe('submissions that are reviewed once', () => {
	it('get a code, warnings for the reviewer and the picture that follows', async () => {
		const world = await newWorld();
		const { outputs } = await say(world, STORY, 0);
		const { code, text, warnings } = activityIn(outputs[1]?.[0]);
		expect(code).toMatch(/^\w{5}-\w{5}$/);
		expect(text).toContain('露水');
		expect(warnings).toBe('联系方式 138****5678');
		const item = picture('https://mmbiz.qpic.cn/a', 9);
		const added = await submit(world, item);
		expect(replyIn(added)).toContain('配图收到');
		expect(activityIn(added.outputs[1]?.[0])).toMatchObject({
			code,
			url: 'https://mmbiz.qpic.cn/a',
		});
		expect((await submit(world, item)).outputs).toEqual(added.outputs);
		// WeChat counts whole seconds, so two may bear the same time.
		for (const minute of [9, 10]) {
			const second = await submit(world, picture('https://mmbiz.qpic.cn/b', minute));
			expect(sizes(second)).toEqual([0, 0, 1, 0]);
		}
		const approved = await review(world, String(code).toLowerCase(), '入选', '画面感很好');
		const [json] = approved.outputs[0] ?? [];
		expect(json).toMatchObject({ openId: 'oAlice', key: expect.stringContaining('review:') });
		expect(json?.reply).toContain('获得 20 积分。画面感很好');
		expect(activityIn(json)).toMatchObject({ title: '外婆说，<b>要等</b>露水干了再采' });
		expect(activityIn(json).html).toBe(
			'<p>外婆说，&lt;b&gt;要等&lt;/b&gt;露水干了再采。电话13812345678</p><p><img src="https://mmbiz.qpic.cn/a"></p>',
		);
	});

	it('leaves a picture alone that comes late, or from somebody else', async () => {
		const world = await newWorld();
		await say(world, STORY, 0);
		expect(sizes(await submit(world, picture('https://x.cn/a', 11)))).toEqual([0, 0, 1, 0]);
		expect(sizes(await submit(world, picture('https://x.cn/a', 1, 'oBob')))).toEqual([0, 0, 1, 0]);
	});

	it('keep the first decision: the same again is done again by nobody, another is told', async () => {
		const world = await newWorld();
		const { outputs } = await say(world, STORY, 0);
		const { code } = activityIn(outputs[1]?.[0]);
		const runs = await Promise.all([
			review(world, code, 'Accept', '好'),
			review(world, code, '不入选', '太短'),
		]);
		const won = runs.findIndex((run) => sizes(run)[2] === 0);
		expect(runs.map((run) => sizes(run)[2])).toEqual(won === 0 ? [0, 1] : [1, 0]);
		expect(replyIn(runs[1 - won] ?? { outputs: [] })).toContain('已经评审过');
		const [decision, note] = won === 0 ? ['入选', '好'] : ['不入选', '太短'];
		const again = await review(world, code, decision, 'another note');
		const [first, second] = [runs[won], again].map((run) => run?.outputs[won]?.[0]);
		expect(activityIn(second)).toEqual(activityIn(first));
		expect(replyIn(again)).toContain(note);
		expect(pointsIn(world.tables)).toEqual({ oAlice: won === 0 ? 20 : 0 });
	});

	it('say so when there is no such code, and take no word for yes that is none', async () => {
		const world = await newWorld();
		await say(world, STORY, 0);
		for (const code of ['ABCDE-FGHJK', '查无此稿', "=1+1'; drop", '={{ $execution.id }}']) {
			const unknown = await review(world, code, '入选');
			expect(sizes(unknown)).toEqual([0, 0, 0, 1]);
			expect(replyIn(unknown)).toContain('没有这个编号');
		}
		expect((await review(world, 'ABCDE-FGHJK', '也许')).error?.message).toContain('has no option');
	});

	it('count one a day, and tell their author what became of them', async () => {
		const world = await newWorld();
		expect(replyIn(await say(world, '投稿查询', 0))).toContain('您还没有投过稿');
		const { outputs } = await say(world, STORY, 1);
		// Of the same second as the first: it comes later all the same.
		const second = await submit(world, message('a0', '投稿：第二个故事也很长', { minute: 1 }));
		expect(replyIn(second)).toContain('今天已经投过稿了');
		expect(sizes(second)).toEqual([1, 0, 0, 0]);
		expect(replyIn(await say(world, '我的投稿', 3))).toContain('2026-11-24：等待评审');
		const waiting = await world.run('submission', 'getWaiting', RULES, [
			{ wechat: { appId: APP_ID } },
		]);
		const { code } = activityIn(outputs[1]?.[0]);
		expect(waiting.outputs[0]?.[0]?.summary).toBe(
			`还有 1 份投稿等待评审：\n${String(code)}：外婆说，<b>要等</b>露水干了再采。`,
		);
		await review(world, code, '不入选', '再多写一点感受');
		expect(replyIn(await say(world, '投稿查询', 4))).toMatch(/没有入选\n评审意见：再多写一点感受/);
		const none = await world.run('submission', 'getWaiting', RULES, [
			{ wechat: { appId: APP_ID } },
		]);
		expect(none.error).toBeUndefined();
		expect(sizes(none)).toEqual([0, 1]);
	});

	it('are not taken when they are not fit; who needs help is answered, and the staff hears of it', async () => {
		const world = await newWorld();
		const unfit = await say(world, '投稿：网上赌博稳赚不赔，加我带你飞', 0);
		expect(sizes(unfit)).toEqual([1, 0, 0, 0]);
		expect(replyIn(unfit)).toContain('不适合发表');
		const danger = await say(world, '投稿：写完这篇我就想自杀了，再见', 1);
		expect(sizes(danger)).toEqual([1, 0, 0, 1]);
		expect(replyIn(danger)).toContain('12356');
		expect(world.tables.rows('activity_rows')).toEqual([]);
	});
});
