import { INJECTIONS } from '../../harness/recordsContract';
import { onBothStores } from '../lib/onBothStores';

type Json = Record<string, unknown>;

onBothStores('WeChat Contacts', (scene) => {
	const NOON = Date.parse('2026-11-24T12:00:00+08:00') / 1_000;
	const pushed = (openId: string, kind: string, at: number, wechat: Json = {}): Json => ({
		FromUserName: openId,
		CreateTime: String(NOON + at),
		wechat: { kind, openId, appId: scene.appId, dedupeKey: `${openId}:${at}:${kind}`, ...wechat },
	});
	const run = async (operation: string, parameters: Json, items: Json[]) => {
		const options = { now: '2026-11-24T12:10:00+08:00', ...(parameters.options as Json) };
		const all = { resource: 'contact', operation, ...parameters, options };
		return await scene.run('weChatContacts', all, items);
	};

	it('records who follows, what they do, and deletes who leaves; texts stay texts', async () => {
		const follows = INJECTIONS.map((text, n) =>
			pushed(text, 'event.subscribe', n, { scene: text, source: 'qrCode', dedupeKey: `f${n}` }),
		);
		const items = [
			...follows,
			pushed('oA', 'event.subscribe', 0, { scene: 'store', source: 'qrCode' }),
			pushed('oA', 'text', 5, { text: '=1+1' }),
			pushed('oA', 'text', 5, { text: '=1+1' }),
			...INJECTIONS.map((text) => pushed(text, 'event.unsubscribe', 60)),
		];
		const { outputs, error } = await run('record', {}, items);
		expect(error).toBeUndefined();
		expect(outputs.slice(0, 3).map((list) => list.length)).toEqual([
			INJECTIONS.length + 1,
			2,
			INJECTIONS.length,
		]);
		expect(await scene.rows('contacts')).toMatchObject([{ openId: 'oA', scene: 'store' }]);
		expect(await scene.rows('interactions')).toMatchObject([
			{ kind: 'event.subscribe' },
			{ kind: 'text', text: '=1+1' },
		]);
		expect(await scene.rows('traces')).toHaveLength(INJECTIONS.length);
	}, 120_000);

	it('sets, tells, lists and finds the silent', async () => {
		const changes = { tier: 'vip', addTags: '会员', data: '{"city":"杭州"}' };
		const set = await run('set', { changes }, [{ openId: 'oA' }]);
		expect(set.outputs[0]).toMatchObject([{ contact: { tags: ['会员'], data: { city: '杭州' } } }]);
		const profile = await run('getProfile', {}, [{ openId: 'oA' }]);
		expect(profile.outputs[0]).toMatchObject([
			{ profile: { tier: 'vip', reachable: { canWrite: true } } },
		]);
		const many = await run('getMany', { filters: { tag: '会员', tier: 'vip' } }, [{}]);
		expect(many.outputs[0]).toMatchObject([{ openId: 'oA' }]);
		const options = { now: '2027-01-24T12:00:00+08:00' };
		for (const count of [1, 0]) {
			const silent = await run('findSilent', { silentDays: 30, options }, [{}]);
			expect(silent.outputs[0] ?? []).toHaveLength(count);
		}
	}, 120_000);

	it('imports followers, exports a person and forgets one', async () => {
		for (let n = 0; n < 120; n++) scene.simulator.platform.state.addFollower(`oF${n}`);
		const imported = await run('importFollowers', {}, [{}]);
		expect(imported.outputs[0]).toMatchObject([{ import: { listed: 120, added: 120 } }]);
		expect(await scene.rows('contacts')).toHaveLength(121);
		const exported = await run('export', {}, [{ openId: 'oA' }]);
		expect(exported.outputs[0]).toMatchObject([
			{ export: { tables: { contacts: [{ openId: 'oA' }], marks: [{ what: 'silent' }] } } },
		]);
		await run('forget', {}, [{ openId: 'oA' }]);
		expect(await scene.rows('contacts')).toHaveLength(120);
		expect(await scene.rows('interactions')).toEqual([]);
		expect(await scene.rows('marks')).toEqual([]);
	}, 120_000);
});
