import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { tablePrefix } from '../../../nodes/shared/records/account';
import { comments } from '../../../nodes/shared/records/tables/comments';
import { interactions } from '../../../nodes/shared/records/tables/interactions';
import { useAccount } from '../../harness/account';
import { dataTablesOf } from '../../harness/dataTables';
import { runNode, type NodeSpec } from '../../harness/engine';
import { dataTableRecords } from '../../harness/records';
import { contactsNode, pushed } from '../contacts/helper';

const NOON = Date.parse('2026-11-24T12:00:00+08:00');
const object = (value: unknown): IDataObject => value as IDataObject;
const CATALOGUE = ['a1', 'a2', 'a3', 'a4'].map((itemId) => ({
	itemId,
	title: `标题${itemId}`,
	tags: '家常',
	url: `https://example.com/${itemId}`,
}));

describe('WeChat Recommend with records', () => {
	const account = useAccount();
	const tables = () => dataTablesOf(account.credentials);
	const records = () => dataTableRecords(tables(), tablePrefix(account.state.account.appId));
	const attempt = async (
		items: IDataObject[],
		now = NOON,
		parameters: INodeParameters = {},
		onError?: NodeSpec['onError'],
	) => {
		const { options, ...others } = parameters;
		const { run, error } = await runNode(
			{
				type: 'weChatRecommend',
				parameters: {
					operation: 'recommend',
					catalogueFrom: 'json',
					catalogue: JSON.stringify(CATALOGUE),
					historyFrom: 'records',
					count: 2,
					...others,
					options: { now: new Date(now).toISOString(), ...object(options ?? {}) },
				},
				onError,
			},
			items,
			account.credentials,
		);
		const main = run.data.resultData.runData.Subject?.at(-1)?.data?.main ?? [];
		return { error, json: main.map((list) => (list ?? []).map(({ json }) => json)) };
	};
	const recommend = async (...args: Parameters<typeof attempt>) => {
		const { error, json } = await attempt(...args);
		expect(error).toBeUndefined();
		return json;
	};
	const asks = (key: string, openId = 'oA') => ({ openId, wechat: { dedupeKey: key } });
	const idsOf = (json: IDataObject | undefined) =>
		((json?.recommendations ?? []) as IDataObject[]).map(({ itemId }) => itemId);

	it('reads what was recorded, records what it shows, and shows nothing twice', async () => {
		await records().add(interactions, [
			{ key: 'r1', openId: 'oA', kind: 'read', at: NOON - 86_400_000, articleId: 'a1' },
		]);
		const [first = []] = await recommend([asks('m1')]);
		const [second = [], nothing = []] = await recommend([asks('m2')], NOON + 60_000);
		const all = [...idsOf(first[0]), ...idsOf(second[0])];
		expect(all.sort()).toEqual(['a2', 'a3', 'a4']);
		expect(nothing).toEqual([]);
		const [, none = []] = await recommend([asks('m3')], NOON + 120_000);
		expect(none).toHaveLength(1);
	});

	it('answers the same message the same way, however often it is delivered', async () => {
		const [first = []] = await recommend([asks('m1')]);
		const [again = []] = await recommend([asks('m1')], NOON + 1_000);
		expect(idsOf(again[0])).toEqual(idsOf(first[0]));
		expect(tables().rows('interactions')).toHaveLength(2);
	});

	it('gives the same when it is run again after it was killed', async () => {
		for (let step = 1; step <= 4; step++) {
			let count = 0;
			tables().beforeStep = () => {
				count += 1;
				if (count === step) throw new Error('killed');
			};
			await recommend([asks('m1', `o${step}`)]).catch(() => undefined);
			tables().beforeStep = () => undefined;
			const [given = []] = await recommend([asks('m1', `o${step}`)]);
			expect(idsOf(given[0])).toHaveLength(2);
		}
	});

	it('keeps accounts apart', async () => {
		const of = (appId: string) => ({ openId: 'oA', wechat: { appId, dedupeKey: 'm' } });
		const [given = []] = await recommend([of('wxaaaaaaaaaaaaaaa1'), of('wxaaaaaaaaaaaaaaa2')]);
		expect(idsOf(given[0])).toEqual(idsOf(given[1]));
		const shown = tables().tables.filter(({ name }) => name.endsWith('interactions'));
		expect(shown.map(({ rows }) => rows.length)).toEqual([2, 2]);
	});

	it('does nothing without items', async () => {
		expect((await recommend([])).flat()).toEqual([]);
	});

	describe('what WeChat Contacts has recorded', () => {
		const appId = () => account.state.account.appId;
		const happens = async (kind: string, more: IDataObject) => {
			const wechat = { ...object(more.wechat ?? {}), appId: appId() };
			const item = pushed('oA', kind, 0, { ...more, wechat });
			const parameters = { operation: 'record', options: { now: new Date(NOON).toISOString() } };
			const { error } = await contactsNode(parameters, [item], account.credentials);
			expect(error).toBeUndefined();
		};
		const catalogue = (...itemIds: string[]) =>
			JSON.stringify([
				...itemIds.map((itemId) => ({ itemId, title: itemId, tags: '家常' })),
				{ itemId: 'page', title: '门店', tags: '门店', url: 'https://example.com/page?a=1' },
				{ itemId: 'other', title: '别的', tags: '旅行' },
			]);

		it.each<[string, string, IDataObject, string]>([
			['a menu tap', 'event.CLICK', { EventKey: 'mine' }, 'mine'],
			['a scanned QR code', 'event.SCAN', { wechat: { scene: 'mine' } }, 'mine'],
			['following by a QR code', 'event.subscribe', { wechat: { scene: 'mine' } }, 'mine'],
			['a message from an article', 'text', { MsgDataId: '2247483650', Idx: '2' }, '2247483650_2'],
			[
				'a menu that opens a page',
				'event.VIEW',
				{ EventKey: 'https://example.com/page?a=1' },
				'page',
			],
			['a key like an expression', 'event.CLICK', { EventKey: '=1+1' }, '=1+1'],
		])('reads %s: it is known, and what is like it comes first', async (_, kind, more, itemId) => {
			await happens(kind, more);
			const like = itemId === 'page' ? '门店' : '家常';
			const list = JSON.parse(catalogue('mine', '2247483650_2', '=1+1')) as IDataObject[];
			const rows = [...list, { itemId: 'alike', title: '相似', tags: like }];
			const [given = []] = await recommend([asks('m1')], NOON + 60_000, {
				catalogue: JSON.stringify(rows),
				count: 10,
			});
			expect(idsOf(given[0])).not.toContain(itemId);
			expect(idsOf(given[0])).toHaveLength(rows.length - 1);
			expect(given[0]).toMatchObject({ isPersonal: true });
			const best = list.filter(({ tags }) => tags === like).map((item) => item.itemId);
			expect([...best, 'alike']).toContain(idsOf(given[0])[0]);
		});

		it('reads comments on articles, and nothing of messages that were sent', async () => {
			await records().add(comments, [
				{ key: 'comment:1', openId: 'oA', articleId: 'mine', commentedAt: NOON - 1_000 },
			]);
			await records().add(interactions, [
				{ key: 's', openId: 'oA', kind: 'noticeSent', at: NOON, eventKey: 'T1', isOutgoing: true },
			]);
			const [given = []] = await recommend([asks('m1')], NOON + 60_000, {
				catalogue: catalogue('mine', 'T1'),
				count: 10,
			});
			expect(idsOf(given[0]).sort()).toEqual(['T1', 'other', 'page']);
		});

		it('takes a catalogue of thousands without a question for each of its items', async () => {
			await happens('event.CLICK', { EventKey: 'item7' });
			await recommend([asks('m1')], NOON + 60_000);
			const before = tables().runs;
			const ids = Array.from({ length: 3_000 }, (_, number) => `item${number}`);
			const [given = []] = await recommend([asks('m2')], NOON + 120_000, {
				catalogue: catalogue(...ids),
				count: 50,
			});
			expect(given[0]).toMatchObject({ isPersonal: true });
			expect(idsOf(given[0])).not.toContain('item7');
			expect(tables().runs - before).toBeLessThanOrEqual(6);
		});
	});

	it('records nothing in a run that ends with an error, and goes on with the others when told to', async () => {
		const items = [asks('m1'), { wechat: { dedupeKey: 'm2' } }];
		const { error } = await attempt(items);
		expect(error?.message).toContain("[Item 2] 'openId' is missing");
		expect(tables().rows('interactions')).toEqual([]);
		const { json } = await attempt(items, NOON, {}, 'continueRegularOutput');
		expect(json[0]).toMatchObject([
			{ openId: 'oA' },
			{ error: expect.stringContaining("'openId' is missing") },
		]);
		expect(tables().rows('interactions')).toHaveLength(2);
	});

	it('tells what is wrong with the catalogue, and excludes what an item says', async () => {
		const { error } = await attempt([asks('m1')], NOON, { catalogue: '[]' });
		expect(error?.message).toBe("'Catalogue' holds no rows");
		expect(error).toMatchObject({ description: expect.stringContaining('Connect the table') });
		const exclude = '={{ $json.openId === "oA" ? "a1，a2" : ["a3", "a4"] }}';
		const [given = []] = await recommend([asks('m1'), asks('m2', 'oB')], NOON, {
			options: { exclude },
		});
		expect(given.map((json) => idsOf(json).sort())).toEqual([
			['a3', 'a4'],
			['a1', 'a2'],
		]);
	});
});
