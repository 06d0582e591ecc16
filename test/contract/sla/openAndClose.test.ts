import type { IDataObject } from 'n8n-workflow';
import { useAccount } from '../../harness/account';
import { dataTablesOf } from '../../harness/dataTables';
import { message, rowsOf, sla } from './cases';

const HOSTILE = ['={{ $execution.id }}', '=1+1', "'; drop table x; --"];

describe('open case', () => {
	const account = useAccount();
	const open = async (items: IDataObject[], more = {}) =>
		await sla(account, 'openCase', { items, ...more });

	it('says by when a person answers, and keeps what the item had', async () => {
		const { outputs, error } = await open([message('oA', '要退货')]);
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([
			{
				Content: '要退货',
				case: { key: 'case:chat:oA', tier: 'other', dueAt: '2026-11-24T04:00:00.000Z' },
				reply: '好的，已经转给人工客服，请稍候。',
				summary: '【转人工】其他 私信\n「要退货」\n粉丝：oA\n请在 11-24 12:00 前回复',
			},
		]);
		expect(outputs[1]).toEqual([]);
		expect(rowsOf(account, 'cases')).toMatchObject([
			{ state: 'open', openId: 'oA', text: '要退货' },
		]);
		expect(rowsOf(account, 'case_events')).toMatchObject([{ kind: 'userMessage' }]);
	});

	it('promises the next morning after hours, with words of ones own', async () => {
		const replies = { afterHours: '下班了，{due} 前回复' };
		const { outputs } = await open([message('oA', '在吗', '22:30')], {
			now: '2026-11-24T22:30:00+08:00',
			replies,
		});
		expect(outputs[0]?.[0]?.reply).toBe('下班了，11月25日 11:00 前回复');
	});

	it('takes the tier of the contact, of the field, of the item: the policy that comes first decides', async () => {
		await open([message('oFirst', 'x')]);
		const tables = dataTablesOf(account.credentials);
		const contacts = tables.tables.find(({ name }) => name.endsWith('_contacts'));
		contacts?.rows.push({ id: 1, key: 'contact:oV', openId: 'oV', tier: 'vip' });
		const { outputs } = await open(
			[
				message('oV', 'a'),
				message('oN', 'b', '10:00', { tier: 'negative' }),
				message('oX', 'c', '10:00', { tier: 'unheard of' }),
			],
			{ caseTier: 'negative' },
		);
		const tiers = outputs[0]?.map((json) => (json.case as IDataObject).tier);
		expect(tiers).toEqual(['vip', 'negative', 'negative']);
	});

	it('joins the open case with a further message, which never loosens the deadline', async () => {
		await open([message('oA', '投诉！', '09:30')], { caseTier: 'negative' });
		const { outputs } = await open([message('oA', '还有，地址错了')]);
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]).toMatchObject([
			{ case: { tier: 'negative' }, reply: '您补充的内容已经记下，我们会一并答复您。' },
		]);
		expect(rowsOf(account, 'cases')).toHaveLength(1);
		expect(rowsOf(account, 'case_events')).toHaveLength(2);
	});

	it('opens once, however often and at once the same message comes', async () => {
		const item = message('oA', '要退货');
		const runs = await Promise.all([open([item]), open([item]), open([item])]);
		const keys = runs.map(({ outputs }) => outputs[0]?.[0]?.noticeKey);
		expect(new Set(keys).size).toBe(1);
		expect(rowsOf(account, 'cases')).toHaveLength(1);
		expect(rowsOf(account, 'case_events')).toHaveLength(1);
	});

	it('joins two messages of one person at the same moment', async () => {
		const runs = await Promise.all([open([message('oA', '一')]), open([message('oA', '二二')])]);
		const opened = runs.flatMap(({ outputs }) => outputs[0] ?? []);
		expect(opened).toHaveLength(1);
		expect(rowsOf(account, 'cases')).toHaveLength(1);
		expect(rowsOf(account, 'case_events')).toHaveLength(2);
	});

	it('takes comments, and does not speak as usual to somebody in danger', async () => {
		const comment = {
			msgDataId: '2247483647',
			index: 0,
			userCommentId: '7',
			openId: 'oC',
			content: '不好用',
			createdAt: '2026-11-24T09:50:00+08:00',
		};
		const danger = message('oD', '不想活了', '10:00', {
			// As Text Insight gives it.
			insight: { sensitiveWords: [{ word: '不想活', category: 'selfHarm' }] },
		});
		const row = message('oE', '不想活了', '10:00', {
			sensitiveWords: [{ word: '不想活', category: 'selfHarm' }],
		});
		const { outputs } = await open([comment, danger, row]);
		expect(outputs[0]).toMatchObject([
			{ case: { key: 'case:comment:2247483647:0:7', channel: 'comment' } },
		]);
		expect(outputs[2]).toMatchObject([
			{ reply: expect.stringContaining('12356') as string },
			{ reply: expect.stringContaining('12356') as string },
		]);
	});

	it('tells each urgent message apart, also in a case that is open, and what it is about', async () => {
		await open([message('oA', '要退货')]);
		const { outputs } = await open([
			message('oA', '再不退我就打12315', '10:05'),
			message('oA', '今天要用，很急', '10:06'),
			message('oB', '活着好累，想从楼上跳下去', '10:07'),
		]);
		expect(outputs.map((items) => items?.length)).toEqual([0, 1, 2]);
		const [threat, danger] = outputs[2] ?? [];
		expect(threat?.summary).toContain('【紧急】');
		expect(threat?.reply).not.toContain('12356');
		expect(danger?.summary).toContain('轻生');
		expect(danger?.reply).toContain('12356');
		expect(threat?.noticeKey).not.toBe(danger?.noticeKey);
	});

	it('keeps texts, keys and OpenIDs of strangers as they are', async () => {
		const items = HOSTILE.map((text) => ({
			Content: text,
			wechat: { kind: 'text', openId: text, dedupeKey: text },
		}));
		const { outputs, error } = await open(items);
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ Content }) => Content)).toEqual(HOSTILE);
		expect(rowsOf(account, 'cases').map(({ text }) => text)).toEqual(HOSTILE);
		expect(rowsOf(account, 'cases').map(({ openId }) => openId)).toEqual(HOSTILE);
	});

	it('keeps two accounts apart', async () => {
		const ofOther = message('oA', '要退货');
		Object.assign(ofOther.wechat as IDataObject, { appId: 'wx99999999' });
		await open([message('oA', '要退货'), ofOther]);
		const tables = dataTablesOf(account.credentials).tables.filter(({ name }) =>
			name.endsWith('_cases'),
		);
		expect(tables.map(({ rows }) => rows.length)).toEqual([1, 1]);
	});

	it('loses nothing when it is killed at any step and the message comes again', async () => {
		const tables = dataTablesOf(account.credentials);
		for (let step = 1; step <= 8; step++) {
			let count = 0;
			tables.beforeStep = () => {
				count += 1;
				if (count === step) throw new Error('killed');
			};
			const item = message(`oK${step}`, '要退货');
			await open([item]);
			tables.beforeStep = () => undefined;
			const { outputs } = await open([item]);
			expect(outputs[0]).toHaveLength(1);
		}
		expect(rowsOf(account, 'cases')).toHaveLength(8);
		expect(rowsOf(account, 'case_events')).toHaveLength(8);
	});

	it('says what is wrong with an item, and goes on where it shall', async () => {
		const items = [{ Content: '谁？' }, message('oA', '要退货')];
		const { error } = await open(items);
		expect(error?.message).toBe('It is not known who waits');
		const { outputs } = await open(items, { onError: 'continueRegularOutput' });
		expect(outputs[0]).toMatchObject([
			{ error: 'It is not known who waits' },
			{ Content: '要退货' },
		]);
		expect((await open([message('oA', 'x')], { caseChannel: 'comment' })).error?.message).toBe(
			'The item is no comment',
		);
	});
});

