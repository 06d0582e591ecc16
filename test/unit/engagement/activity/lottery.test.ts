import { createHash, createHmac } from 'crypto';
import fc from 'fast-check';
import { Book } from '../../../../nodes/WeChatActivity/engine/book';
import {
	commitmentTo,
	draw,
	entryCode,
	type DrawProof,
	type DrawTerms,
} from '../../../../nodes/WeChatActivity/engine/lottery/draw';
import {
	commit,
	drawLottery,
	enterLottery,
} from '../../../../nodes/WeChatActivity/engine/lottery/lottery';
import { proofText } from '../../../../nodes/WeChatActivity/engine/lottery/proofText';
import { verify } from '../../../../nodes/WeChatActivity/engine/lottery/verify';
import { SeededRandom } from '../../../../nodes/WeChatActivity/engine/random';
import { A, at, disturbed, event, reread, run } from './helpers';

const terms: DrawTerms = {
	activityId: A,
	seed: 'test-seed-0001',
	beacon: 'SSE 2026-11-24 3864.18',
	prizes: [
		{ name: '一等奖', quantity: 1 },
		{ name: '二等奖', quantity: 2 },
	],
	reserves: 2,
};

const codes = (count: number) => Array.from({ length: count }, (_, n) => entryCode(A, `o${n + 1}`));

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

/**
 * What a stranger would write from the published steps alone: whole-number arithmetic on the digits, no code of
 * the package.
 */
function independentDraw(published: DrawProof, list: string[]): string[] {
	const sorted = [...new Set(list)].sort();
	if (sha(published.seed) !== published.commitment) return ['wrong seed'];
	if (sha(sorted.join('\n')) !== published.entriesDigest) return ['wrong list'];
	const words: bigint[] = [];
	const limit = 1n << 48n;
	const word = (counter: { next: number }) => {
		if (words.length === 0) {
			const text = `${published.activityId}|${published.entriesDigest}|${published.beacon}|${counter.next++}`;
			const digits = createHmac('sha256', published.seed).update(text).digest('hex');
			for (let n = 0; n < 5; n++) words.push(BigInt(`0x${digits.slice(n * 12, n * 12 + 12)}`));
		}
		return words.shift() ?? 0n;
	};
	const counter = { next: 0 };
	const wanted = published.winners.length + published.reserves.length;
	for (let i = 0; i < wanted; i++) {
		const range = BigInt(sorted.length - i);
		let value = word(counter);
		while (value >= limit - (limit % range)) value = word(counter);
		const j = i + Number(value % range);
		const kept = sorted[i] ?? '';
		sorted[i] = sorted[j] ?? '';
		sorted[j] = kept;
	}
	return sorted.slice(0, wanted);
}

