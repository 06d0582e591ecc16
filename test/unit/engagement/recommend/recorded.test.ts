import { eventsOf, itemsByName } from '../../../../nodes/WeChatRecommend/engine/recorded';
import type { CatalogueItem } from '../../../../nodes/WeChatRecommend/engine/types';
import { fromCells } from '../../../../nodes/shared/records/columns';
import { comments } from '../../../../nodes/shared/records/tables/comments';
import { interactions } from '../../../../nodes/shared/records/tables/interactions';

const item = (itemId: string, url = ''): CatalogueItem => ({
	itemId,
	title: itemId,
	tags: [],
	category: '',
	url,
	picUrl: '',
	popularity: 0,
	audience: [],
});

const PAGE = 'https://example.com/page';

describe('what records call the items of a catalogue', () => {
	it('an ID wins over a URL, and of two with one URL the first', () => {
		const items = itemsByName([item('a', PAGE), item('b', PAGE), item('c', 'd'), item('d')]);
		expect([...items]).toEqual(
			expect.arrayContaining([
				[PAGE, 'a'],
				['d', 'd'],
				['c', 'c'],
			]),
		);
		expect(items.has('')).toBe(false);
	});

	it('the article of an interaction goes before its key; what names no item is left out', () => {
		const items = itemsByName([item('a'), item('b')]);
		const interaction = (cells: object) =>
			fromCells(interactions, { openId: 'oA', kind: 'text', at: '2026-11-24T00:00:00Z', ...cells });
		const rows = [
			interaction({ key: '1', articleId: 'a', eventKey: 'b' }),
			interaction({ key: '2', articleId: 'gone', eventKey: 'b' }),
			interaction({ key: '3', articleId: '', eventKey: 'menu' }),
		];
		const at = Date.parse('2026-11-24T00:00:00Z');
		const comment = {
			key: 'c1',
			openId: 'oB',
			articleId: 'a',
			commentedAt: '2026-11-24T00:00:00Z',
		};
		const found = eventsOf({ interactions: rows, comments: [fromCells(comments, comment)] }, items);
		expect(found).toEqual([
			{ openId: 'oA', itemId: 'a', kind: 'text', at, key: '1' },
			{ openId: 'oA', itemId: 'b', kind: 'text', at, key: '2' },
			{ openId: 'oB', itemId: 'a', kind: 'comment', at, key: 'c1' },
		]);
	});
});
