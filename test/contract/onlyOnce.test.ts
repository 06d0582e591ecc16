import fc from 'fast-check';
import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { useAccount } from '../harness/account';
import { dataTablesOf, type DataTables } from '../harness/dataTables';
import { errcodeOf, runNode } from '../harness/engine';
import { INJECTIONS } from '../harness/recordsContract';
import type { Fault } from '../simulator/faults';

const CUSTOM = '/cgi-bin/message/custom/send';
const TEMPLATE = '/cgi-bin/message/template/send';
const SEND_ALL = '/cgi-bin/message/mass/sendall';
const REPLY = '/cgi-bin/comment/reply/add';
const ARTICLE_ID = 2247490098;

/** As the trigger gives it, as far as it matters. */
const message = (id = '1', openId = 'oA', more: IDataObject = {}) => ({
	Content: '你好',
	wechat: { openId, dedupeKey: `${openId}:${id}`, ...more },
});

const SENDERS = {
	text: {
		resource: 'customerServiceMessage',
		operation: 'sendText',
		openId: '={{ $json.wechat.openId }}',
		text: '收到',
	},
	comment: {
		resource: 'comment',
		operation: 'reply',
		article: { mode: 'id', value: String(ARTICLE_ID) },
		userCommentId: '1',
		content: '感谢留言',
	},
	template: {
		resource: 'templateMessage',
		operation: 'send',
		openId: '={{ $json.wechat.openId }}',
		templateId: { mode: 'id', value: 'T1' },
		fields: { mappingMode: 'defineBelow', value: { thing1: '书' } },
	},
	broadcast: {
		resource: 'broadcast',
		operation: 'send',
		audience: 'all',
		messageType: 'text',
		text: '上新',
	},
} satisfies Record<string, INodeParameters>;

