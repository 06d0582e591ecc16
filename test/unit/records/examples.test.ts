import { sleep } from 'n8n-workflow';
import { DataTables } from '../../harness/dataTables';
import { dataTableRecords } from '../../harness/records';
import { specimen } from '../../harness/recordsContract';

describe('examples of a Data table', () => {
	let tables: DataTables;

	beforeEach(() => {
		tables = new DataTables();
	});

	const keysFor = async (records = dataTableRecords(tables)) =>
		(await records.read(specimen)).map(({ key }) => key);

	it('come at the next use when the run that made the table was killed before they were in', async () => {
		const killed = dataTableRecords(tables);
		tables.beforeStep = () => {
			throw new Error('Killed');
		};
		await expect(killed.read(specimen)).rejects.toThrow('Killed');
		tables.beforeStep = () => undefined;
		expect(tables.rows('specimen')).toEqual([]);
		expect(await keysFor()).toEqual(['example']);
	});

	it('come at the next use of the same process when n8n failed to write them', async () => {
		const records = dataTableRecords(tables);
		tables.beforeStep = () => {
			tables.beforeStep = () => undefined;
			throw new Error('The database is locked');
		};
		await expect(records.read(specimen)).rejects.toThrow('locked');
		expect(await keysFor(records)).toEqual(['example']);
	});

	it('do not come back to a table that a person has emptied', async () => {
		const records = dataTableRecords(tables);
		expect(await keysFor(records)).toEqual(['example']);
		await records.remove(specimen, { where: { key: 'example' } });
		expect(await keysFor()).toEqual([]);
	});

	it('are there once when several processes begin at the same moment', async () => {
		const lists = await Promise.all(Array.from({ length: 5 }, async () => await keysFor()));
		expect(lists).toEqual(Array.from({ length: 5 }, () => ['example']));
		expect(tables.rows('specimen')).toHaveLength(1);
	});

	it('are seen by a run of the same process that begins while they are written', async () => {
		const { executeWorkflow } = tables;
		let isWriting = false;
		Object.assign(tables, {
			executeWorkflow: async (...given: Parameters<typeof executeWorkflow>) => {
				const isInsert = given[0].code?.nodes.some(
					({ parameters }) => parameters.operation === 'insert',
				);
				isWriting ||= isInsert === true;
				if (isInsert) await sleep(50);
				return await executeWorkflow(...given);
			},
		});
		const records = dataTableRecords(tables);
		const first = keysFor(records);
		while (!isWriting) await sleep(1);
		expect(await keysFor(records)).toEqual(['example']);
		expect(await first).toEqual(['example']);
		expect(tables.rows('specimen')).toHaveLength(1);
	});
});
