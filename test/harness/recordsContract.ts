import type { Records } from '../../nodes/shared/records/port';
import { defineTable } from '../../nodes/shared/records/table';

/** A table with every kind of column, for tests of stores. */
export const specimen = defineTable({
	name: 'specimen',
	holds: 'rows of tests',
	columns: {
		openId: 'text',
		words: 'text',
		state: 'text',
		points: 'number',
		isDone: 'flag',
		at: 'time',
		data: 'json',
	},
	indexes: [['openId', 'at']],
	isPersonal: true,
	examples: [{ key: 'example', words: '示例', points: 1, at: 1_764_460_800_000 }],
});

/** A table that no test makes. */
export const absent = defineTable({
	name: 'absent',
	holds: 'nothing',
	columns: { words: 'text' },
});

/** Texts that mean something to somebody on the way. */
export const INJECTIONS = [
	'={{ $execution.id }}',
	'=1+1',
	"'; drop table wechat; --",
	'{{ $json.key }}',
	'$1, $2',
	'"},"}],{',
	'}} {{',
	'\\u0041\\',
	'第一行\n第二行，😀',
];

const NOON = Date.parse('2026-11-24T12:00:00+08:00');
const row = (key: string, words = '', points = 0) => ({ key, openId: 'o1', words, points });

