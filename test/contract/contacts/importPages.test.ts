import { MemoryRecords } from '../../../nodes/shared/records/memory';
import { contacts } from '../../../nodes/shared/records/tables/contacts';
import { importFollowers } from '../../../nodes/WeChatContacts/operations/contact/import/importFollowers';
import type { Source } from '../../../nodes/WeChatContacts/operations/contact/import/pages';
import { MortalRun } from '../../harness/mortalRecords';

const ALL = Array.from({ length: 25 }, (_, n) => `o${n}`);
const PAGE = 10;

function source(pages: string[], isBroken: () => boolean = () => false): Source {
	return {
		page: async (after) => {
			if (isBroken()) throw new Error('45009');
			pages.push(after ?? '');
			const from = after === undefined ? 0 : ALL.indexOf(after) + 1;
			const openid = ALL.slice(from, from + PAGE);
			return await Promise.resolve({
				total: ALL.length,
				data: { openid },
				next_openid: openid.at(-1) ?? '',
			});
		},
		users: async () => await Promise.resolve(new Map()),
		tags: async () => await Promise.resolve([]),
	};
}

const RULES = { appId: 'wx', withProfiles: true, startsOver: false, now: 1_000 };

describe('importing followers page by page', () => {
	it('reads every page once, and goes on after the page that was done last', async () => {
		const records = new MemoryRecords();
		const pages: string[] = [];
		const broken = source(pages, () => pages.length === 2);
		await expect(importFollowers(records, { ...RULES, source: broken })).rejects.toThrow('45009');
		expect(await records.read(contacts)).toHaveLength(20);
		const done = await importFollowers(records, { ...RULES, source: source(pages) });
		expect(pages).toEqual(['', 'o9', 'o19']);
		expect(done).toMatchObject({ state: 'done', listed: 25, total: 25, added: 25 });
	});

	it('holds wherever it is killed', async () => {
		for (let step = 1; step <= 60; step++) {
			const records = new MemoryRecords();
			const run = new MortalRun(step);
			const rules = { ...RULES, source: source([]) };
			await run.run(async () => await importFollowers(run.records(records), rules));
			const done = await importFollowers(records, { ...RULES, source: source([]) });
			expect(done).toMatchObject({ state: 'done', listed: 25 });
			expect(await records.read(contacts)).toHaveLength(25);
		}
	});
});
