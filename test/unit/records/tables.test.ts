import { allTables } from '../../../nodes/shared/records/tables';

const MOST_CHARACTERS = 20;

describe('the tables of records', () => {
	const names = allTables.map(({ name }) => name);

	it('have names of which none is part of another, as n8n finds tables by a part', () => {
		for (const name of names) {
			expect(names.filter((other) => other.includes(name))).toEqual([name]);
			expect(name.length).toBeLessThanOrEqual(MOST_CHARACTERS);
		}
	});

	it('say what they hold', () => {
		for (const { holds } of allTables) expect(holds).toMatch(/^[a-z].{10,}[^.]$/);
	});

	it('have examples with a key each', () => {
		for (const { examples } of allTables) {
			const keys = examples.map(({ key }) => key);
			expect(new Set(keys).size).toBe(keys.length);
			expect(keys.every((key) => key.length > 0)).toBe(true);
		}
	});
});
