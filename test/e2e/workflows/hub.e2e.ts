import mapValues from 'lodash/mapValues';
import omit from 'lodash/omit';
import sortBy from 'lodash/sortBy';
import { setUpTables } from '../lib/setUp';
import { onEachStore, useSystem } from '../lib/useSystem';

/** A time says the same in every zone. */
const instant = (value: unknown) =>
	typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)
		? new Date(value).toISOString()
		: value;

const comparable = (rows: object[]) =>
	sortBy(
		rows.map((row) => mapValues(row, instant)),
		'key',
	);

onEachStore('00 and 01: tables, example content, the inbound hub', (store) => {
	const system = useSystem({ only: ['00', '01'], isAnew: true }, store);

	it('makes of nothing what the other suites begin with', async () => {
		const folder = store === 'Data Tables' ? 'workflows' : 'workflows/postgres';
		const tables = setUpTables(folder);
		expect(tables.length).toBeGreaterThan(40);
		for (const { name, rows } of tables) {
			const made = await system.app.rows(name);
			// The address of the staff's robot is entered by the installation.
			const wanted = rows.map((row) => (row.key === 'staffWebhookUrl' ? omit(row, 'value') : row));
			expect([name, comparable(made)]).toMatchObject([name, comparable(wanted)]);
		}
	});

	it('keeps what an operator has changed when 00 runs again', async () => {
		const { app } = system;
		await app.set('accountName', '我的茶铺');
		await app.run('00');
		const rows = await app.rows('wechat_settings');
		expect(rows.filter(({ key }) => key === 'accountName')).toMatchObject([{ value: '我的茶铺' }]);
	});

	it('welcomes by QR scene, and remembers the follower', async () => {
		const { app } = system;
		const { reading } = await app.push({
			FromUserName: 'oStore',
			MsgType: 'event',
			Event: 'subscribe',
			EventKey: 'qrscene_store',
			Ticket: 'ticket',
		});
		expect(reading).toMatchObject({ content: { content: expect.stringContaining('门店') } });
		await app.settled();
		const contacts = await app.rows('wechat_contacts');
		expect(contacts).toMatchObject([
			{ key: 'oStore', openId: 'oStore', isFollower: true, scene: 'store', tier: 'normal' },
		]);
	});

	it('records a message once, however often it is delivered', async () => {
		const { app } = system;
		const fields = {
			FromUserName: 'oFan',
			MsgType: 'text',
			Content: '在吗',
			MsgId: '24690134567890123',
		};
		await Promise.all([app.push(fields), app.push(fields)]);
		await app.settled();
		const rows = await app.rows('wechat_interactions');
		expect(rows.filter(({ openId }) => openId === 'oFan')).toMatchObject([
			{ key: 'oFan:24690134567890123', kind: 'text', text: '在吗' },
		]);
	});

	it.each(['user_authorization_cancellation', 'user_authorization_revoke'])(
		'fault 1.1: deletes the data of the person that %s names, and knows no push service',
		async (Event) => {
			const { app } = system;
			const openId = `oGone${Event.length}`;
			app.simulator.platform.state.addFollower(openId);
			await app.say(openId, '你好');
			await app.settled();
			await app.push({ FromUserName: 'oService', MsgType: 'event', Event, OpenID: openId });
			await app.settled();
			for (const table of ['wechat_interactions', 'wechat_contacts']) {
				const people = (await app.rows(table)).map((row) => row.openId);
				expect(people).not.toContain(openId);
				expect(people).not.toContain('oService');
			}
		},
	);

	it('fault 1.13: keeps who has followed since the event that asks to delete', async () => {
		const { app } = system;
		const { clock } = app.simulator.platform.state;
		const event = { FromUserName: 'oBack', MsgType: 'event' };
		const afterPaying = 'last_trade_no_42';
		const left = { ...event, Event: 'unsubscribe', CreateTime: clock.seconds() - 60 };
		await app.push({
			...event,
			Event: 'subscribe',
			EventKey: afterPaying,
			CreateTime: clock.seconds() - 30,
		});
		await app.settled();
		await app.push(left);
		await app.settled();
		const contacts = await app.rows('wechat_contacts');
		expect(contacts).toContainEqual(expect.objectContaining({ openId: 'oBack', scene: '' }));
		await app.push({ ...left, CreateTime: clock.seconds() });
		await app.settled();
		expect((await app.rows('wechat_contacts')).map(({ openId }) => openId)).not.toContain('oBack');
	});

	it('fault 4.5: writes no row for what the phone, the staff or WeChat report', async () => {
		const { app } = system;
		for (const Event of ['LOCATION', 'kf_create_session', 'user_info_modified']) {
			await app.push({ FromUserName: 'oQuiet', MsgType: 'event', Event, OpenID: 'oQuiet' });
		}
		await app.settled();
		for (const table of ['wechat_interactions', 'wechat_contacts']) {
			expect((await app.rows(table)).map(({ openId }) => openId)).not.toContain('oQuiet');
		}
	});

	it('deletes the data of a person who leaves', async () => {
		const { app } = system;
		app.simulator.platform.state.addFollower('oLeaver');
		await app.say('oLeaver', '你好');
		await app.settled();
		await app.push({ FromUserName: 'oLeaver', MsgType: 'event', Event: 'unsubscribe' });
		await app.settled();
		for (const table of ['wechat_interactions', 'wechat_contacts']) {
			const rows = await app.rows(table);
			expect(rows.filter(({ openId }) => openId === 'oLeaver')).toEqual([]);
		}
		expect(await app.failures()).toEqual([]);
	});
});
