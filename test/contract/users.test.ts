import { useAccount } from '../harness/account';
import { runAction } from '../harness/engine';

describe('User', () => {
	const account = useAccount();
	const run = async (operation: string, parameters: object, items: object[] = [{}]) =>
		await runAction('user', operation, parameters as never, items as never, account.credentials);

	it('gets a follower, simplified or as WeChat sends it', async () => {
		account.state.addFollower('oA', { remark: '张三', tagIds: [101], followedAt: 1_700_000_000 });
		const simple = await run('get', { openId: 'oA' });
		expect(simple.items[0]?.json).toEqual({
			openId: 'oA',
			isFollower: true,
			followedAt: '2023-11-14T22:13:20.000Z',
			followScene: 'ADD_SCENE_SEARCH',
			remark: '张三',
			tagIds: [101],
			qrScene: null,
			unionId: null,
		});
		const raw = await run('get', { openId: 'oA', simplify: false });
		expect(raw.items[0]?.json).toMatchObject({ subscribe: 1, subscribe_time: 1_700_000_000 });
	});

	it('tells a person who has left from a follower', async () => {
		account.state.addFollower('oGone', { isFollowing: false });
		const result = await run('get', { openId: 'oGone' });
		expect(result.items[0]?.json).toMatchObject({ openId: 'oGone', isFollower: false });
	});

	it('joins the OpenIDs of 250 items into three calls', async () => {
		const items = [...Array(250).keys()].map((number) => ({ openId: `o${number}` }));
		for (const { openId } of items) account.state.addFollower(openId);
		const result = await run('getMany', { openIds: '={{ $json.openId }}' }, items);
		expect(account.calls('/cgi-bin/user/info/batchget')).toHaveLength(3);
		expect(result.items.map(({ json }) => json.openId)).toEqual(items.map(({ openId }) => openId));
	});

	it('lists more followers than one page holds', async () => {
		for (let number = 0; number < 12_345; number++) account.state.addFollower(`o${number}`);
		const all = await run('listFollowers', { returnAll: true });
		expect(all.items).toHaveLength(12_345);
		expect(new Set(all.items.map(({ json }) => json.openId)).size).toBe(12_345);
		const some = await run('listFollowers', { returnAll: false, limit: 7 });
		expect(some.items).toHaveLength(7);
	});

	it('lists nothing for an account without followers', async () => {
		const result = await run('listFollowers', { returnAll: true });
		expect(result.items).toEqual([]);
		expect(result.error).toBeUndefined();
	});

	it('sets a remark and refuses one that is too long before the call', async () => {
		account.state.addFollower('oA');
		const set = await run('setRemark', { openId: 'oA', remark: '老客户' });
		expect(set.items[0]?.json).toEqual({ openId: 'oA', remark: '老客户' });
		expect(account.state.followers.get('oA')?.remark).toBe('老客户');
		const long = await run('setRemark', { openId: 'oA', remark: '一二三四五六七八九十' });
		expect(long.error?.message).toBe("'Remark' has 30 bytes; WeChat accepts 29");
		expect(account.calls('/cgi-bin/user/info/updateremark')).toHaveLength(1);
	});

	it('tells who can be reached now, or at a given time', async () => {
		const interactions = '[{"kind":"text","at":"2020-01-01T00:00:00Z"}]';
		const at = async (options: object) =>
			await run('checkReachability', { openId: 'oA', interactions, options });
		expect((await at({})).items[0]?.json).toMatchObject({ canWrite: false });
		expect((await at({ now: '2020-01-02 09:00' })).items[0]?.json).toMatchObject({
			canWrite: true,
			messagesLeft: 5,
		});
		expect((await at({ now: 'soon' })).error?.message).toContain("'Now' is not a time");
	});
});
