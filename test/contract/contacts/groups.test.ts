import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { dataTablesOf } from '../../harness/dataTables';
import { testCredentials } from '../../harness/engine';
import { contactsNode, pushed } from './helper';

const NOW = '2026-11-24T12:10:00+08:00';

async function scene() {
	const credentials = await testCredentials({ appId: 'wxaaaaaaaa' });
	const tables = dataTablesOf(credentials);
	const run = async (
		resource: string,
		operation: string,
		parameters: INodeParameters,
		items: IDataObject[],
	) =>
		await contactsNode(
			{ resource, operation, options: { now: NOW }, ...parameters },
			items,
			credentials,
		);
	const offer = async (openId: string, parameters: INodeParameters = {}) =>
		await run('group', 'offerPlace', parameters, [pushed(openId, 'text', 0)]);
	const record = async (...items: IDataObject[]) => await run('contact', 'record', {}, items);
	/** Groups in place of the examples. */
	const groups = async (...rows: IDataObject[]) => {
		await offer('oFirst');
		const table = tables.tables.find(({ name }) => name.endsWith('_groups'));
		if (!table) throw new Error('There is no table');
		table.rows = rows.map((row, n) => ({
			id: n + 1,
			isActive: true,
			capacity: 2,
			priority: 0,
			scene: '',
			mediaId: '',
			link: '',
			invitation: '',
			expiresAt: null,
			tag: '',
			token: null,
			more: null,
			...row,
		}));
	};
	const places = () =>
		tables
			.rows('group_members')
			.map(({ groupKey, place }) => `${String(groupKey)} ${String(place)}`)
			.sort();
	return { tables, run, offer, record, groups, places };
}

const A = { key: 'group:a', name: '一群', priority: 2, link: 'https://a.example', scene: 'ga' };
const B = { key: 'group:b', name: '二群', priority: 1, mediaId: 'm1', invitation: '欢迎进{group}' };

