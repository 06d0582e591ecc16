import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { useAccount } from '../../harness/account';
import { dataTablesOf } from '../../harness/dataTables';
import { runNode } from '../../harness/engine';
import { INJECTIONS } from '../../harness/recordsContract';

const NOON = Date.parse('2026-11-24T12:00:00+08:00');
const MINUTE = 60_000;
const STEPS = [{ action: {}, observation: '营业时间：9:00 到 21:00' }];

describe('WeChat Assistant', () => {
	const account = useAccount();
	const rows = () => dataTablesOf(account.credentials).rows('assistant_questions');

	const message = (text: string, id = text, openId = 'oA', at = NOON): IDataObject => ({
		Content: text,
		wechat: {
			kind: 'text',
			openId,
			dedupeKey: `${openId}:${id}`,
			receivedAt: new Date(at).toISOString(),
			appId: account.state.account.appId,
		},
	});

	const run = async (
		operation: string,
		items: IDataObject[],
		parameters: INodeParameters = {},
		now = NOON,
	) => {
		const { run: ran, error } = await runNode(
			{
				type: 'weChatAssistant',
				parameters: { operation, ...parameters, options: { now: new Date(now).toISOString() } },
			},
			items,
			account.credentials,
		);
		const main = ran.data.resultData.runData.Subject?.[0]?.data?.main ?? [];
		return { error, outputs: main.map((list) => (list ?? []).map(({ json }) => json)) };
	};
	const take = async (item: IDataObject, parameters: INodeParameters = {}) =>
		(await run('takeQuestion', [item], parameters)).outputs;
	const check = async (asked: IDataObject, output: string, facts: unknown = STEPS) =>
		(
			await run('checkAnswer', [{ output, intermediateSteps: facts as IDataObject[] }], {
				asked: asked as INodeParameters,
			})
		).outputs;

	it('keeps a question, asks for patience, and tells the model what was said before', async () => {
		const [asked] = await take(message('你们几点关门'));
		expect(asked?.[0]).toMatchObject({
			reply: expect.stringContaining('正在为您查询') as string,
			prompt: '粉丝现在问：你们几点关门',
		});
		const [fine] = await check(asked?.[0] ?? {}, '每天 21:00 关门。');
		expect(fine?.[0]).toMatchObject({
			answer: '每天 21:00 关门。',
			wechat: { openId: 'oA' },
		});
		const [next] = await take(message('那周末呢', 'x', 'oA', NOON + MINUTE));
		expect(next?.[0]?.prompt).toBe(
			'之前的对话：\n问：你们几点关门\n答：每天 21:00 关门。\n\n粉丝现在问：那周末呢',
		);
		expect(JSON.stringify(next?.[0]?.prompt)).not.toContain('oA');
		// Nobody else hears of it.
		const [other] = await take(message('那周末呢', 'y', 'oB', NOON + MINUTE));
		expect(other?.[0]?.prompt).toBe('粉丝现在问：那周末呢');
		expect(rows()).toMatchObject([
			{ openId: 'oA', status: 'answered', answer: '每天 21:00 关门。' },
			{ openId: 'oA', status: 'asked' },
			{ openId: 'oB', status: 'asked' },
		]);
	});

	it('a message that is delivered again asks the model nothing, and gets what there is', async () => {
		const item = message('你们几点关门');
		const [asked] = await take(item);
		expect((await take(item))[1]?.[0]?.reply).toContain('还在查询');
		await check(asked?.[0] ?? {}, '每天 21:00 关门。');
		expect((await take(item))[1]?.[0]?.reply).toContain('每天 21:00 关门。');
		// An answer is checked once.
		expect((await check(asked?.[0] ?? {}, '每天 21:00 关门。')).flat()).toEqual([]);
		const twice = message('同时', 'z');
		const both = await Promise.all([take(twice), take(twice)]);
		expect(both.map(([ask]) => ask?.length).sort()).toEqual([0, 1]);
		expect(rows()).toHaveLength(2);
	});

	it('gives the answer to who taps for it, and only to them', async () => {
		const tap = async (openId: string, id: string) =>
			(await run('screen', [message('查看回答', id, openId)])).outputs[1]?.[0]?.reply;
		expect(await tap('oA', 'a')).toContain('请直接写下您的问题');
		const [asked] = await take(message('你们几点关门'));
		expect(asked?.[0]?.reply).toContain('msgmenucontent=查看回答');
		expect(await tap('oA', 'b')).toContain('还在查询');
		await check(asked?.[0] ?? {}, '每天 21:00 关门。');
		expect(await tap('oA', 'c')).toBe('每天 21:00 关门。\n（AI 生成，仅供参考）');
		expect(await tap('oB', 'd')).toContain('请直接写下您的问题');
	});

	it('screens what is urgent or sensitive, and lets the rest go on as it is', async () => {
		const danger = [{ word: '不想活', category: 'selfHarm' }];
		const { outputs } = await run('screen', [
			{ ...message('我不想活了'), insight: { urgency: 'high', sensitiveWords: danger } },
			{ ...message('你们几点关门'), insight: { urgency: 'low', sensitiveWords: [] } },
			message('1'),
		]);
		expect(outputs.slice(0, 3).map((list) => list.length)).toEqual([2, 0, 1]);
		expect(outputs[0]?.[0]).toEqual({
			...message('你们几点关门'),
			insight: { urgency: 'low', sensitiveWords: [] },
		});
		expect(outputs[2]?.[0]?.reason).toBe('可能有轻生或自伤的念头');
	});

	it('screens by the words of the message alone, too', async () => {
		const { outputs } = await run('screen', [message('扣了我两次钱'), message('会员号12345')]);
		expect(outputs.slice(0, 3).map((list) => list.length)).toEqual([1, 0, 1]);
		expect(outputs[2]?.[0]?.reason).toBe('紧急');
	});

	it('who is only like one with sensitive words is answered', async () => {
		const insight = {
			urgency: 'low',
			sensitiveWords: [{ word: '找点', category: 'adult', isGuess: true }],
		};
		const { outputs } = await run('screen', [{ ...message('给我找点东西看'), insight }]);
		expect(outputs[2] ?? []).toEqual([]);
	});

	it.each([
		['is urgent', { insight: { urgency: 'high', sensitiveWords: [] } }, '紧急'],
		[
			'is sensitive',
			{ insight: { urgency: 'low', sensitiveWords: [{ word: '赌', category: 'gambling' }] } },
			'有敏感词',
		],
		['asks for a person', { route: { why: 'askedForPerson' } }, '粉丝要找人工'],
		['asks again', { route: { why: 'answeredBefore' } }, '粉丝又问了一次'],
	])('who %s gets a person, and the model hears nothing of it', async (_, more, reason) => {
		const outputs = await take({ ...message('你们的课怎么样'), ...more });
		expect(outputs.slice(0, 3).map((list) => list.length)).toEqual([0, 0, 1]);
		expect(outputs[2]?.[0]?.reason).toBe(reason);
		expect(rows()).toEqual([]);
	});

	it('limits what one follower asks on a day, and what is no question', async () => {
		await take(message('第一个问题'), { perDay: 1 });
		const [, enough] = await take(message('第二个问题'), { perDay: 1 });
		expect(enough?.[0]?.reply).toContain('明天再聊');
		expect((await take(message('？？')))[1]?.[0]?.reply).toContain('请直接写下您的问题');
		expect((await take(message('长'.repeat(501))))[2]?.[0]?.reason).toBe('问题很长');
		expect(rows()).toHaveLength(1);
	});

	it('gives to a person what the model may not say, with the reason', async () => {
		const [asked] = await take(message('你们几点关门'));
		const [fine, person] = await check(asked?.[0] ?? {}, '现在打九折，只要 99 元');
		expect(fine).toEqual([]);
		expect(person?.[0]).toMatchObject({
			reason: expect.stringContaining('AI 助手：资料里没有的') as string,
			wechat: { openId: 'oA' },
		});
		const [second] = await take(message('还有呢', 'q2'));
		// An agent that failed gives neither answer nor steps.
		const failed = await run('checkAnswer', [{ error: 'timeout' }], {
			asked: (second?.[0] ?? {}) as INodeParameters,
		});
		expect(failed.error).toBeUndefined();
		expect(failed.outputs[1]?.[0]?.reason).toBe('AI 助手：没有回答');
		expect(rows().map(({ status }) => status)).toEqual(['person', 'person']);
	});

	it('finds what was left behind, once, and the answer that comes later is not sent', async () => {
		const [asked] = await take(message('你们几点关门'));
		expect((await run('getLeftBehind', [{}], {}, NOON + MINUTE)).outputs.flat()).toEqual([]);
		const later = NOON + 6 * MINUTE;
		const { outputs } = await run('getLeftBehind', [{}], {}, later);
		expect(outputs[0]).toMatchObject([
			{ openId: 'oA', text: '你们几点关门', reason: 'AI 助手没有答完' },
		]);
		expect((await run('getLeftBehind', [{}], {}, later)).outputs.flat()).toEqual([]);
		expect((await check(asked?.[0] ?? {}, '每天 21:00 关门。')).flat()).toEqual([]);
	});

	it.each(INJECTIONS)('%j stays text', async (text) => {
		const [asked, reply] = await take(message(`${text} 是什么`, 'injected'));
		expect(reply).toEqual([]);
		expect(asked?.[0]?.prompt).toBe(`粉丝现在问：${`${text} 是什么`.trim()}`);
		expect(rows()).toMatchObject([{ question: `${text} 是什么`.trim() }]);
	});

	it('tells what is wrong on the canvas', async () => {
		const { error } = await run('takeQuestion', [{ Content: '在吗' }]);
		expect(error?.message).toContain('no message of a follower');
		const other = await run('checkAnswer', [{ output: '好' }], { asked: '' });
		expect(other.error?.message).toContain("'Asked'");
	});
});
