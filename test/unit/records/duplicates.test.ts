import type { DataTableRecords } from '../../../nodes/shared/records/dataTables/dataTables';
import { DataTables, nextId } from '../../harness/dataTables';
import { dataTableRecords } from '../../harness/records';
import { specimen } from '../../harness/recordsContract';

/** What two runs that add one key leave in a Data table when one of them is killed. */
describe('a second row with the same key', () => {
	let tables: DataTables;
	let records: DataTableRecords;
	const free = { state: 'free' };
	const taken = { state: 'taken' };

	beforeEach(async () => {
		tables = new DataTables();
		records = dataTableRecords(tables);
		await records.remove(specimen, { where: { key: 'example' } });
	});

	/** Adds a row, and is killed once it is written. */
	async function addAndDie(key: string): Promise<void> {
		const killed = dataTableRecords(tables);
		await killed.read(specimen);
		tables.beforeStep = (operation) => {
			if (operation === 'get') throw new Error('Killed');
		};
		await expect(killed.add(specimen, [{ key, ...free }])).rejects.toThrow('Killed');
		tables.beforeStep = () => undefined;
	}

	/** As a person does who copies a row. */
	const type = (row: Record<string, string>): void => {
		const [table] = tables.tables;
		table?.rows.push({ id: nextId(table), token: null, ...row });
	};

	const states = (): unknown[] => tables.rows('specimen').map(({ key, state }) => [key, state]);

	it('is no second one to be claimed', async () => {
		await records.add(specimen, [{ key: 'a', ...free }]);
		expect(await records.claim(specimen, { key: 'a', ...free }, taken)).toHaveLength(1);
		await addAndDie('a');
		expect(await records.claim(specimen, { key: 'a', ...free }, taken)).toEqual([]);
		expect(states()).toEqual([['a', 'taken']]);
	});

	it('is claimed together with the first by one of many', async () => {
		await records.add(specimen, [{ key: 'a', ...free }]);
		await addAndDie('a');
		const claims = await Promise.all(
			Array.from(
				{ length: 8 },
				async () => await records.claim(specimen, { key: 'a', ...free }, taken),
			),
		);
		expect(claims.flat()).toMatchObject([{ key: 'a', ...taken }]);
		expect(states()).toEqual([['a', 'taken']]);
	});

	it('goes with the next row that is added or written under the key', async () => {
		await records.add(specimen, [{ key: 'a', words: 'first' }]);
		for (const write of [
			async () => await records.add(specimen, [{ key: 'a' }, { key: 'b' }]),
			async () => {
				await records.put(specimen, [{ key: 'a', state: 'open' }]);
			},
			async () => {
				await records.put(specimen, [
					{ key: 'a', state: 'open' },
					{ key: 'b', state: 'open' },
				]);
			},
		]) {
			await addAndDie('a');
			await write();
			expect(tables.rows('specimen').filter(({ key }) => key === 'a')).toMatchObject([
				{ words: 'first' },
			]);
		}
	});

	it('was added although another run removes it before it is read back', async () => {
		await records.add(specimen, [{ key: 'a' }]);
		let steps = 0;
		tables.beforeStep = () => {
			steps += 1;
			if (steps === 2) tables.tables.find(({ name }) => name.endsWith('specimen'))?.rows.splice(0);
		};
		const added = await records.add(specimen, [{ key: 'b', words: 'who leaves is forgotten' }]);
		expect(steps).toBe(2);
		expect(added).toMatchObject([{ isNew: true, row: { words: 'who leaves is forgotten' } }]);
		expect(await records.read(specimen)).toEqual([]);
	});

	it('is removed without what another run has written under its number meanwhile', async () => {
		await records.add(specimen, [{ key: 'a', words: 'first' }]);
		await addAndDie('a');
		let isFirst = true;
		tables.beforeStep = (operation) => {
			const [table] = tables.tables;
			if (operation !== 'deleteRows' || !isFirst || !table) return;
			isFirst = false;
			table.rows.splice(1);
			table.rows.push({ id: nextId(table), key: 'b', token: 'of another run' });
		};
		await records.put(specimen, [{ key: 'a', state: 'open' }]);
		expect(isFirst).toBe(false);
		expect(tables.rows('specimen').map(({ key }) => key)).toEqual(['a', 'b']);
	});

	it('stays when a person has typed it, and counts for nothing', async () => {
		await records.add(specimen, [{ key: 'a', words: 'first' }]);
		type({ key: 'a', words: 'copy' });
		await records.add(specimen, [{ key: 'a' }]);
		expect(tables.rows('specimen')).toHaveLength(2);
		for (const newestFirst of [false, true]) {
			const rows = await records.read(specimen, { newestFirst });
			expect(rows).toMatchObject([{ key: 'a', words: 'first' }]);
		}
	});

	it('does not stand in the way of rows that a person gave no key', async () => {
		for (const words of ['one', 'two']) type({ key: '', words, state: 'free' });
		expect(await records.claim(specimen, { key: '', ...free }, taken)).toHaveLength(2);
		expect(await records.read(specimen)).toHaveLength(2);
	});

	it('is given once where rows are claimed without their keys', async () => {
		await records.add(specimen, [
			{ key: 'a', ...free },
			{ key: 'b', ...free },
		]);
		await addAndDie('a');
		const claims = await Promise.all(
			Array.from({ length: 4 }, async () => await records.claim(specimen, free, taken)),
		);
		expect(claims.flat().map(({ key }) => key)).toEqual(['a', 'b']);
	});

	it('is claimed although the look at it failed', async () => {
		await records.add(specimen, [{ key: 'a', ...free }]);
		let isFirst = true;
		tables.beforeStep = (operation) => {
			if (operation !== 'get' || !isFirst) return;
			isFirst = false;
			throw new Error('Result count changed during pagination');
		};
		const claimed = await records.claim(specimen, { key: 'a', ...free }, taken);
		expect([isFirst, claimed.length]).toEqual([false, 1]);
	});
});