describe('WeChat Contacts: groups', () => {
	it('offers a place with the invitation as the reply, and the same one again', async () => {
		const { offer, groups, places } = await scene();
		await groups(A, B);
		for (const isNew of [true, false]) {
			const { outputs, error } = await offer('oA');
			expect(error).toBeUndefined();
			expect(outputs[0]?.[0]).toMatchObject({
				reply: '为您安排了「一群」。https://a.example\n进群后回复“已进群”。',
				group: { key: 'group:a', isNew },
			});
		}
		expect((await offer('oB', { group: '二群' })).outputs[2]?.[0]).toMatchObject({
			reply: '欢迎进二群',
			mediaId: 'm1',
		});
		expect(places()).toHaveLength(2);
	});

	it('goes on with the next group, and tells when all are full', async () => {
		const { tables, offer, groups, places } = await scene();
		await groups(A, B);
		for (const openId of ['o1', 'o2', 'o3', 'o4']) await offer(openId);
		expect(places()).toEqual(['group:a 1', 'group:a 2', 'group:b 1', 'group:b 2']);
		const { outputs } = await offer('o5');
		expect(outputs[1]?.[0]).toMatchObject({ group: null, reply: expect.stringContaining('候补') });
		expect(tables.rows('marks')).toMatchObject([
			{ openId: 'oFirst' },
			{ openId: 'o5', what: 'groupWaiting' },
		]);
	});

	it('invites who waits, first come first served, once, when places become free', async () => {
		const { tables, run, offer, groups, places } = await scene();
		await groups({ ...A, capacity: 1 });
		for (const openId of ['o1', 'o2', 'o3', 'o4', 'o3']) await offer(openId);
		const free = async (parameters: INodeParameters = {}) => {
			const { outputs, error } = await run('group', 'offerFreePlaces', parameters, [{ at: 9 }]);
			expect(error).toBeUndefined();
			return outputs[0] ?? [];
		};
		const waiting = () => tables.rows('marks').map(({ openId }) => openId);
		await run('contact', 'forget', {}, [{ openId: 'oFirst' }]);
		expect(await free()).toEqual([]);
		expect(waiting()).toEqual(['o2', 'o3', 'o4']);
		for (const group of tables.tables.find(({ name }) => name.endsWith('_groups'))?.rows ?? [])
			group.capacity = 3;
		expect(await free({ most: 1 })).toMatchObject([
			{ at: 9, openId: 'o2', reply: expect.stringContaining('一群'), group: { place: 2 } },
		]);
		const both = await Promise.all([free(), free()]);
		expect(both.flat()).toMatchObject([{ openId: 'o3', group: { place: 3 } }]);
		expect(places()).toEqual(['group:a 1', 'group:a 2', 'group:a 3']);
		expect(waiting()).toEqual(['o4']);
	});

	it('lets who was invited wait again, also when the run that invited was killed', async () => {
		for (let step = 1; step <= 16; step++) {
			const { tables, run, offer, groups, places } = await scene();
			await groups({ ...A, capacity: 1 });
			await run('contact', 'forget', {}, [{ openId: 'oFirst' }]);
			/** As a person frees places. */
			const freePlaces = () => {
				const members = tables.tables.find(({ name }) => name.endsWith('group_members'));
				if (members) members.rows = [];
			};
			await offer('oA');
			await offer('oB');
			freePlaces();
			let steps = 0;
			tables.beforeStep = () => {
				steps += 1;
				if (steps === step) throw new Error('killed');
			};
			await run('group', 'offerFreePlaces', {}, [{}]);
			tables.beforeStep = () => undefined;
			await run('group', 'offerFreePlaces', {}, [{}]);
			expect(places()).toEqual(['group:a 1']);
			freePlaces();
			await offer('oC');
			expect((await offer('oB')).outputs[1]).toHaveLength(1);
			freePlaces();
			const { outputs } = await run('group', 'offerFreePlaces', {}, [{}]);
			expect(outputs[0]).toMatchObject([{ openId: 'oB' }]);
		}
	});

	it('gives no place twice when many come at the same moment, and each person one', async () => {
		const { offer, groups, places } = await scene();
		await groups({ ...A, capacity: 10 });
		const openIds = Array.from({ length: 30 }, (_, n) => `o${n % 15}`);
		const runs = await Promise.all(openIds.map(async (openId) => await offer(openId)));
		expect(new Set(places()).size).toBe(places().length);
		expect(places().length).toBeLessThanOrEqual(10);
		const winners = new Map<string, unknown>();
		runs.forEach(({ outputs }, n) => {
			const { group } = outputs[0]?.[0] ?? {};
			const place = (group as IDataObject | undefined)?.place;
			if (place === undefined) return;
			const openId = openIds[n] ?? '';
			expect(winners.get(openId) ?? place).toBe(place);
			winners.set(openId, place);
		});
	});

	it('holds whenever a run is killed', async () => {
		const { tables, offer, groups, places } = await scene();
		await groups(A);
		for (let step = 1; step <= 12; step++) {
			let steps = 0;
			tables.beforeStep = () => {
				steps += 1;
				if (steps === step) throw new Error('killed');
			};
			await offer('oA');
			tables.beforeStep = () => undefined;
			expect((await offer('oA')).outputs[0]).toHaveLength(1);
			expect(new Set(places()).size).toBe(1);
		}
	});

	it('gives no further place when a group was made smaller than what is taken', async () => {
		const { tables, offer, groups, places } = await scene();
		await groups({ ...A, capacity: 40 });
		for (const openId of ['o1', 'o2', 'o3']) await offer(openId);
		const taken = places().filter((place) => place.startsWith('group:a')).length;
		const table = tables.tables.find(({ name }) => name.endsWith('_groups'));
		for (const row of table?.rows ?? []) row.capacity = taken;
		expect((await offer('o9')).outputs[1]).toHaveLength(1);
		for (const row of table?.rows ?? []) row.capacity = taken + 1;
		expect((await offer('o9')).outputs[0]).toHaveLength(1);
		expect((await offer('o10')).outputs[1]).toHaveLength(1);
	});

	it('serves who asks in words, by a tap or by the code of a group, and lets others go on', async () => {
		const { run, groups, places } = await scene();
		await groups(A);
		const asked = async (operation: string, kind: string, fields: IDataObject) => {
			const item = pushed('oA', kind, 0, fields);
			const { outputs, error } = await run('group', operation, { concerns: 'words' }, [item]);
			expect(error).toBeUndefined();
			return outputs.findIndex((list) => list.length > 0);
		};
		for (const said of ['在吗', '怎么进群', '={{ $execution.id }}']) {
			expect(await asked('offerPlace', 'text', { Content: said, wechat: { text: said } })).toBe(3);
		}
		expect(await asked('offerPlace', 'event.SCAN', { wechat: { scene: 'store' } })).toBe(3);
		expect(await asked('offerPlace', 'event.subscribe', {})).toBe(3);
		expect(await asked('offerPlace', 'event.VIEW', { EventKey: '进群' })).toBe(3);
		expect(places().filter((place) => place.startsWith('group:a'))).toEqual([]);
		expect(await asked('offerPlace', 'text', { wechat: { text: '「进群」！' } })).toBe(0);
		expect(await asked('offerPlace', 'event.CLICK', { EventKey: '加群' })).toBe(0);
		expect(await asked('offerPlace', 'event.SCAN', { wechat: { scene: 'ga' } })).toBe(0);
		expect(await asked('join', 'text', { wechat: { text: '进群' } })).toBe(3);
		expect(await asked('join', 'text', { wechat: { text: '已进群' } })).toBe(0);
	});

	it('shows no picture to who waited, but how to get it, and records each offer once', async () => {
		const { tables, run, offer, groups } = await scene();
		await groups({ ...B, invitation: '', capacity: 1 });
		expect((await offer('o1')).outputs[2]?.[0]).toMatchObject({
			reply: expect.stringContaining('长按识别'),
			mediaId: 'm1',
		});
		await offer('o1');
		await offer('o2');
		const table = tables.tables.find(({ name }) => name.endsWith('_groups'));
		for (const row of table?.rows ?? []) row.capacity = 3;
		await run('contact', 'forget', {}, [{ openId: 'oFirst' }]);
		const { outputs } = await run('group', 'offerFreePlaces', {}, [{}]);
		expect(outputs[0]).toMatchObject([
			{ openId: 'o2', reply: expect.stringContaining('回复“进群”') },
		]);
		const offers = tables.rows('interactions').filter(({ kind }) => kind === 'groupOffer');
		expect(offers.map(({ openId }) => openId)).toEqual(['o1', 'o2']);
	});

	it('tells what groups need, and nothing when all is well', async () => {
		const { run, offer, groups } = await scene();
		await groups({ ...A, capacity: 3 }, { ...B, capacity: 2 });
		const check = async () => (await run('group', 'check', {}, [{}])).outputs[0];
		await run('contact', 'forget', {}, [{ openId: 'oFirst' }]);
		expect(await check()).toEqual([]);
		await groups(
			{ ...A, capacity: 2 },
			{ ...B, expiresAt: '2026-11-24T20:00:00+08:00' },
			{ key: 'group:c', name: '三群', expiresAt: '2026-11-20T20:00:00+08:00' },
			{ key: 'group:d', name: '四群', isActive: false },
		);
		await offer('o1', { group: '一群' });
		const [item] = (await check()) ?? [];
		expect(item?.summary).toBe(
			[
				'群提醒',
				'一群：已安排 2/2 人，请准备下一个群。',
				'二群：二维码 24 小时内过期，请更新图片和 expiresAt。',
				'三群：二维码已过期，请更新图片和 expiresAt。',
				'三群：没有二维码图片，也没有链接。',
			].join('\n'),
		);
		await groups({ ...A, capacity: 2 });
		await offer('o9');
		expect((await check())?.[0]?.summary).toContain('1 人在候补');
	});

	it('keeps the place of who unfollows without a name, and gives it to nobody else', async () => {
		const { tables, offer, record, groups } = await scene();
		await groups({ ...A, capacity: 1 });
		await record(pushed('oA', 'event.subscribe', 0));
		await offer('oA');
		expect(tables.rows('contacts')).toMatchObject([{ groupName: '一群' }]);
		await record(pushed('oA', 'event.unsubscribe', 60));
		expect(tables.rows('group_members')).toMatchObject([{ openId: '' }]);
		expect((await offer('oB')).outputs[1]).toHaveLength(1);
		await record(pushed('oA', 'event.subscribe', 120));
		expect((await offer('oA')).outputs[0]?.[0]).toMatchObject({ group: { isNew: false } });
	});

	it('notes once who has joined, and tells who takes part', async () => {
		const { tables, run, offer, record, groups } = await scene();
		await groups(A);
		await offer('oA');
		await offer('oB');
		const join = async (openId: string) =>
			(await run('group', 'join', {}, [pushed(openId, 'text', 0)])).outputs.map(
				(list) => list.length,
			);
		expect((await Promise.all([join('oA'), join('oA')])).sort()).toEqual([
			[0, 1, 0, 0],
			[1, 0, 0, 0],
		]);
		expect(await join('oX')).toEqual([0, 0, 1, 0]);
		expect(tables.rows('interactions').filter(({ kind }) => kind === 'groupJoin')).toHaveLength(1);
		await record(pushed('oA', 'text', 0), pushed('oA', 'event.CLICK', 1));
		const { outputs } = await run('group', 'getActiveMembers', { least: 2 }, [{}]);
		expect(outputs).toMatchObject([
			[{ openId: 'oA', tags: '活跃成员', state: 'joined', interactions: 2 }],
			[{ openId: 'oB', tags: '', state: 'offered' }],
		]);
	});
});

