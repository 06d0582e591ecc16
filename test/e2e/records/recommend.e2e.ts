import { onBothStores } from '../lib/onBothStores';

const PAGE = 'https://example.com/page?a=1';
const CATALOGUE = ['a1', 'a2', 'a3', 'a4'].map((itemId) => ({
	itemId,
	title: `标题${itemId}`,
	url: itemId === 'a3' ? PAGE : '',
}));

onBothStores('WeChat Recommend', (n8n) => {
	const recommend = async (dedupeKey: string, openId = 'oAmy') => {
		const parameters = {
			operation: 'recommend',
			catalogueFrom: 'json',
			catalogue: JSON.stringify(CATALOGUE),
			historyFrom: 'records',
			count: 2,
		};
		const asking = { openId, wechat: { appId: n8n.appId, dedupeKey } };
		const { outputs, error } = await n8n.run('weChatRecommend', parameters, [asking]);
		expect(error).toBeUndefined();
		const list = (outputs[0]?.[0]?.recommendations ?? []) as Array<{ itemId: string }>;
		return list.map(({ itemId }) => itemId);
	};

	it('shows nothing twice, and the same to the same message', async () => {
		const first = await recommend('m1');
		expect(await recommend('m1')).toEqual(first);
		const second = await recommend('m2');
		expect([...first, ...second].sort()).toEqual(['a1', 'a2', 'a3', 'a4']);
		const rows = await n8n.rows('interactions');
		expect(rows.map(({ kind }) => kind)).toEqual(['shown', 'shown', 'shown', 'shown']);
	});

	it('knows what was tapped and commented on', async () => {
		const at = new Date().toISOString();
		const tap = { key: 'tap', openId: 'oBen', kind: 'event.CLICK', at, eventKey: 'a1' };
		const page = { key: 'page', openId: 'oBen', kind: 'event.VIEW', at, eventKey: PAGE };
		for (const row of [tap, page]) {
			await n8n.write('interactions', { ...row, articleId: '', isOutgoing: false });
		}
		await n8n.write('comments', {
			key: 'comment:1',
			openId: 'oBen',
			articleId: 'a2',
			commentedAt: at,
		});
		expect(await recommend('m0', 'oBen')).toEqual(['a4']);
	});
});
