import { useAccount } from '../harness/account';
import { runAction } from '../harness/engine';

describe('tags are brought into step', () => {
	const account = useAccount();
	const tagsOf = (openId: string) =>
		(account.state.followers.get(openId)?.tagIds ?? []).map(
			(id) => account.state.tags.get(id)?.name,
		);
	const bring = async (wanted: Record<string, string>, managedTags = '会员群,老 朋友') => {
		const items = Object.entries(wanted).map(([openId, tags]) => ({ openId, tags, managedTags }));
		return await runAction(
			'tag',
			'bringIntoStep',
			{},
			items,
			account.credentials,
			'continueRegularOutput',
		);
	};

	beforeEach(() => {
		account.state.tags.set(901, { id: 901, name: '会员群' });
		account.state.tags.set(902, { id: 902, name: '别的' });
		account.state.addFollower('oHas', { tagIds: [901, 902] });
		account.state.addFollower('oNot');
		account.state.addFollower('oElse', { tagIds: [901] });
	});

	it('gives what is missing, takes what is too much, and leaves the rest', async () => {
		const { items } = await bring({ oHas: '老 朋友', oNot: '会员群，老 朋友' });
		expect(items.map(({ json }) => json)).toEqual([
			{ openId: 'oHas', added: ['老 朋友'], removed: ['会员群'] },
			{ openId: 'oNot', added: ['老 朋友', '会员群'], removed: [] },
		]);
		expect(tagsOf('oHas')).toEqual(['别的', '老 朋友']);
		expect(tagsOf('oNot')).toEqual(['老 朋友', '会员群']);
		expect(tagsOf('oElse')).toEqual(['会员群']);
	});

	it('changes nothing the second time, and makes no tag that nobody needs', async () => {
		await bring({ oHas: '会员群', oNot: '' });
		expect([...account.state.tags.values()].map(({ name }) => name)).not.toContain('老 朋友');
		expect(account.calls().filter(({ path }) => /batch/.test(path))).toEqual([]);
	});

	it('tells of one that cannot be changed, and changes the others', async () => {
		const { items } = await bring({ oGone: '会员群', oNot: '会员群' });
		expect(items[0]?.json.error).toBeDefined();
		expect(items[1]?.json).toMatchObject({ openId: 'oNot', added: ['会员群'] });
	});
});