describe('Only Once', () => {
	const account = useAccount();
	let tables: DataTables;
	beforeEach(() => {
		tables = dataTablesOf(account.credentials);
		const { state } = account;
		for (const openId of ['oA', 'oB']) {
			state.allow(state.addFollower(openId, { wroteAt: state.clock.now() }), 500, 24 * 3_600_000);
		}
		const content = '内容：{{thing1.DATA}}';
		state.templates.push({ id: 'T1', title: '通知', content, example: '' });
		state.articles.push({
			msgDataId: ARTICLE_ID,
			index: 0,
			title: '文章',
			url: '',
			publishedOn: '2026-11-24',
			isCommentable: true,
			comments: [
				{
					id: 1,
					openId: 'oA',
					createTime: state.clock.seconds(),
					content: '好看',
					isElected: false,
					isDeletedByUser: false,
				},
			],
		});
	});

	const run = async (
		parameters: INodeParameters,
		items: IDataObject[] = [message()],
		more: { id?: string; onError?: INode['onError'] } = {},
	) =>
		await runNode(
			{
				type: 'weChatOfficialAccount',
				parameters: { onlyOnce: true, ...parameters },
				...more,
			},
			items,
			account.credentials,
		);
	const jsonOf = async (...given: Parameters<typeof run>) =>
		(await run(...given)).items.map(({ json }) => json);
	const fault = (path: string, more: Omit<Fault, 'path'>) => {
		account.simulator.platform.faults.add({ path, ...more });
	};
	/** As if the runs so far were that long ago. */
	const age = (ms: number) => {
		for (const row of tables.tables.flatMap(({ rows }) => rows)) {
			for (const column of ['at', 'unsureSince']) {
				const value = row[column];
				if (typeof value !== 'string' || value === '') continue;
				const shifted = new Date(Date.parse(value) - ms + 8 * 3_600_000).toISOString();
				row[column] = shifted.replace('Z', '+08:00');
			}
		}
	};
	const texts = (openId = 'oA') =>
		account.state.followers.get(openId)?.inbox.map(({ via }) => via) ?? [];

	it('does nothing when it is off', async () => {
		await jsonOf({ ...SENDERS.text, onlyOnce: false });
		await jsonOf({ ...SENDERS.text, onlyOnce: false });
		expect(account.calls(CUSTOM)).toHaveLength(2);
		expect(tables.runs).toBe(0);
	});

	it('sends for a message that is delivered twice once, and gives the same result', async () => {
		const [first] = await jsonOf(SENDERS.text);
		expect(first).toEqual({ openId: 'oA', messageType: 'text', sent: true, text: '收到' });
		expect(await jsonOf(SENDERS.text)).toEqual([{ ...first, alreadySent: true }]);
		expect(account.calls(CUSTOM)).toHaveLength(1);
		expect(tables.rows('sent_log')).toMatchObject([
			{ what: 'Customer service message', openId: 'oA', state: 'sent' },
		]);
	});

	it('keeps messages, recipients, operations, nodes and accounts apart', async () => {
		const appId = (id: string) => message('1', 'oA', { appId: id });
		await run(SENDERS.text, [message(), message('2'), message('1', 'oB')]);
		await run(SENDERS.template);
		await run(SENDERS.text, [message()], { id: '11111111-0000-4000-8000-000000000000' });
		await run(SENDERS.text, [appId('wx0000000000000001'), appId('wx0000000000000002')]);
		expect(account.calls(CUSTOM)).toHaveLength(6);
		expect(account.calls(TEMPLATE)).toHaveLength(1);
	});

	it('takes a key of one’s own for every node, and one for items of a run', async () => {
		const own = { ...SENDERS.text, onlyOnceKey: '=birthday-{{ $json.year }}' };
		const at = (year: number) => ({ ...message(), year });
		const results = await jsonOf(own, [at(2026), at(2026), at(2027)]);
		expect(results.map(({ alreadySent }) => alreadySent)).toEqual([undefined, true, undefined]);
		const id = '11111111-0000-4000-8000-000000000000';
		expect(await jsonOf(own, [at(2027)], { id })).toMatchObject([{ alreadySent: true }]);
		expect(account.calls(CUSTOM)).toHaveLength(2);
	});

	it('takes the field key of rows', async () => {
		const item = { ...message(), wechat: { openId: 'oA' }, key: 'case:7' };
		await run(SENDERS.text, [item]);
		expect(await jsonOf(SENDERS.text, [item])).toMatchObject([{ alreadySent: true }]);
	});

	it('sends nothing without a key, and says so', async () => {
		const { error } = await run({ ...SENDERS.text, openId: 'oA' }, [{}]);
		expect(error?.message).toContain("'Only Once' needs a reference");
		const items = [{ wechat: { openId: 'oA' } }, message()];
		const results = await jsonOf(SENDERS.text, items, { onError: 'continueRegularOutput' });
		expect(results).toMatchObject([
			{ error: expect.stringContaining('reference') as string },
			{ sent: true },
		]);
		expect(account.calls(CUSTOM)).toHaveLength(1);
	});

	it('tries again after a refusal', async () => {
		fault(CUSTOM, { errcode: 45015 });
		const [failed] = await jsonOf(SENDERS.text, [message()], { onError: 'continueRegularOutput' });
		expect(errcodeOf(failed)).toBe(45015);
		expect(await jsonOf(SENDERS.text)).toMatchObject([{ sent: true }]);
	});

	it.each(['before', 'after'] as const)(
		'never repeats a message that was broken off %s WeChat got it, and says what to do',
		async (reset) => {
			fault(CUSTOM, { reset });
			await run(SENDERS.text);
			const [again] = await jsonOf(SENDERS.text);
			expect(again).toEqual({
				openId: 'oA',
				unknown: true,
				sentKey: expect.stringMatching(/^customerServiceMessage\.sendText:oA:oA:1@/) as string,
				summary: expect.stringContaining('state') as string,
			});
			expect(account.calls(CUSTOM)).toHaveLength(1);
		},
	);

	it('says that another run is under way, and later that it was broken off', async () => {
		await run(SENDERS.text);
		const [row] = tables.tables.find(({ name }) => name.endsWith('sent_log'))?.rows ?? [];
		Object.assign(row ?? {}, { state: 'sending', attempt: 'other' });
		expect(await jsonOf(SENDERS.text)).toMatchObject([{ underWay: true }]);
		age(4 * 60_000);
		expect(await jsonOf(SENDERS.text)).toMatchObject([{ unknown: true }]);
		expect(account.calls(CUSTOM)).toHaveLength(1);
	});

	it.each(['before', 'after'] as const)(
		'repeats a template message that was broken off %s WeChat got it, by the same ID',
		async (reset) => {
			fault(TEMPLATE, { reset });
			await run(SENDERS.template);
			expect(await jsonOf(SENDERS.template)).toMatchObject([
				{ msgId: expect.any(String) as string },
			]);
			const ids = account.calls(TEMPLATE).map(({ body }) => (body as IDataObject).client_msg_id);
			expect(ids).toEqual([expect.stringMatching(/^[\w-]{32}$/), ids[0]]);
			expect(texts()).toEqual(['template']);
		},
	);

	it('does not repeat a template message when WeChat has forgotten it', async () => {
		fault(TEMPLATE, { reset: 'after' });
		await run(SENDERS.template);
		age(9 * 60_000);
		account.state.clock.advance(600_000);
		expect(await jsonOf(SENDERS.template)).toMatchObject([{ unknown: true }]);
		expect(texts()).toEqual(['template']);
	});

	it('knows a broadcast again that WeChat has sent, also by other content', async () => {
		fault(SEND_ALL, { reset: 'after' });
		await run(SENDERS.broadcast);
		const other = { ...SENDERS.broadcast, text: '上新了' };
		const [again] = await jsonOf(other);
		expect(again).toMatchObject({
			sentBefore: true,
			msgId: expect.stringMatching(/^\d+$/) as string,
		});
		expect(await jsonOf(other)).toEqual([{ ...again, alreadySent: true }]);
		expect(account.state.broadcasts.size).toBe(1);
	});

	it('takes a reply to a comment that WeChat has as given', async () => {
		fault(REPLY, { reset: 'after' });
		await run(SENDERS.comment, [{}]);
		const [again] = await jsonOf(SENDERS.comment, [{}]);
		expect(again).toMatchObject({ isReplied: true, userCommentId: '1' });
		expect(again).not.toHaveProperty('alreadySent');
		expect(await jsonOf(SENDERS.comment, [{}])).toEqual([{ ...again, alreadySent: true }]);
		expect(account.calls(REPLY)).toHaveLength(2);
	});

	it('tells when somebody else has replied to the comment', async () => {
		await run({ ...SENDERS.comment, onlyOnce: false }, [{}]);
		const { error } = await run(SENDERS.comment, [{}]);
		expect(error?.message).toContain('88005');
	});

	it.each(INJECTIONS)('takes %j for a key like any other', async (text) => {
		const item = { wechat: { openId: 'oA', dedupeKey: text } };
		await run(SENDERS.text, [item]);
		expect(await jsonOf(SENDERS.text, [item])).toMatchObject([{ alreadySent: true }]);
	});

	it('sends one of many deliveries at the same moment', async () => {
		const results = await Promise.all([1, 2, 3, 4].map(async () => await jsonOf(SENDERS.text)));
		expect(account.calls(CUSTOM)).toHaveLength(1);
		expect(results.flat().filter(({ sent, alreadySent }) => sent && !alreadySent)).toHaveLength(1);
	});

	it('goes on with a run of many that was broken off, and sends nothing twice', async () => {
		const items = Array.from({ length: 12 }, (_, position) => message(String(position)));
		fault(CUSTOM, { errcode: 45009, after: 5, times: 20 });
		await run(SENDERS.text, items);
		account.simulator.platform.faults.clear();
		const results = await jsonOf(SENDERS.text, items);
		expect(results.every(({ sent }) => sent === true)).toBe(true);
		expect(texts()).toHaveLength(12);
	});

	it('comes to the same whatever fails, and however often it is run', async () => {
		const failures = fc.record({
			sender: fc.constantFrom(...(['text', 'template', 'comment', 'broadcast'] as const)),
			failAt: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
			reset: fc.option(fc.constantFrom('before' as const, 'after' as const), { nil: undefined }),
			isTwice: fc.boolean(),
		});
		let count = 0;
		await fc.assert(
			fc.asyncProperty(failures, async ({ sender, failAt, reset, isTwice }) => {
				count += 1;
				const { state } = account;
				const id = 100 + count;
				const comments = state.articles[0]?.comments ?? [];
				comments.push({
					id,
					createTime: 1,
					content: '好',
					isElected: false,
					isDeletedByUser: false,
				});
				const parameters = { ...SENDERS[sender], userCommentId: String(id) };
				const items = [message(`p${count}`)];
				const isText = sender === 'text';
				const path = { text: CUSTOM, template: TEMPLATE, comment: REPLY, broadcast: SEND_ALL }[
					sender
				];
				// WeChat allows few broadcasts a month.
				state.broadcasts.clear();
				const received = () =>
					({
						text: texts().filter((via) => via === 'customerService').length,
						template: texts().filter((via) => via === 'template').length,
						comment: comments.filter(({ reply }) => reply !== undefined).length,
						broadcast: state.broadcasts.size,
					})[sender];
				const before = received();

				let steps = 0;
				tables.beforeStep = () => {
					steps += 1;
					if (steps === failAt) throw new Error('The database is locked');
				};
				if (reset) fault(path, { reset });
				const once = async () => await run(parameters, items, { onError: 'continueRegularOutput' });
				await Promise.all(isTwice ? [once(), once()] : [once()]);
				tables.beforeStep = () => undefined;
				account.simulator.platform.faults.clear();
				age(4 * 60_000);
				await once();
				const [last] = (await once()).items;

				const isUnknown = last?.json.unknown === true;
				expect(isUnknown || last?.json.alreadySent === true).toBe(true);
				if (isUnknown) expect(isText && reset !== undefined).toBe(true);
				else expect(received() - before).toBe(1);
				expect(received() - before).toBeLessThanOrEqual(1);
			}),
			{ seed: 20_261_124, numRuns: 40 },
		);
	});
});