describe('WeChat Contacts: channels', () => {
	it('counts who scanned, followed, stayed, spoke and ordered, also of those who left', async () => {
		const { tables, run, record } = await scene();
		const by = (openId: string, at: number) =>
			pushed(openId, 'event.subscribe', at, { wechat: { scene: 'store', source: 'qrCode' } });
		await record(by('oA', 0), by('oB', 0), by('oC', 0), pushed('oB', 'text', 5));
		await record(pushed('oD', 'event.SCAN', 6, { wechat: { scene: 'store' } }));
		await record(pushed('oC', 'event.unsubscribe', 60), pushed('oB', 'event.unsubscribe', 60));
		await record(by('oB', 70));
		const table = tables.tables.find(({ name }) => name.endsWith('interactions'));
		table?.rows.push({ id: 99, key: 'order1', openId: 'oA', kind: 'order', eventKey: '' });
		const added = await run(
			'channel',
			'addChannel',
			{ scene: 'store', name: '收银台', tag: '门店' },
			[{}],
		);
		expect(added.outputs[0]).toMatchObject([{ channel: { scene: 'store', name: '收银台' } }]);
		const { outputs } = await run('channel', 'getFunnel', {}, [{}]);
		expect(outputs[0]?.[0]).toEqual({
			scene: 'store',
			name: '收银台',
			tag: '门店',
			scanned: 4,
			followed: 3,
			stillThere: 2,
			spoke: 0,
			ordered: 1,
			summary: '收银台：扫码 4 人，关注 3 人，还在 2 人，说过话 0 人，下单 1 人',
		});
		expect(outputs[1]).toHaveLength(1);
	});

	it('refuses a scene that no QR code takes', async () => {
		const { run } = await scene();
		const { error } = await run('channel', 'addChannel', { scene: 'x'.repeat(65), name: 'n' }, [
			{},
		]);
		expect(error?.message).toBe("'Scene' has more than 64 characters");
	});
});
