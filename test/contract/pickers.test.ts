import { listSearch } from '../../nodes/WeChatOfficialAccount/methods/listSearch';
import type { Search } from '../../nodes/WeChatOfficialAccount/methods/search';
import { useAccount } from '../harness/account';
import { loadOptionsContext } from '../harness/triggers';
import { seed } from '../simulator/control';

const PAGE = 20;

describe('pickers', () => {
	const account = useAccount();
	const pick = async (search: Search, filter?: string, token?: string) =>
		await search.call(
			await loadOptionsContext(
				{ name: 'Node', type: 'weChatOfficialAccount' },
				account.credentials,
			),
			filter,
			token,
		);
	const addMaterial = (id: string, name: string, type = 'image') => {
		const data = Buffer.from('x');
		account.state.materials.set(id, { type, contentType: 'image/png', data, name, updatedAt: 1 });
	};

	it('lists drafts by the title of their first article, page by page', async () => {
		for (let number = 0; number < 45; number++) {
			const articles = [{ title: `第${number}期` }, { title: '次条' }];
			account.state.drafts.set(`draft${number}`, { articles, updatedAt: number });
		}
		const first = await pick(listSearch.searchDrafts);
		expect(first.results).toHaveLength(PAGE);
		expect(first.results[0]?.name).toMatch(/^第\d+期 \(\+1\)$/);
		const second = await pick(listSearch.searchDrafts, '', String(first.paginationToken));
		const third = await pick(listSearch.searchDrafts, '', String(second.paginationToken));
		expect(third.results).toHaveLength(5);
		expect(third.paginationToken).toBeUndefined();
		const seen = [first, second, third].flatMap(({ results }) => results.map(({ value }) => value));
		expect(new Set(seen).size).toBe(45);
	});

	it('fault 2.12: do not keep anybody waiting at a frequency limit', async () => {
		account.simulator.platform.faults.add({ errcode: 45011, times: 9 });
		const before = Date.now();
		await expect(pick(listSearch.searchTags)).rejects.toThrow('45011');
		expect(Date.now() - before).toBeLessThan(5_000);
		expect(account.calls()).toHaveLength(1);
	});

	it('fault 2.15: list the articles of the other days when one cannot be read', async () => {
		seed(account.simulator.platform, {
			articles: [{ msgDataId: 2247490098, title: '一', daysAgo: 2 }],
		});
		const path = '/datacube/getarticletotaldetail';
		// Yesterday, which is not ready in the morning.
		account.simulator.platform.faults.add({ path, errcode: 61503 });
		const { results } = await pick(listSearch.searchArticles);
		expect(results.map(({ name }) => name)).toEqual(['一']);
		account.simulator.platform.faults.add({ path, errcode: 48001, times: 7 });
		await expect(pick(listSearch.searchArticles)).rejects.toThrow('48001');
	});

	it('looks for a filter on later pages too, but not on all of them', async () => {
		for (let number = 0; number < 150; number++) addMaterial(`m${number}`, `图${number}.png`);
		const { results } = await pick(listSearch.searchImages, '图57.');
		expect(results.map(({ name }) => name)).toEqual(['图57.png']);
		account.simulator.platform.journal.length = 0;
		const nothing = await pick(listSearch.searchImages, '没有');
		expect(nothing.results).toEqual([]);
		expect(account.calls()).toHaveLength(5);
		expect(nothing.paginationToken).toBe('0:100');
	});

	it('lists all kinds of files one after the other', async () => {
		addMaterial('m1', '图.png');
		addMaterial('v1', '片.mp4', 'video');
		addMaterial('s1', '声.mp3', 'voice');
		const names: string[] = [];
		let token: string | undefined;
		do {
			const page = await pick(listSearch.searchMaterials, '', token);
			names.push(...page.results.map(({ name }) => name));
			token = page.paginationToken as string | undefined;
		} while (token);
		expect(names).toEqual(['图.png', '片.mp4', '声.mp3']);
		expect((await pick(listSearch.searchVideos)).results.map(({ value }) => value)).toEqual(['v1']);
	});

	it('lists published articles, customer service accounts and the keys of the menu', async () => {
		account.state.publications.set('p1', {
			articleId: 'a1',
			publishId: 'p1',
			mediaId: 'd1',
			msgDataId: 1,
			status: 0,
			articles: [{ title: '新品' }],
			updatedAt: 1,
		});
		account.state.menu = {
			button: [
				{ type: 'click', name: '价格', key: 'PRICE' },
				{ name: '更多', sub_button: [{ type: 'click', name: '帮助', key: 'HELP' }] },
			],
		};
		const [article] = (await pick(listSearch.searchPublishedArticles)).results;
		expect(article).toMatchObject({ name: '新品', value: 'a1' });
		const keys = await pick(listSearch.searchMenuKeys);
		expect(keys.results).toEqual([
			{ name: '价格 (PRICE)', value: 'PRICE' },
			{ name: '帮助 (HELP)', value: 'HELP' },
		]);
		expect((await pick(listSearch.searchKfAccounts)).results).toEqual([]);
		account.state.menu = undefined;
		expect((await pick(listSearch.searchMenuKeys)).results).toEqual([]);
	});

	it('says what to do when the list cannot be read', async () => {
		const path = '/cgi-bin/draft/batchget';
		account.simulator.platform.faults.add({ path, errcode: 48001 });
		const failure = pick(listSearch.searchDrafts);
		await expect(failure).rejects.toThrow('not allowed to call this API');
	});
});
