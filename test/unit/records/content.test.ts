import { CHECKED_FOR_MS, Content } from '../../../nodes/shared/records/content';
import { MemoryRecords } from '../../../nodes/shared/records/memory';
import type { Records } from '../../../nodes/shared/records/port';
import type { RowOf } from '../../../nodes/shared/records/table';
import { DataTables } from '../../harness/dataTables';
import { dataTableRecords } from '../../harness/records';
import { specimen } from '../../harness/recordsContract';

const wordsOf = (rows: ReadonlyArray<RowOf<typeof specimen>>) => rows.map(({ words }) => words);

function open() {
	const tables = new DataTables();
	const make = jest.fn(wordsOf);
	return { tables, make, records: dataTableRecords(tables), content: new Content(specimen, make) };
}

describe('content that is kept between runs', () => {
	let now = Date.parse('2026-11-24T09:00:00+08:00');
	beforeEach(() => {
		jest.spyOn(Date, 'now').mockImplementation(() => now);
	});
	afterEach(() => jest.restoreAllMocks());

	it('is made once and needs no run of the store while it is fresh', async () => {
		const { tables, make, records, content } = open();
		expect(await content.of(records)).toEqual(['示例']);
		const { runs } = tables;
		expect(await content.of(records)).toBe(await content.of(records));
		expect([tables.runs, make.mock.calls.length]).toEqual([runs, 1]);
	});

	it('costs one short question once it is older, and is read again only after a write', async () => {
		const { tables, make, records, content } = open();
		await content.of(records);
		now += CHECKED_FOR_MS;
		const { runs } = tables;
		await content.of(records);
		expect([tables.runs - runs, make.mock.calls.length]).toEqual([1, 1]);
		await records.put(specimen, [{ key: 'example', words: '改过' }]);
		expect(await content.of(records)).toEqual(['示例']);
		now += CHECKED_FOR_MS;
		expect(await content.of(records)).toEqual(['改过']);
		expect(make).toHaveBeenCalledTimes(2);
	});

	it('keeps rows that people typed without a key', async () => {
		const { tables, records, content } = open();
		await records.read(specimen);
		for (const words of ['一', '二']) {
			const [table] = tables.tables;
			table?.rows.push({ id: 90 + table.rows.length, key: null, words });
		}
		expect(await content.of(records)).toEqual(['示例', '一', '二']);
	});

	it('is read once for many messages at the same moment', async () => {
		const { make, records, content } = open();
		const all = await Promise.all(Array.from({ length: 20 }, () => content.of(records)));
		expect(new Set(all).size).toBe(1);
		expect(make).toHaveBeenCalledTimes(1);
	});

	it('does not keep an error, nor wait for a run that never ends', async () => {
		const { tables, records, content } = open();
		await records.read(specimen);
		tables.beforeStep = () => {
			throw new Error('gone');
		};
		await expect(content.of(records)).rejects.toThrow('gone');
		tables.beforeStep = () => undefined;
		const never: Records = Object.assign(new MemoryRecords(), {
			versions: {
				scope: records.versions.scope,
				of: async () => await new Promise<string>(() => undefined),
			},
		});
		void content.of(never);
		now += 10_000;
		expect(await content.of(records)).toEqual(['示例']);
	});

	it('keeps accounts apart, and does not trust a clock that was set back', async () => {
		const { tables, make, records, content } = open();
		const other = dataTableRecords(tables, 'wechat_b');
		await other.put(specimen, [{ key: 'example', words: '别家' }]);
		expect(await content.of(records)).toEqual(['示例']);
		expect(await content.of(other)).toEqual(['别家']);
		await records.put(specimen, [{ key: 'example', words: '改过' }]);
		now -= 60_000;
		expect(await content.of(records)).toEqual(['改过']);
		expect(make).toHaveBeenCalledTimes(3);
	});

	it('is made anew each time where nothing outlives a run', async () => {
		const { make, content } = open();
		const records = new MemoryRecords();
		await content.of(records);
		await content.of(records);
		expect(make).toHaveBeenCalledTimes(2);
	});
});
