import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { tablePrefix } from '../../../nodes/shared/records/account';
import type { NewRow } from '../../../nodes/shared/records/table';
import { contacts } from '../../../nodes/shared/records/tables/contacts';
import { groupMembers, placeKey } from '../../../nodes/shared/records/tables/groupMembers';
import { groups } from '../../../nodes/shared/records/tables/groups';
import { dataTablesOf } from '../../harness/dataTables';
import { testCredentials } from '../../harness/engine';
import { dataTableRecords } from '../../harness/records';
import { contactsNode, pushed } from './helper';

const APP_ID = 'wxaaaaaaaa';
const START = Date.parse('2026-11-24T12:00:00+08:00');
const HOUR_MS = 3_600_000;

const A = { key: 'group:a', name: '一群', isActive: true, capacity: 2, priority: 2, link: 'a' };
const B = { key: 'group:b', name: '二群', isActive: true, capacity: 2, priority: 1, link: 'b' };

async function scene(...rows: Array<NewRow<typeof groups>>) {
	const credentials = await testCredentials({ appId: APP_ID });
	const tables = dataTablesOf(credentials);
	const records = dataTableRecords(tables, tablePrefix(APP_ID));
	await records.put(groups, rows);
	const run = async (
		operation: string,
		hours: number,
		item: IDataObject,
		options: INodeParameters = {},
	) => {
		const now = new Date(START + hours * HOUR_MS).toISOString();
		const parameters = { resource: 'group', operation, options: { now, ...options } };
		const { outputs, error } = await contactsNode(parameters, [item], credentials);
		expect(error).toBeUndefined();
		return outputs;
	};
	/** The group and number of the place that is offered; undefined when all are full. */
	const offer = async (openId: string, hours: number, options: INodeParameters = {}) => {
		const [[offered] = []] = await run('offerPlace', hours, pushed(openId, 'text', 0), options);
		const { key, place, isNew } = (offered?.group ?? {}) as IDataObject;
		return offered && [key, place, isNew];
	};
	/** Whether somebody who says so has a place. */
	const join = async (openId: string, hours: number) =>
		(await run('join', hours, pushed(openId, 'text', 0)))[0]?.length === 1;
	const owners = async () =>
		(await records.read(groupMembers)).map(({ groupKey, openId }) => [groupKey, openId]).sort();
	return { tables, records, run, offer, join, owners };
}

