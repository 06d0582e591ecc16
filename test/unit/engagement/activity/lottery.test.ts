import { createHash, createHmac } from 'crypto';
import fc from 'fast-check';
import { Book } from '../../../../nodes/WeChatActivity/engine/book';
import { closeEntries } from '../../../../nodes/WeChatActivity/engine/lottery/close';
import {
	closingDigest,
	closingText,
	DRAW_VERSION,
	entriesDigest,
	entryCode,
	sortedCodes,
	type Closing,
} from '../../../../nodes/WeChatActivity/engine/lottery/closing';
import { commit } from '../../../../nodes/WeChatActivity/engine/lottery/commitment';
import {
	commitmentTo,
	draw,
	type DrawProof,
} from '../../../../nodes/WeChatActivity/engine/lottery/draw';
import { enterLottery } from '../../../../nodes/WeChatActivity/engine/lottery/entry';
import { drawLottery } from '../../../../nodes/WeChatActivity/engine/lottery/lottery';
import { proofText } from '../../../../nodes/WeChatActivity/engine/lottery/proofText';
import { verify } from '../../../../nodes/WeChatActivity/engine/lottery/verify';
import { SeededRandom } from '../../../../nodes/WeChatActivity/engine/random';
import { A, at, disturbed, event, reread, run } from './helpers';

const SEED = 'test-seed-0001';
const BEACON = '3 8 6';
const TERMS = {
	prizes: [
		{ name: '一等奖', quantity: 1 },
		{ name: '二等奖', quantity: 2 },
	],
	reserveCount: 2,
	beaconName: '福彩3D 2026-11-24 开奖号码',
};

/** What *Close* settles for a list of codes. */
function closingOf(list: string[], seed = SEED): Closing {
	const sorted = sortedCodes(list);
	return {
		version: DRAW_VERSION,
		activityId: A,
		commitment: commitmentTo(seed),
		entriesDigest: entriesDigest(sorted),
		entryCount: sorted.length,
		...TERMS,
		beaconAt: '2026-11-24T13:15:00.000Z',
		closedAt: '2026-11-24T12:00:00.000Z',
	};
}

