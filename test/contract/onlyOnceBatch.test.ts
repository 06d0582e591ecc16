import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { useAccount } from '../harness/account';
import { dataTablesOf, type DataTables } from '../harness/dataTables';
import { runNode } from '../harness/engine';

const TAGGING = '/cgi-bin/tags/members/batchtagging';
const BLOCKING = '/cgi-bin/tags/members/batchblacklist';

describe('Only Once, when items are joined into calls', () => {
	const account = useAccount();
	let tables: DataTables;
	let tagId = 0;
	beforeEach(() => {
		tables = dataTablesOf(account.credentials);
		tagId = account.state.nextId();
		account.state.tags.set(tagId, { id: tagId, name: '活跃' });
	});

	const people = (count: number, from = 0): IDataObject[] =>
		[...Array(count).keys()].map((number) => {
			const { openId } = account.state.addFollower(`oFollower${number + from}`);
			return { openId, key: `week-48:${number + from}` };
		});
	const run = async (
		items: IDataObject[],
		parameters: INodeParameters = {},
		onError?: INode['onError'],
	) =>
		await runNode(
			{
				type: 'weChatOfficialAccount',
				parameters: {
					resource: 'tag',
					operation: 'tagUsers',
					tag: { __rl: true, mode: 'id', value: String(tagId) },
					openIds: '={{ $json.openId }}',
					onlyOnce: true,
					...parameters,
				},
				...(onError ? { onError } : {}),
			},
			items,
			account.credentials,
		);
	const block = { resource: 'user', operation: 'block' };
	const sizes = (path = TAGGING) =>
		account.calls(path).map(({ body }) => (body as { openid_list: string[] }).openid_list.length);
	/** As if the runs so far were five minutes ago. */
	const age = () => {
		for (const row of tables.tables.flatMap(({ rows }) => rows)) {
			if (typeof row.at !== 'string' || row.at === '') continue;
			const shifted = new Date(Date.parse(row.at) - 300_000 + 8 * 3_600_000).toISOString();
			row.at = shifted.replace('Z', '+08:00');
		}
	};

	it('tags once, in as few calls, and gives the same results', async () => {
		const items = people(120);
		const first = await run(items);
		expect(sizes()).toEqual([50, 50, 20]);
		expect(first.items.map(({ json }) => json)).toEqual(
			items.map(({ openId }) => ({ openId, tagId, tagged: true })),
		);
		const second = await run(items);
		expect(sizes()).toHaveLength(3);
		expect(second.items.map(({ json }) => json)).toEqual(
			first.items.map(({ json }) => ({ ...json, alreadySent: true })),
		);
		expect(second.items.map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => ({ item })),
		);
	});

	it('leaves out of the call who was done before', async () => {
		await run(people(30));
		const { items } = await run(people(45));
		expect(sizes()).toEqual([30, 15]);
		expect(items.map(({ json }) => json.alreadySent === true)).toEqual(
			items.map((_, item) => item < 30),
		);
	});

	it('keeps tags, operations and keys apart', async () => {
		const items = people(2);
		await run(items);
		const other = account.state.nextId();
		account.state.tags.set(other, { id: other, name: '沉睡' });
		await run(items, { tag: { __rl: true, mode: 'id', value: String(other) } });
		await run(items, block);
		await run(items.map((item) => ({ ...item, key: 'week-49' })));
		expect(sizes()).toEqual([2, 2, 2]);
		expect(sizes(BLOCKING)).toEqual([2]);
		await run(items, block);
		expect(sizes(BLOCKING)).toEqual([2]);
	});

	it('takes a list of OpenIDs as one, in whatever order, and keeps none of them', async () => {
		const ids = people(3).map(({ openId }) => String(openId));
		const own = { onlyOnceKey: 'import-1' };
		const first = await run([{ openId: ids }], own);
		const second = await run([{ openId: ids.slice().reverse() }], own);
		expect(sizes()).toEqual([3]);
		expect(second.items.map(({ json }) => json.openId)).toEqual(ids.slice().reverse());
		expect(second.items.every(({ json }) => json.alreadySent === true)).toBe(true);
		expect(first.items).toHaveLength(3);
		expect(JSON.stringify(tables.rows('sent_log'))).not.toContain('oFollower');
		await run([{ openId: ids.slice(1) }], own);
		expect(sizes()).toEqual([3, 2]);
	});

	it('does an item that comes twice in a run once', async () => {
		const [item = {}] = people(1);
		const { items } = await run([item, item]);
		expect(items.map(({ json }) => json.alreadySent)).toEqual([undefined, true]);
		expect(sizes()).toEqual([1]);
	});

	it('tells which item has no key, and does the others', async () => {
		const items = people(3);
		const given = [{ openId: items[0]?.openId ?? '' }, ...items.slice(1)];
		const results = await run(given, {}, 'continueRegularOutput');
		expect(results.items.map(({ json }) => json)).toMatchObject([
			{ error: expect.stringContaining("'Only Once' needs a reference") as string },
			{ tagged: true },
			{ tagged: true },
		]);
		expect(sizes()).toEqual([2]);
	});

	it('gives an item whose tag is missing its error, and does the others', async () => {
		const [first = {}, second = {}] = people(2);
		const tag = { __rl: true, mode: 'id', value: '={{ $json.tagId }}' };
		const items = [
			{ ...first, tagId: '' },
			{ ...second, tagId },
		];
		const results = await run(items, { tag }, 'continueRegularOutput');
		expect(results.items.map(({ json }) => json)).toMatchObject([
			{ error: expect.stringContaining('Tag') as string },
			{ tagged: true },
		]);
	});

	it('tries again what WeChat refused, and only that', async () => {
		const items = people(60);
		account.simulator.platform.faults.add({ path: TAGGING, errcode: 45009, after: 1, times: 20 });
		const first = await run(items, {}, 'continueRegularOutput');
		expect(first.items.filter(({ json }) => json.tagged === true)).toHaveLength(50);
		account.simulator.platform.faults.clear();
		const before = sizes().length;
		const second = await run(items);
		expect(sizes().slice(before)).toEqual([10]);
		expect(second.items.every(({ json }) => json.tagged === true)).toBe(true);
	});

	it.each(['before', 'after'] as const)(
		'is whole again, and never unknown, when a call breaks off %s WeChat got it',
		async (reset) => {
			const items = people(5);
			account.simulator.platform.faults.add({ path: TAGGING, reset, times: 20 });
			const first = await run(items, {}, 'continueRegularOutput');
			expect(first.items.every(({ json }) => json.tagged === undefined)).toBe(true);
			account.simulator.platform.faults.clear();
			const second = await run(items);
			expect(second.items.map(({ json }) => json)).toEqual(
				items.map(({ openId }) => ({ openId, tagId, tagged: true })),
			);
		},
	);

	it('comes to the same when the store fails at any step', async () => {
		for (let failAt = 1; failAt <= 5; failAt++) {
			const items = people(3, 100 * failAt);
			let steps = 0;
			tables.beforeStep = () => {
				steps += 1;
				if (steps >= failAt) throw new Error('The database is locked');
			};
			await run(items, {}, 'continueRegularOutput');
			tables.beforeStep = () => undefined;
			age();
			await run(items, {}, 'continueRegularOutput');
			const last = await run(items);
			expect([failAt, last.items.map(({ json }) => json.alreadySent)]).toEqual([
				failAt,
				[true, true, true],
			]);
		}
	});

	it('does for two runs at the same moment once', async () => {
		const items = people(20);
		const results = await Promise.all([run(items), run(items), run(items)]);
		const done = results.flatMap(({ items: each }) => each.map(({ json }) => json));
		expect(sizes().reduce((sum, size) => sum + size, 0)).toBe(20);
		expect(done.filter(({ tagged, alreadySent }) => tagged && !alreadySent)).toHaveLength(20);
		expect(done.every(({ tagged, underWay }) => tagged === true || underWay === true)).toBe(true);
	});
});
