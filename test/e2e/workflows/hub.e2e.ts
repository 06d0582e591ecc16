import { onEachStore, useSystem } from '../lib/useSystem';

onEachStore('00 and 01: tables, example content, the inbound hub', (store) => {
	const system = useSystem({ only: ['00', '01'] }, store);

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
