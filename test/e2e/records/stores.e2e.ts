import type { NewRow, RowOf, Table } from '../../../nodes/shared/records/table';
import { describeRecords, type specimen } from '../../harness/recordsContract';
import { newAppId, onBothStores } from '../lib/onBothStores';
import { openProbe, throughProbe, type Call } from '../lib/probe';

type Specimen = typeof specimen;

onBothStores('stores in a real n8n', (scene) => {
	let call: Call;
	beforeAll(async () => {
		call = await openProbe(scene);
	});

	describeRecords(
		'every store',
		async () => await Promise.resolve(throughProbe(call, `wechat_${newAppId().slice(-8)}`)),
		60_000,
	);

	it('begins a table with its examples, once, also when many make it at the same moment', async () => {
		const records = throughProbe(call, `wechat_${newAppId().slice(-8)}`);
		const table = {} as Specimen;
		const lists = await Promise.all(
			Array.from({ length: 5 }, async () => await records.read(table)),
		);
		expect(lists).toHaveLength(5);
		const rows: Array<RowOf<Table>> = await records.read(table);
		expect(rows).toMatchObject([{ key: 'example', words: '示例', points: 1 }]);
		await records.put(table, [{ key: 'example', words: '改过' } satisfies NewRow<Specimen>]);
		expect(await records.read(table)).toMatchObject([{ words: '改过' }]);
	}, 60_000);

	it('keeps accounts apart', async () => {
		const [one, other] = [newAppId(), newAppId()].map((appId) =>
			throughProbe(call, `wechat_${appId.slice(-8)}`),
		);
		const table = {} as Specimen;
		await one?.add(table, [{ key: 'k', words: 'one' }]);
		await other?.add(table, [{ key: 'k', words: 'other' }]);
		expect(await one?.read(table, { where: { key: 'k' } })).toMatchObject([{ words: 'one' }]);
		expect(await other?.read(table, { where: { key: 'k' } })).toMatchObject([{ words: 'other' }]);
	}, 60_000);

	it('leaves nothing in the list of executions but the run that called', async () => {
		const before = await scene.client.countEnded();
		await throughProbe(call, `wechat_${newAppId().slice(-8)}`).add({} as Specimen, [{ key: 'k' }]);
		expect((await scene.client.countEnded()) - before).toBeLessThanOrEqual(1);
	}, 60_000);
});