describe('close case', () => {
	const account = useAccount();

	it('closes the case of a follower once, and opens it anew with the next message', async () => {
		await sla(account, 'openCase', { items: [message('oA', '要退货')] });
		const later = '2026-11-24T10:20:00+08:00';
		const close = { items: [{ openId: 'oA' }], now: later, closedBy: '小李' };
		expect((await sla(account, 'closeCase', close)).outputs[0]).toHaveLength(1);
		expect((await sla(account, 'closeCase', close)).outputs).toMatchObject([
			[],
			[{ openId: 'oA' }],
		]);
		expect(rowsOf(account, 'cases')).toMatchObject([{ state: 'closed', closedBy: '小李' }]);
		const { outputs } = await sla(account, 'openCase', {
			items: [message('oA', '还没收到', '10:30')],
			now: '2026-11-24T10:30:00+08:00',
		});
		expect(outputs[0]).toHaveLength(1);
		expect(rowsOf(account, 'cases')).toMatchObject([
			{ state: 'open', closedBy: '', text: '还没收到' },
		]);
	});

	it('closes a comment, and what needs no answer counts neither as in time nor as late', async () => {
		const comment = { msgDataId: '2247483647', index: 1, userCommentId: '9', content: '好' };
		await sla(account, 'openCase', { items: [comment] });
		const { outputs } = await sla(account, 'closeCase', { items: [comment], ending: 'resolved' });
		expect(outputs[0]).toHaveLength(1);
		const report = await sla(account, 'getReport', {
			now: '2026-11-24T20:00:00+08:00',
			period: 'today',
		});
		expect(report.outputs[0]).toMatchObject([
			{ cases: 1, inTime: 0, late: 0, inTimePercent: null },
		]);
	});

	it('is whole after a kill at any step', async () => {
		const tables = dataTablesOf(account.credentials);
		for (let step = 1; step <= 6; step++) {
			await sla(account, 'openCase', { items: [message(`oK${step}`, '要退货')] });
			let count = 0;
			tables.beforeStep = () => {
				count += 1;
				if (count === step) throw new Error('killed');
			};
			const close = { items: [{ openId: `oK${step}` }], now: '2026-11-24T10:10:00+08:00' };
			await sla(account, 'closeCase', close);
			tables.beforeStep = () => undefined;
			await sla(account, 'closeCase', close);
			const row = rowsOf(account, 'cases').find(({ openId }) => openId === `oK${step}`);
			expect(row?.state).toBe('closed');
		}
		const kinds = rowsOf(account, 'case_events').map(({ kind }) => kind);
		expect(kinds.filter((kind) => kind === 'resolved')).toHaveLength(6);
	});
});
