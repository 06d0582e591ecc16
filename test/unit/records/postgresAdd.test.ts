import { PostgresNode } from '../../harness/postgresNode';
import { specimen } from '../../harness/recordsContract';

/** Rows that another run removes between the insert that they refuse and the reading that follows. */
describe('adding a row to PostgreSQL', () => {
	let node: PostgresNode;
	beforeEach(() => {
		node = new PostgresNode();
	});

	/** Has another run remove a row so many times before it is read, and add it again each time but the last. */
	const removeTimes = (key: string, times: number): void => {
		let left = times;
		node.beforeQuery = (kind) => {
			if (kind === 'SELECT' && left > 0) {
				left -= 1;
				node.rows.delete(key);
			} else if (kind === 'INSERT' && left > 0) {
				node.rows.set(key, { key, words: 'of another run' });
			}
		};
	};

	it('adds it after all when the one that stood there is gone', async () => {
		await node.records.add(specimen, [{ key: 'b', words: 'stands' }]);
		removeTimes('a', 1);
		const added = await node.records.add(specimen, [
			{ key: 'a', words: 'mine' },
			{ key: 'b', words: 'again' },
			{ key: 'c', words: 'new' },
			{ key: 'a', words: 'twice' },
		]);
		expect(added.map(({ isNew, row: { key, words } }) => [key, isNew, words])).toEqual([
			['a', true, 'mine'],
			['b', false, 'stands'],
			['c', true, 'new'],
			['a', false, 'mine'],
		]);
		expect([...node.rows.values()].map(({ words }) => words)).toEqual(['stands', 'new', 'mine']);
	});

	it('gives the one of another run that stands there in the end', async () => {
		node.rows.set('a', { key: 'a', words: 'first' });
		let isFirst = true;
		node.beforeQuery = (kind) => {
			if (kind === 'INSERT') node.rows.set('a', { key: 'a', words: 'of another run' });
			else if (isFirst) node.rows.delete('a');
			if (kind === 'SELECT') isFirst = false;
		};
		const added = await node.records.add(specimen, [{ key: 'a', words: 'mine' }]);
		expect(added).toMatchObject([{ isNew: false, row: { words: 'of another run' } }]);
		expect(node.queries).toEqual(['INSERT', 'SELECT', 'INSERT', 'SELECT']);
	});

	it('tries a few times and then says what happens', async () => {
		removeTimes('a', 4);
		const added = await node.records.add(specimen, [{ key: 'a', words: 'mine' }]);
		expect(added).toMatchObject([{ isNew: true, row: { words: 'mine' } }]);
		node.queries.length = 0;
		removeTimes('a', Number.POSITIVE_INFINITY);
		await expect(node.records.add(specimen, [{ key: 'a' }])).rejects.toThrow(
			"Rows of 'wechat_a_specimen' are removed as fast as they are added",
		);
		expect(node.queries).toHaveLength(10);
	});

	it('costs one query when nothing stands there, and none without rows', async () => {
		expect(await node.records.add(specimen, [])).toEqual([]);
		expect(node.queries).toEqual([]);
		await node.records.add(specimen, [{ key: 'a' }, { key: 'b' }]);
		expect(node.queries).toEqual(['INSERT']);
	});
});
