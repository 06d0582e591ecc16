import { onBothStores } from '../lib/onBothStores';

const NODE = 'weChatOfficialAccount';

onBothStores('WeChat Official Account, menus by the calendar', (n8n) => {
	const state = () => n8n.simulator.platform.state;
	const night = async (day: string) => {
		const options = { now: `${day}T01:00:00+08:00` };
		const run = await n8n.run(NODE, { resource: 'menu', operation: 'publishDue', options });
		expect(run.error).toBeUndefined();
		return (run.outputs[0] ?? []).map(({ summary }) => summary);
	};
	const tap = async (EventKey: string) => {
		const parameters = { resource: 'menu', operation: 'answerTap' };
		const run = await n8n.run(NODE, parameters, [{ EventKey }]);
		expect(run.error).toBeUndefined();
		return (run.outputs[0] ?? []).map(({ reply }) => reply);
	};

	it('makes its table with examples, and publishes what is due, once', async () => {
		state().menu = { button: [{ type: 'click', name: '原来', key: 'OLD' }] };
		expect(await night('2026-12-31')).toEqual([]);
		expect(await n8n.rows('menu_calendar')).toHaveLength(3);
		await n8n.write('menu_calendar', { key: 'menu:new-year', isActive: true });
		expect(await night('2026-12-31')).toEqual([expect.stringContaining('“新年菜单”')]);
		expect(await night('2026-12-31')).toEqual([]);
		expect(state().menu?.button[0]).toMatchObject({ name: '新年活动' });
	});

	it('brings back what was there before, and answers taps; texts stay texts', async () => {
		expect(await night('2027-01-08')).toEqual([expect.stringContaining('原来的菜单')]);
		expect(state().menu?.button).toMatchObject([{ name: '原来', key: 'OLD' }]);
		await n8n.write('menu_calendar', {
			key: 'menu:standard',
			isActive: true,
			menu: '报名：={{ $execution.id }}',
		});
		expect(await tap('报名')).toEqual(['={{ $execution.id }}']);
		expect(await tap('签到')).toEqual([]);
	});
});

onBothStores('WeChat Contacts, contents for groups', (n8n) => {
	const run = async (operation: string, parameters = {}) => {
		const given = { resource: 'group', operation, ...parameters };
		const { outputs, error } = await n8n.run('weChatContacts', given, [{}]);
		expect(error).toBeUndefined();
		return outputs;
	};

	it('offers, checks and chooses', async () => {
		expect((await run('check')).flat()).toEqual([]);
		await n8n.write('groups', { key: 'group:members1', isActive: true, capacity: 1 });
		const [offered] = await run('offerPlace', { openId: 'oA' });
		expect(offered).toMatchObject([{ group: { name: '会员一群' } }]);
		const [needs] = await run('check');
		expect(needs?.[0]?.summary).toContain('已安排 1/1 人');
		const at = new Date().toISOString();
		await n8n.write('interactions', { key: 'm1', openId: 'oA', kind: 'text', at });
		expect((await run('chooseContent')).flat()).toEqual([]);
		await n8n.write('group_contents', { key: 'content:welcome', isActive: true });
		const [send] = await run('chooseContent');
		expect(send).toMatchObject([{ openId: 'oA', layer: 'new', key: 'content:welcome' }]);
	});
});