/** What every store has to do. @param open gives the records of a new account, and those of another one */
export function describeRecords(name: string, open: () => Promise<Records>, timeout = 5_000): void {
	describe(`records: ${name}`, () => {
		let records: Records;
		beforeEach(async () => {
			records = await open();
			await records.remove(specimen, { where: { key: 'example' } });
		}, timeout);

		const keysOf = async (query?: Parameters<typeof records.read<typeof specimen>>[1]) =>
			(await records.read(specimen, query)).map(({ key }) => key);

		it(
			'gives back what was written, column by column',
			async () => {
				const full = {
					key: 'k',
					openId: 'o1',
					words: '你好',
					state: 'open',
					points: 1.5,
					isDone: true,
					at: NOON,
					data: { list: [1, 'a'], inner: { yes: true } },
				};
				await records.put(specimen, [full]);
				expect(await records.read(specimen)).toEqual([full]);
			},
			timeout,
		);

		it(
			'gives empty values for what was not filled in',
			async () => {
				await records.add(specimen, [{ key: 'k' }]);
				expect(await records.read(specimen)).toEqual([
					{
						key: 'k',
						openId: '',
						words: '',
						state: '',
						points: null,
						isDone: false,
						at: null,
						data: {},
					},
				]);
			},
			timeout,
		);

		it(
			'replaces the columns that are given, and leaves the others',
			async () => {
				await records.put(specimen, [row('a', 'one', 1), row('b', 'two', 2)]);
				await records.put(specimen, [
					{ key: 'a', points: 7 },
					{ key: 'b', words: '' },
					{ key: 'c', words: 'three' },
				]);
				const rows = await records.read(specimen);
				expect(rows.map(({ key, words, points }) => [key, words, points])).toEqual([
					['a', 'one', 7],
					['b', '', 2],
					['c', 'three', null],
				]);
			},
			timeout,
		);

		it(
			'adds a key once, and says which row stands',
			async () => {
				const first = await records.add(specimen, [
					row('a', 'one'),
					row('a', 'again'),
					row('b', 'two'),
				]);
				expect(first.map(({ isNew, row: { words } }) => [isNew, words])).toEqual([
					[true, 'one'],
					[false, 'one'],
					[true, 'two'],
				]);
				const second = await records.add(specimen, [row('c', 'three'), row('b', 'other')]);
				expect(second.map(({ isNew, row: { words } }) => [isNew, words])).toEqual([
					[true, 'three'],
					[false, 'two'],
				]);
				expect(await keysOf()).toEqual(['a', 'b', 'c']);
			},
			timeout,
		);

		it(
			'adds a key once when many add it at the same moment',
			async () => {
				const answers = await Promise.all(
					Array.from(
						{ length: 8 },
						async (_, n) => await records.add(specimen, [row('k', `w${n}`)]),
					),
				);
				const winners = answers.flat().filter(({ isNew }) => isNew);
				expect(winners).toHaveLength(1);
				expect(await keysOf()).toEqual(['k']);
			},
			timeout,
		);

		it(
			'writes the same values into many rows, and others into some',
			async () => {
				const keys = Array.from({ length: 30 }, (_, number) => `k${number}`);
				await records.put(
					specimen,
					keys.map((key, number) => row(key, `${number}`, number)),
				);
				await records.put(
					specimen,
					keys.map((key, number) => ({ key, state: number === 7 ? 'other' : '=same', at: NOON })),
				);
				const rows = await records.read(specimen);
				expect(
					rows.map(({ key, words, points, state, at }) => [key, words, points, state, at]),
				).toEqual(
					keys.map((key, number) => [
						key,
						`${number}`,
						number,
						number === 7 ? 'other' : '=same',
						NOON,
					]),
				);
			},
			timeout,
		);

		it(
			'claims rows of some keys after another change, whether that finds a row or not',
			async () => {
				const inGroup = (key: string, group: string) => ({ ...row(key), state: group });
				const rowsOfGroups = [inGroup('b', 'one'), inGroup('c', 'two'), inGroup('d', 'two')];
				await records.put(specimen, [row('a'), ...rowsOfGroups]);
				const changes = { isDone: true, words: '=1+1', data: { id: '={{ 1 }}' } };
				const claim = async (group: string, keys: string[], before: string[]) => {
					const together = { keys, before: { keys: before, changes } };
					const taken = { state: 'taken' };
					const claimed = await records.claim(specimen, { state: group }, taken, together);
					return claimed.map(({ key }) => key);
				};
				expect(await claim('one', ['b'], ['a'])).toEqual(['b']);
				expect(await claim('two', ['c', 'd'], ['nobody'])).toEqual(['c', 'd']);
				expect(await claim('two', ['c', 'd'], ['b', 'd'])).toEqual([]);
				const rows = await records.read(specimen);
				expect(rows.map(({ state, isDone, words, data }) => [state, isDone, words, data])).toEqual([
					['', true, '=1+1', { id: '={{ 1 }}' }],
					['taken', true, '=1+1', { id: '={{ 1 }}' }],
					['taken', false, '', {}],
					['taken', true, '=1+1', { id: '={{ 1 }}' }],
				]);
			},
			timeout,
		);

		it(
			'lets one of many claim a row',
			async () => {
				await records.add(specimen, [{ key: 'ticket', state: 'free' }]);
				const claims = await Promise.all(
					Array.from(
						{ length: 8 },
						async (_, n) =>
							await records.claim(
								specimen,
								{ key: 'ticket', state: 'free' },
								{ state: 'taken', openId: `o${n}` },
							),
					),
				);
				const won = claims.flat();
				expect(won).toHaveLength(1);
				expect(await records.read(specimen)).toEqual(won);
			},
			timeout,
		);

		it(
			'finds rows by conditions, by one of many values, from the newest, and so many',
			async () => {
				await records.add(specimen, [
					{ key: 'a', state: 'open', points: 1, at: NOON, isDone: true },
					{ key: 'b', state: 'open', points: 2, at: NOON + 60_000 },
					{ key: 'c', state: 'closed', points: 3, at: NOON + 120_000 },
					{ key: 'd' },
				]);
				expect(await keysOf({ where: { state: 'open' } })).toEqual(['a', 'b']);
				expect(await keysOf({ where: { state: { not: 'open' } } })).toEqual(['c', 'd']);
				expect(await keysOf({ where: { state: '' } })).toEqual(['d']);
				expect(await keysOf({ where: { isDone: false } })).toEqual(['b', 'c', 'd']);
				expect(await keysOf({ where: { isDone: true, state: 'open' } })).toEqual(['a']);
				expect(await keysOf({ where: { points: { from: 2, before: 3 } } })).toEqual(['b']);
				expect(await keysOf({ where: { at: { from: NOON + 60_000 } } })).toEqual(['b', 'c']);
				expect(await keysOf({ where: { at: { before: NOON + 60_000 } } })).toEqual(['a']);
				expect(await keysOf({ newestFirst: true, limit: 2 })).toEqual(['d', 'c']);
				expect(await keysOf({ among: { column: 'key', values: ['c', 'a', 'x'] } })).toEqual([
					'a',
					'c',
				]);
				const among = { column: 'key', values: ['a', 'b', 'c'] } as const;
				expect(
					await keysOf({ among, where: { state: 'open' }, newestFirst: true, limit: 1 }),
				).toEqual(['b']);
				expect(await keysOf({ among: { column: 'key', values: [] } })).toEqual([]);
			},
			timeout,
		);

		it(
			'removes what matches and nothing else',
			async () => {
				await records.add(specimen, [row('a'), row('b'), row('c'), { key: 'd', openId: 'o2' }]);
				await records.remove(specimen, { among: { column: 'key', values: ['a'] } });
				await records.remove(specimen, { where: { openId: 'o2' } });
				expect(await keysOf()).toEqual(['b', 'c']);
				await records.put(specimen, [{ key: 'c', state: 'done' }]);
				const among = { column: 'openId', values: ['o1'] } as const;
				await records.remove(specimen, { among, where: { state: 'done' } });
				expect(await keysOf()).toEqual(['b']);
			},
			timeout,
		);

		it(
			'says which tables are there, and makes none by that',
			async () => {
				await records.put(specimen, [row('a')]);
				for (let times = 1; times <= 2; times++) {
					expect(await records.existing([absent, specimen])).toEqual([specimen]);
				}
			},
			timeout,
		);

		it(
			'takes texts of strangers as texts, in columns, keys and conditions',
			async () => {
				for (const [position, text] of INJECTIONS.entries()) {
					const key = `k:${position}:${text}`;
					await records.add(specimen, [{ key, openId: text, words: text, data: { [text]: text } }]);
					await records.put(specimen, [{ key, state: text }]);
					const found = await records.read(specimen, { where: { openId: text } });
					expect(found.map(({ words, state, data }) => [words, state, data])).toEqual([
						[text, text, { [text]: text }],
					]);
					const claimed = await records.claim(
						specimen,
						{ openId: text, isDone: false },
						{ isDone: true, words: text },
					);
					expect(claimed.map(({ words }) => words)).toEqual([text]);
					expect(await keysOf({ among: { column: 'words', values: [text] } })).toEqual([key]);
					await records.remove(specimen, { where: { words: text } });
					expect(await keysOf()).toEqual([]);
				}
			},
			timeout,
		);

		it(
			'writes and reads more rows than go into one query',
			async () => {
				const many = Array.from({ length: 450 }, (_, n) => row(`k${n}`, `w${n}`, n));
				const added = await records.add(specimen, many);
				expect(added.filter(({ isNew }) => isNew)).toHaveLength(450);
				await records.put(specimen, [
					...many.slice(0, 30).map(({ key }) => ({ key, points: -1 })),
					row('new'),
				]);
				const rows = await records.read(specimen);
				expect(rows).toHaveLength(451);
				expect(rows.filter(({ points }) => points === -1)).toHaveLength(30);
				await records.remove(specimen, {
					among: { column: 'key', values: many.map(({ key }) => key) },
				});
				expect(await keysOf()).toEqual(['new']);
			},
			timeout,
		);

		it(
			'tells by a version whether a table was written to, where it outlives a run',
			async () => {
				const { versions } = records;
				if (!versions) return;
				const writes = [
					async () => await records.add(specimen, [row('a'), row('b')]),
					async () => await records.put(specimen, [row('a', 'x')]),
					async () => await records.claim(specimen, { key: 'b' }, { state: 'taken' }),
					async () => await records.remove(specimen, { where: { key: 'a' } }),
					async () => await records.add(specimen, [row('c')]),
				];
				const seen = [await versions.of(specimen)];
				for (const write of writes) {
					await write();
					const version = await versions.of(specimen);
					expect(version).toBe(await versions.of(specimen));
					seen.push(version);
				}
				expect(new Set(seen).size).toBe(writes.length + 1);
			},
			timeout,
		);
	});
}