/** Chi-square of counts against an even spread. */
function chiSquare(counts: number[]): number {
	const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
	return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('a draw', () => {
	it('commits to the known value of the known seed', () => {
		expect(commitmentTo('test-seed-0001')).toBe(
			'aefaefa52c5d848b8f45d107dbd632c7a699d6d17139528c4f5acc5a061afb5a',
		);
	});

	it('keeps giving the winners it has given (version wechat-draw-1)', () => {
		const { winners, reserves, entriesDigest } = draw(codes(7), terms);
		const who = (entry: string) => codes(7).indexOf(entry) + 1;
		expect([...winners, ...reserves].map(({ entry }) => who(entry))).toMatchInlineSnapshot(`
		[
		  7,
		  6,
		  4,
		  2,
		  5,
		]
	`);
		expect(entriesDigest).toMatchInlineSnapshot(
			`"f3f0bc3d65420306f6951fabcb2a7b590ffe4f63b65a9585ff9bc4413b5c8610"`,
		);
	});

	it('can be repeated by a stranger from what was published', () => {
		for (const count of [1, 4, 5, 50, 1_000]) {
			const proof = draw(codes(count), { ...terms, seed: `seed ${count}` });
			const places = [...proof.winners, ...proof.reserves].map(({ entry }) => entry);
			expect(independentDraw(proof, codes(count))).toEqual(places);
		}
	});

	it('does not depend on order and repetition of entries, and draws nobody twice', () => {
		fc.assert(
			fc.property(
				disturbed(fc.uniqueArray(fc.stringMatching(/^[0-9a-f]{8}$/), { maxLength: 30 })),
				fc.string(),
				({ plain, mixed }, seed) => {
					const proof = draw(plain, { ...terms, seed });
					expect(draw(mixed, { ...terms, seed })).toEqual(proof);
					const all = [...proof.winners, ...proof.reserves].map(({ entry }) => entry);
					expect(new Set(all).size).toBe(all.length);
					expect(all.length).toBe(Math.min(plain.length, 5));
				},
			),
		);
	});

	it('gives everybody the same chance (chi-square, 0.1 % level)', () => {
		const counts = Array<number>(20).fill(0);
		const list = codes(20);
		for (let n = 0; n < 4_000; n++) {
			const { winners } = draw(list, { ...terms, seed: `seed ${n}` });
			for (const { entry } of winners) counts[list.indexOf(entry)]! += 1;
		}
		// 19 degrees of freedom.
		expect(chiSquare(counts)).toBeLessThan(43.8);
	});

	it('gives every order of a list the same chance', () => {
		const counts = new Map<string, number>();
		for (let n = 0; n < 6_000; n++) {
			const order = new SeededRandom(`seed ${n}`, 'order').sample(['a', 'b', 'c', 'd']).join('');
			counts.set(order, (counts.get(order) ?? 0) + 1);
		}
		expect(counts.size).toBe(24);
		// 23 degrees of freedom.
		expect(chiSquare([...counts.values()])).toBeLessThan(49.7);
	});

	it('throws away words that would favour small numbers', () => {
		const random = new SeededRandom('seed', 'bound');
		const bound = 2 ** 47 + 1;
		const counts = [0, 0];
		for (let n = 0; n < 4_000; n++) counts[random.below(bound) < bound / 2 ? 0 : 1]! += 1;
		// With a plain remainder three quarters would be in the lower half.
		expect(chiSquare(counts)).toBeLessThan(10.8);
	});
});

describe('verification', () => {
	const proof = draw(codes(50), terms);

	it('finds nothing where nothing was changed', () => {
		expect(verify(proof, codes(50), proof.commitment)).toEqual([]);
		expect(verify(JSON.parse(JSON.stringify(proof)) as DrawProof, codes(50).reverse())).toEqual([]);
	});

	it.each<[string, (changed: DrawProof, list: string[]) => void, string]>([
		['another seed', (changed) => (changed.seed = 'other'), 'commitment'],
		['an entry more', (_, list) => list.push(entryCode(A, 'insider')), 'entriesDigest'],
		['an entry less', (_, list) => list.pop(), 'entryCount'],
		['another winner', (changed) => (changed.winners[0]!.entry = entryCode(A, 'o9')), 'winners[0]'],
		[
			'a winner more',
			(changed) => changed.winners.push({ ...changed.winners[0]!, place: 3 }),
			'winners[3]',
		],
		['another beacon', (changed) => (changed.beacon = 'x'), 'winners[0]'],
		['another reserve', (changed) => changed.reserves.reverse(), 'reserves[0]'],
		['another version', (changed) => (changed.version = 'x'), 'version'],
	])('finds %s', (_, change, field) => {
		const changed = structuredClone(proof);
		const list = codes(50);
		change(changed, list);
		expect(verify(changed, list).map((difference) => difference.field)).toContain(field);
	});

	it('finds a commitment that was changed together with the seed', () => {
		const forged = draw(codes(50), { ...terms, seed: 'chosen afterwards' });
		expect(verify(forged, codes(50))).toEqual([]);
		expect(verify(forged, codes(50), proof.commitment)).toMatchObject([{ field: 'commitment' }]);
	});
});

describe('a lottery with rows', () => {
	const rules = { limit: 'once' as const, endsAt: at('2026-11-24 20:00') };
	const people = Array.from({ length: 30 }, (_, n) => `oUser${String(n).padStart(4, '0')}`);
	const entries = people.map((openId, n) => event(`m${n}`, '2026-11-24 09:00', '抽奖', openId));
	const request = {
		...terms,
		excluded: new Set(['oUser0003']),
		closedAt: rules.endsAt,
		now: at('2026-11-24 21:00'),
	};
	const { book } = run(entries, (known, one) => enterLottery(known, A, one, rules));

	it('lets a person in once, and nobody after the end', () => {
		const again = enterLottery(book, A, event('x', '2026-11-24 10:00', '', 'oUser0000'), rules);
		expect(again).toMatchObject({ status: 'alreadyEntered', rows: [] });
		const late = enterLottery(book, A, event('x', '2026-11-24 20:00', '', 'oNew'), rules);
		expect(late.status).toBe('closed');
		const daily = { limit: 'day' as const };
		const next = enterLottery(book, A, event('x', '2026-11-25 10:00', '', 'oUser0000'), daily);
		expect(next).toMatchObject({
			status: 'entered',
			rows: [{ key: 'autumn|oUser0000|entry|2026-11-25' }],
		});
	});

	it('gives a row for every winner and a proof that names nobody', () => {
		const result = drawLottery(book, request);
		expect(result.status).toBe('drawn');
		expect(result.rows.map(({ type }) => type)).toEqual([
			'win',
			'win',
			'win',
			'reserve',
			'reserve',
			'proof',
		]);
		expect(result.winners.every(({ openId }) => people.includes(openId))).toBe(true);
		expect(result.proof.entryCount).toBe(29);
		const published = JSON.stringify([result.proof, result.entries, proofText(result.proof)]);
		for (const openId of people) expect(published).not.toContain(openId);
		expect(verify(result.proof, result.entries)).toEqual([]);
		// A participant finds the code that the chat has told.
		const told = String(enterLottery(book, A, entries[0]!, rules).values.code);
		expect(result.entries.filter((code) => code.startsWith(told))).toHaveLength(1);
	});

	it('draws the same again from rows in any order, and stores nothing twice', () => {
		const first = drawLottery(book, request);
		const known = reread(book);
		first.rows.forEach((row) => known.add(row));
		const second = drawLottery(known, request);
		expect(second).toMatchObject({ status: 'alreadyDrawn', rows: [] });
		expect(second).toMatchObject({ winners: first.winners, proof: first.proof });
	});

	it('stays as it was held, whoever enters afterwards and whatever the terms become', () => {
		const first = drawLottery(book, request);
		const known = reread(book);
		first.rows.forEach((row) => known.add(row));
		const late = event('late', '2026-11-24 19:00', '', 'oLate');
		enterLottery(known, A, late, rules).rows.forEach((row) => known.add(row));
		const { winners, reserves, proof } = drawLottery(known, { ...request, beacon: 'other' });
		expect({ winners, reserves, proof }).toEqual({
			winners: first.winners,
			reserves: first.reserves,
			proof: first.proof,
		});
	});

	it('draws nothing without entries', () => {
		expect(drawLottery(new Book(), request)).toMatchObject({ status: 'noEntries', rows: [] });
	});

	it('commits once', () => {
		const { book: known, steps } = run(['one', 'two'], (committed, seed) =>
			commit(committed, A, seed, 0, true),
		);
		expect(steps.map(({ status, values }) => [status, values.commitment])).toEqual([
			['committed', commitmentTo('one')],
			['alreadyCommitted', commitmentTo('one')],
		]);
		expect(known.get('autumn|seed')?.data).toEqual({ seed: 'one' });
	});
});