const drawOf = (list: string[], seed = SEED, beacon = BEACON) =>
	draw(list, closingOf(list, seed), seed, beacon);

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
	const { version, activityId, commitment, entriesDigest: D, entryCount, prizes } = published;
	const { reserveCount, beaconName, beaconAt, closedAt } = published;
	const pairs = prizes.map(({ name, quantity }) => `["${name}",${quantity}]`).join(',');
	const closing = `["${version}","${activityId}","${commitment}","${D}",${entryCount},[${pairs}],${reserveCount},"${beaconName}","${beaconAt}","${closedAt}"]`;
	if (sha(closing) !== published.closingDigest) return ['wrong closing'];
	const words: bigint[] = [];
	const limit = 1n << 48n;
	const word = (counter: { next: number }) => {
		if (words.length === 0) {
			const text = `${activityId}|${published.closingDigest}|${published.beacon}|${counter.next++}`;
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

	it('keeps giving the winners it has given (version wechat-draw-2)', () => {
		const { winners, reserves, ...proof } = drawOf(codes(7));
		const who = (entry: string) => codes(7).indexOf(entry) + 1;
		expect([...winners, ...reserves].map(({ entry }) => who(entry))).toMatchInlineSnapshot(`
		[
		  2,
		  3,
		  6,
		  5,
		  1,
		]
	`);
		expect(proof.entriesDigest).toMatchInlineSnapshot(
			`"f3f0bc3d65420306f6951fabcb2a7b590ffe4f63b65a9585ff9bc4413b5c8610"`,
		);
	});

	it('can be repeated by a stranger from what was published', () => {
		for (const count of [1, 4, 5, 50, 1_000]) {
			const proof = drawOf(codes(count), `seed ${count}`);
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
					const proof = drawOf(plain, seed);
					expect(drawOf(mixed, seed)).toEqual(proof);
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
			const { winners } = drawOf(list, `seed ${n}`);
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

describe('fault 4.3: verification', () => {
	const proof = drawOf(codes(50));
	const { commitment, closingDigest: digest } = proof;
	const fieldsOf = (changed: DrawProof, list: string[], published = {}) =>
		verify(changed, list, published).map(({ field }) => field);

	it('finds nothing where nothing was changed', () => {
		expect(verify(proof, codes(50), { commitment, closingDigest: digest })).toEqual([]);
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
		['no beacon', (changed) => (changed.beacon = ''), 'beacon'],
		['a beacon that was not named', (changed) => (changed.beaconName = ''), 'beacon'],
		[
			'a beacon that was known at closing',
			(changed) => (changed.beaconAt = changed.closedAt),
			'beaconAt',
		],
		['other prizes', (changed) => changed.prizes.reverse(), 'closingDigest'],
		['another number of reserves', (changed) => (changed.reserveCount = 3), 'closingDigest'],
		['another time of closing', (changed) => (changed.closedAt = '2026-11-24'), 'closingDigest'],
		['another reserve', (changed) => changed.reserves.reverse(), 'reserves[0]'],
		['another version', (changed) => (changed.version = 'x'), 'version'],
	])('finds %s', (_, change, field) => {
		const changed = structuredClone(proof);
		const list = codes(50);
		change(changed, list);
		expect(fieldsOf(changed, list)).toContain(field);
	});

	it('finds a commitment that was changed together with the seed', () => {
		const forged = drawOf(codes(50), 'chosen afterwards');
		expect(verify(forged, codes(50))).toEqual([]);
		expect(fieldsOf(forged, codes(50), { commitment })).toEqual(['commitment']);
		expect(fieldsOf(forged, codes(50), { closingDigest: digest })).toContain('closingDigest');
	});

	it('finds a fake entry that was rolled until the wanted person won', () => {
		const wanted = entryCode(A, 'o7');
		for (let roll = 0; roll < 5_000; roll++) {
			const list = [...codes(49), entryCode(A, `fake ${roll}`)];
			const forged = drawOf(list);
			if (forged.winners[0]?.entry !== wanted) continue;
			// The forger makes everything anew that follows from the list; only what was published stands.
			expect(verify(forged, list, { commitment })).toEqual([]);
			expect(fieldsOf(forged, list, { commitment, closingDigest: digest })).toEqual([
				'closingDigest',
				'closingDigest',
			]);
			const honest = { ...forged, closingDigest: digest };
			expect(fieldsOf(honest, list, { closingDigest: digest })).toContain('closingDigest');
			return;
		}
		throw new Error('No roll made the wanted person win');
	});

	it('says what is shown and what is not', () => {
		const text = proofText(proof);
		expect(text).toContain(digest);
		expect(text).toMatch(/验证通过说明[^]*截止之后才产生[^]*不能说明[^]*真人/);
		const closing = { ...closingOf(codes(5)), beaconName: '', beaconAt: '' };
		expect(proofText(draw(codes(5), closing, SEED, ''))).toMatch(
			/不能说明[^]*没有使用公共随机数：知道种子的人在截止前能算出结果/,
		);
	});
});

describe('a lottery with rows', () => {
	const rules = { limit: 'once' as const, endsAt: at('2026-11-24 20:00') };
	const people = Array.from({ length: 30 }, (_, n) => `oUser${String(n).padStart(4, '0')}`);
	const entries = people.map((openId, n) => event(`m${n}`, '2026-11-24 09:00', '抽奖', openId));
	const close = {
		...TERMS,
		activityId: A,
		beaconAt: at('2026-11-24 21:15'),
		excluded: new Set(['oUser0003']),
		until: rules.endsAt,
		now: at('2026-11-24 20:01'),
	};
	const request = { activityId: A, seed: SEED, beacon: BEACON, now: at('2026-11-24 21:30') };
	const { book } = run(entries, (known, one) => enterLottery(known, A, one, rules));
	commit(book, A, SEED, at('2026-11-24 08:00'), true).rows.forEach((row) => book.add(row));
	const open = reread(book);
	const closed = closeEntries(book, close);
	closed.rows.forEach((row) => book.add(row));

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
		const { commitment, closingDigest: digest } = closed.values;
		expect(
			verify(result.proof, result.entries, {
				commitment: String(commitment),
				closingDigest: String(digest),
			}),
		).toEqual([]);
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
		const { book: empty } = run([SEED], (known, seed) => commit(known, A, seed, 0, true));
		closeEntries(empty, close).rows.forEach((row) => empty.add(row));
		expect(drawLottery(empty, request)).toMatchObject({ status: 'noEntries', rows: [] });
	});

	it('closes once, and gives what anybody can hash', () => {
		expect(closed).toMatchObject({ status: 'closed', closing: { entryCount: 29 } });
		expect(closed.values.closingDigest).toBe(sha(closingText(closed.closing)));
		expect(closed.entries).toHaveLength(29);
		const again = closeEntries(reread(book), { ...close, prizes: [], now: close.now + 1_000 });
		expect(again).toMatchObject({ status: 'alreadyClosed', rows: [] });
		expect(again.values).toEqual(closed.values);
		expect(again.entries).toEqual(closed.entries);
		expect(closingDigest(again.closing)).toBe(closed.values.closingDigest);
	});

	it('fault 4.3: closes nothing that could still be changed by somebody who knows the result', () => {
		expect(() => closeEntries(new Book(), close)).toThrow(/hold no commitment/);
		expect(() => closeEntries(open, { ...close, now: close.until - 1 })).toThrow(/are open until/);
		expect(() => closeEntries(open, { ...close, beaconAt: close.now })).toThrow(/known already/);
		expect(() => closeEntries(open, { ...close, beaconAt: undefined })).toThrow(/is empty/);
	});

	it.each<[string, () => unknown, RegExp]>([
		['without a closing', () => drawLottery(open, request), /have not been closed/],
		['with another seed', () => drawLottery(book, { ...request, seed: 'x' }), /committed to/],
		['without the beacon', () => drawLottery(book, { ...request, beacon: '' }), /is empty/],
		[
			'before the beacon exists',
			() => drawLottery(book, { ...request, now: close.now }),
			/cannot be known before/,
		],
		[
			'with a re-rolled entry',
			() => {
				const known = reread(book);
				const fake = event('fake', '2026-11-24 19:59', '', 'oFake');
				enterLottery(known, A, fake, rules).rows.forEach((row) => known.add(row));
				return drawLottery(known, request);
			},
			/not those of the closing: 30 now, 29 then/,
		],
		[
			'with a list of its own',
			() => drawLottery(book, { ...request, codes: closed.entries.slice(1) }),
			/28 now, 29 then/,
		],
	])('fault 4.3: does not draw %s', (_, act, message) => {
		expect(act).toThrow(message);
	});

	it('draws from the published list when the rows of somebody have been deleted since', () => {
		const first = drawLottery(book, request);
		const [winner] = first.winners;
		const kept = new Book(book.all().filter(({ openId }) => openId !== winner?.openId));
		expect(() => drawLottery(kept, request)).toThrow(/28 now, 29 then/);
		const { proof, winners } = drawLottery(kept, { ...request, codes: closed.entries });
		expect(proof).toEqual(first.proof);
		expect(winners[0]).toEqual({ ...winner, openId: '' });
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
