import { useAccount } from '../harness/account';
import { errcodeOf, runAction } from '../harness/engine';

const TAGGING = '/cgi-bin/tags/members/batchtagging';
const UNTAGGING = '/cgi-bin/tags/members/batchuntagging';

const byId = (id: number | string) => ({ tag: { __rl: true, mode: 'id', value: String(id) } });
const byName = (name: string) => ({ tag: { __rl: true, mode: 'name', value: name } });
const fromItem = { openIds: '={{ $json.openId }}' };

describe('Tag', () => {
	const account = useAccount();
	const run = async (
		operation: string,
		parameters: object,
		items: object[] = [{}],
		onError?: 'continueRegularOutput',
	) =>
		await runAction(
			'tag',
			operation,
			parameters as never,
			items as never,
			account.credentials,
			onError,
		);
	const addTag = (name: string): number => {
		const id = account.state.nextId();
		account.state.tags.set(id, { id, name });
		return id;
	};
	const addFollowers = (count: number): Array<{ openId: string }> =>
		[...Array(count).keys()].map((number) => {
			const { openId } = account.state.addFollower(`oFollower${number}`);
			return { openId };
		});

	it('creates, renames, lists and deletes tags', async () => {
		const created = await run('create', { name: '新客' });
		const id = created.items[0]?.json.id as number;
		expect(created.items[0]?.json).toEqual({ id, name: '新客' });
		await run('update', { ...byId(id), name: '老客' });
		const listed = await run('getMany', { returnAll: true });
		expect(listed.items.map(({ json }) => json.name)).toEqual(['星标组', '老客']);
		const deleted = await run('delete', byId(id));
		expect(deleted.items[0]?.json).toEqual({ deleted: true });
		expect(account.state.tags.has(id)).toBe(false);
	});

	it('tags 120 followers of 120 items in three calls, in order, paired', async () => {
		const id = addTag('活跃');
		const items = addFollowers(120);
		const result = await run('tagUsers', { ...byId(id), ...fromItem }, items);
		const sizes = account
			.calls(TAGGING)
			.map(({ body }) => (body as { openid_list: string[] }).openid_list.length);
		expect(sizes).toEqual([50, 50, 20]);
		expect(result.items.map(({ json }) => json.openId)).toEqual(items.map(({ openId }) => openId));
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_, item) => ({ item })),
		);
	});

	it('takes a list of OpenIDs in one item, sends each once, and untags', async () => {
		const id = addTag('活跃');
		addFollowers(3);
		const openIds = 'oFollower0, oFollower1，oFollower1\noFollower2';
		const tagged = await run('tagUsers', { ...byId(id), openIds });
		expect(tagged.items).toHaveLength(3);
		await run('untagUsers', { ...byId(id), openIds: '={{ ["oFollower0", "oFollower2"] }}' });
		expect(account.calls(UNTAGGING)).toHaveLength(1);
		const left = [...account.state.followers.values()].filter(({ tagIds }) => tagIds.includes(id));
		expect(left.map(({ openId }) => openId)).toEqual(['oFollower1']);
	});

	it('sends only the failed ids again after a partial failure (45171)', async () => {
		const id = addTag('活跃');
		const items = addFollowers(4);
		account.state.partialTagFailures = [['oFollower1', 'oFollower3']];
		const result = await run('tagUsers', { ...byId(id), ...fromItem }, items);
		const lists = account
			.calls(TAGGING)
			.map(({ body }) => (body as { openid_list: string[] }).openid_list);
		expect(lists[1]).toEqual(['oFollower1', 'oFollower3']);
		expect(lists).toHaveLength(2);
		expect(result.items).toHaveLength(4);
		expect(result.error).toBeUndefined();
	});

	it('fails only the items that stay failed', async () => {
		const id = addTag('活跃');
		const items = addFollowers(3);
		account.state.partialTagFailures = [['oFollower1'], ['oFollower1'], ['oFollower1']];
		const result = await run(
			'tagUsers',
			{ ...byId(id), ...fromItem },
			items,
			'continueRegularOutput',
		);
		expect(result.items.map(({ json }) => errcodeOf(json) ?? json.tagged)).toEqual([
			true,
			45171,
			true,
		]);
	});

	it('finds the one follower that spoils a batch', async () => {
		const id = addTag('活跃');
		const items = [...addFollowers(5), { openId: 'oStranger' }];
		const result = await run(
			'tagUsers',
			{ ...byId(id), ...fromItem },
			items,
			'continueRegularOutput',
		);
		expect(result.items.filter(({ json }) => json.tagged)).toHaveLength(5);
		expect(errcodeOf(result.items[5]?.json)).toBe(40003);
	});

	it('creates a tag that is named but missing, once for all items', async () => {
		const items = addFollowers(3);
		const result = await run('tagUsers', { ...byName('新粉'), ...fromItem }, items);
		expect(result.items).toHaveLength(3);
		expect(account.calls('/cgi-bin/tags/create')).toHaveLength(1);
		expect(account.calls('/cgi-bin/tags/get')).toHaveLength(1);
		expect(account.calls(TAGGING)).toHaveLength(1);
	});

	it('says so when a named tag is missing and must not be created', async () => {
		const [item] = addFollowers(1);
		const parameters = { ...byName('无'), ...fromItem, createIfMissing: false };
		const result = await run('tagUsers', parameters, [item ?? {}]);
		expect(result.error?.message).toBe("There is no tag with the name '无'");
	});

	it("lists a user's tags with names and a tag's followers", async () => {
		const id = addTag('活跃');
		for (const { openId } of addFollowers(2)) {
			account.state.followers.get(openId)?.tagIds.push(id);
		}
		const tags = await run('getUserTags', { openId: 'oFollower0' });
		expect(tags.items[0]?.json).toEqual({ openId: 'oFollower0', tagId: id, name: '活跃' });
		const followers = await run('getTagFollowers', { ...byId(id), returnAll: true });
		expect(followers.items.map(({ json }) => json.openId)).toEqual(['oFollower0', 'oFollower1']);
	});

	it('keeps items apart that name different tags', async () => {
		const [first, second] = [addTag('一'), addTag('二')];
		const items = addFollowers(4).map((item, position) => ({
			...item,
			tag: position % 2 ? first : second,
		}));
		const parameters = { tag: { __rl: true, mode: 'id', value: '={{ $json.tag }}' }, ...fromItem };
		const result = await run('tagUsers', parameters, items);
		expect(result.items.map(({ json }) => json.tagId)).toEqual([second, first, second, first]);
		expect(account.calls(TAGGING)).toHaveLength(2);
	});

	it('tags 10,000 items in 200 calls', async () => {
		const id = addTag('活跃');
		const result = await run('tagUsers', { ...byId(id), ...fromItem }, addFollowers(10_000));
		expect(result.items).toHaveLength(10_000);
		expect(account.calls(TAGGING)).toHaveLength(200);
	});
});