describe('WeChat Contacts: offers of places that nobody has taken', () => {
	it('end after three days: who comes then gets the place, and once', async () => {
		const { offer, owners, run } = await scene({ ...A, capacity: 1 });
		expect(await offer('o1', 0)).toEqual(['group:a', 1, true]);
		expect(await offer('o2', 72)).toBeUndefined();
		expect(await offer('o3', 73)).toEqual(['group:a', 1, true]);
		expect(await owners()).toEqual([['group:a', 'o3']]);
		expect(await run('join', 74, pushed('o1', 'text', 0))).toMatchObject([[], [], [{}], []]);
		expect(await offer('o1', 74)).toBeUndefined();
		expect(await offer('o1', 73 + 73)).toEqual(['group:a', 1, true]);
	});

	it('end as an option says, or never', async () => {
		const { offer } = await scene({ ...A, capacity: 1 });
		await offer('o1', 0);
		expect(await offer('o2', 10_000, { offerHours: 0 })).toBeUndefined();
		expect(await offer('o2', 12, { offerHours: 12 })).toBeUndefined();
		expect(await offer('o2', 13, { offerHours: 12 })).toEqual(['group:a', 1, true]);
	});

	it('hold their place until somebody else gets it', async () => {
		const { offer, join, owners } = await scene(A);
		expect(await offer('o1', 0)).toEqual(['group:a', expect.any(Number), true]);
		const own = (await offer('o1', 100))?.[1];
		expect(await offer('o1', 100)).toEqual(['group:a', own, false]);
		// Offered anew at 100 hours, so it is nobody else's at 150.
		expect(await offer('o2', 150)).toEqual(['group:a', 3 - Number(own), true]);
		expect(await offer('o3', 151)).toBeUndefined();
		expect(await join('o2', 400)).toBe(true);
		expect(await offer('o3', 800)).toEqual(['group:a', own, true]);
		expect(await owners()).toEqual([
			['group:a', 'o2'],
			['group:a', 'o3'],
		]);
	});

	it('leave those alone who have joined, and rows without a time', async () => {
		const { records, offer, join } = await scene(A);
		await offer('o1', 0);
		expect(await join('o1', 1)).toBe(true);
		const own = Number((await offer('o1', 2))?.[1]);
		const key = placeKey('group:a', 3 - own);
		const typed = { groupKey: 'group:a', openId: 'oTyped', place: 3 - own, state: 'offered' };
		await records.add(groupMembers, [{ key, ...typed }]);
		expect(await offer('o2', 10_000)).toBeUndefined();
	});

	it('go last, after places that nobody has had', async () => {
		const { records, offer } = await scene({ ...A, capacity: 3 });
		const first = (await offer('o1', 0))?.[1];
		await records.add(contacts, [{ key: 'contact:o1', openId: 'o1', groupName: '一群' }]);
		const groupNameOf = async () => (await records.read(contacts)).map((row) => row.groupName);
		for (const openId of ['o2', 'o3']) {
			const [, place, isNew] = (await offer(openId, 100)) ?? [];
			expect([place === first, isNew]).toEqual([false, true]);
		}
		expect(await groupNameOf()).toEqual(['一群']);
		expect(await offer('o4', 100)).toEqual(['group:a', first, true]);
		expect(await groupNameOf()).toEqual(['']);
		expect(await offer('o5', 100)).toBeUndefined();
	});

	it('of a group whose code is of no use any more end when another has a place', async () => {
		const { records, offer, owners } = await scene(A);
		await offer('o1', 0);
		await records.put(groups, [{ key: A.key, isActive: false }]);
		expect(await offer('o1', 1)).toBeUndefined();
		expect(await owners()).toEqual([['group:a', 'o1']]);
		await records.put(groups, [B]);
		expect(await offer('o1', 2)).toEqual(['group:b', expect.any(Number), true]);
		expect(await owners()).toEqual([['group:b', 'o1']]);
	});

	it('are for who waits, and count for nothing when the groups are checked', async () => {
		const { offer, run } = await scene({ ...A, capacity: 1 });
		await offer('o1', 0);
		expect(await offer('o2', 1)).toBeUndefined();
		expect(await run('offerFreePlaces', 72, {})).toEqual([[]]);
		expect(await run('check', 72, {})).toMatchObject([
			[{ needs: ['一群：已安排 1/1 人，请准备下一个群。', expect.stringMatching(/^1 人在候补/)] }],
		]);
		expect(await run('check', 73, {})).toMatchObject([[{ needs: [expect.any(String)] }]]);
		expect(await run('offerFreePlaces', 73, {}, { offerHours: 0 })).toEqual([[]]);
		expect(await run('offerFreePlaces', 73, {})).toMatchObject([[{ openId: 'o2' }]]);
		expect(await run('check', 73, {})).toMatchObject([[{ needs: [expect.any(String)] }]]);
	});

	it('give no place twice when many come at the same moment, their owners among them', async () => {
		const { offer, owners } = await scene({ ...A, capacity: 5 });
		for (let n = 0; n < 5; n++) await offer(`o${n}`, 0);
		const openIds = Array.from({ length: 20 }, (_, n) => `o${n % 10}`);
		const answers = await Promise.all(openIds.map(async (openId) => await offer(openId, 100)));
		const places = new Map<unknown, Set<string>>();
		answers.forEach((answer, n) => {
			if (!answer) return;
			const people = places.get(answer[1]) ?? new Set();
			places.set(answer[1], people.add(openIds[n] ?? ''));
		});
		expect([...places.values()].map(({ size }) => size)).toEqual([...places].map(() => 1));
		const held = await owners();
		expect(held).toHaveLength(5);
		expect(new Set(held.map(([, openId]) => openId)).size).toBe(5);
	});

	it('are given to one other person whenever the run that gives them is killed', async () => {
		for (let step = 1; step <= 16; step++) {
			const { tables, offer, owners } = await scene({ ...A, capacity: 1 });
			await offer('o1', 0);
			let steps = 0;
			tables.beforeStep = () => {
				steps += 1;
				if (steps === step) throw new Error('killed');
			};
			await offer('o2', 100).catch(() => undefined);
			tables.beforeStep = () => undefined;
			expect(await offer('o2', 100)).toEqual(['group:a', 1, expect.any(Boolean)]);
			expect(await owners()).toEqual([['group:a', 'o2']]);
		}
	});
});
