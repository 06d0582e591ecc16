import fc from 'fast-check';
import { forget } from '../../../nodes/shared/records/forget';
import { MemoryRecords } from '../../../nodes/shared/records/memory';
import { prizesWon } from '../../../nodes/shared/records/tables/prizesWon';
import { newCode, normaliseCode, shownCode } from '../../../nodes/shared/prizes/code';
import { issuePrize, issuePrizes } from '../../../nodes/shared/prizes/issue';
import { ATTEMPTS_SPAN_MS, redeemPrize } from '../../../nodes/shared/prizes/redeem';
import { DataTables } from '../../harness/dataTables';
import { INJECTIONS } from '../../harness/recordsContract';
import { dataTableRecords } from '../../harness/records';

const NOW = Date.parse('2026-11-24T12:00:00+08:00');
const prize = (key: string, openId = 'o1') => ({
	key,
	openId,
	activityId: 'quiz',
	prize: '帆布袋',
	now: NOW,
});
const redemption = (code: string) => ({
	code,
	by: '前台',
	attemptsOf: '前台',
	mostFailures: 3,
	key: '',
	now: NOW,
});

describe('codes', () => {
	it('are found again however they are typed', () => {
		fc.assert(
			fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
				const code = newCode((bound) => Number(numbers.next().value) % bound);
				const typed = [
					code,
					shownCode(code),
					code.toLowerCase(),
					` ${shownCode(code)}\n`,
					code.replace(/8/g, 'b').replace(/5/g, 'S').replace(/2/g, 'z').replace(/6/g, 'g'),
					[...code].map((symbol) => String.fromCharCode(symbol.charCodeAt(0) + 0xfee0)).join(' '),
				];
				expect(typed.map(normaliseCode)).toEqual(typed.map(() => code));
			}),
		);
	});

	it('have no symbol that looks like another, and are of 45 bits', () => {
		const codes = Array.from({ length: 400 }, () => newCode());
		expect(new Set(codes).size).toBe(400);
		expect(codes.join('')).not.toMatch(/[01BDGILOQSUVZ]/);
		const symbols = new Set(codes.join(''));
		expect(10 * Math.log2(symbols.size)).toBeGreaterThan(45);
	});

	it('are nothing else', () => {
		for (const text of [
			'',
			'1',
			'0000000000',
			'I'.repeat(10),
			...INJECTIONS,
			'7'.repeat(1_000_000),
		])
			expect(normaliseCode(text)).toBe('');
	});
});

describe('prizes are given once by key', () => {
	it('with the same code when it is asked again, also at the same moment', async () => {
		const records = dataTableRecords(new DataTables());
		const all = await Promise.all(
			Array.from({ length: 8 }, async () => await issuePrize(records, prize('k'))),
		);
		expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
		expect(new Set(all.map(({ row }) => row.code)).size).toBe(1);
		expect(await records.read(prizesWon)).toHaveLength(1);
	});

	it('many at once, each with a code of its own', async () => {
		const records = dataTableRecords(new DataTables());
		const many = Array.from({ length: 250 }, (_, index) => prize(`k${index}`, `o${index}`));
		const issued = await issuePrizes(records, many);
		expect(new Set(issued.map(({ row }) => row.code)).size).toBe(250);
		const again = await issuePrizes(records, many);
		expect(again.map(({ row }) => row.code)).toEqual(issued.map(({ row }) => row.code));
		expect(await issuePrizes(records, [])).toEqual([]);
	});

	it('whatever the texts are', async () => {
		for (const text of INJECTIONS) {
			const records = dataTableRecords(new DataTables());
			const { row } = await issuePrize(records, {
				...prize(text, text),
				activityId: text,
				prize: text,
			});
			const [stored] = await records.read(prizesWon);
			expect(stored).toEqual(row);
			expect(row).toMatchObject({ openId: text, activityId: text, prize: text });
		}
	});

	it('and kept without a name when the person leaves', async () => {
		const records = dataTableRecords(new DataTables());
		await issuePrizes(records, [prize('a', 'oGone'), prize('b', 'oStays')]);
		await forget(records, { appId: 'wxa', openId: 'oGone' }, NOW);
		const rows = await records.read(prizesWon);
		expect(rows.map(({ openId }) => openId)).toEqual(['', 'oStays']);
		expect(JSON.stringify(rows)).not.toContain('oGone');
		const { row, isNew } = await issuePrize(records, prize('a', 'oGone'));
		expect([isNew, row.code]).toEqual([false, rows[0]?.code]);
	});
});

describe('a person who is deleted everywhere', () => {
	it('has no name in the prizes, and the prizes are there', async () => {
		const records = dataTableRecords(new DataTables());
		await issuePrizes(records, [prize('a', 'oGone'), prize('b', 'oStays')]);
		await forget(records, { appId: 'wxa', openId: 'oGone' }, NOW);
		await forget(records, { appId: 'wxa', openId: 'oGone' }, NOW);
		const rows = await records.read(prizesWon);
		expect(rows.map(({ openId }) => openId)).toEqual(['', 'oStays']);
	});

	it('may have won nothing, and then no table of prizes is made', async () => {
		const tables = new DataTables();
		const records = dataTableRecords(tables);
		await forget(records, { appId: 'wxa', openId: 'oGone' }, NOW);
		expect(tables.tables.some(({ name }) => name.endsWith('prizes_won'))).toBe(false);
	});
});

describe('redeeming', () => {
	it('hands a prize over once, whoever asks at the same moment, and tells who did', async () => {
		const records = dataTableRecords(new DataTables());
		const { row } = await issuePrize(records, prize('k'));
		const answers = await Promise.all(
			['甲', '乙', '丙', '丁'].map(
				async (by) => await redeemPrize(records, { ...redemption(row.code), by, attemptsOf: by }),
			),
		);
		expect(answers.map(({ status }) => status).sort()).toEqual([
			'alreadyRedeemed',
			'alreadyRedeemed',
			'alreadyRedeemed',
			'redeemed',
		]);
		const told = new Set(answers.map((each) => ('prize' in each ? each.prize.redeemedBy : '')));
		expect(told.size).toBe(1);
		expect(await records.read(prizesWon)).toMatchObject([{ state: 'redeemed', redeemedAt: NOW }]);
	});

	it('gives the same answer to a happening that comes again', async () => {
		const records = new MemoryRecords();
		const { row } = await issuePrize(records, prize('k'));
		const asked = { ...redemption(row.code), key: 'form1' };
		expect(await redeemPrize(records, asked)).toMatchObject({ status: 'redeemed' });
		expect(await redeemPrize(records, asked)).toMatchObject({ status: 'redeemed' });
		expect(await redeemPrize(records, { ...asked, key: 'form2' })).toMatchObject({
			status: 'alreadyRedeemed',
		});
	});

	it('refuses what has run out, and keeps saying so', async () => {
		const records = new MemoryRecords();
		const { row } = await issuePrize(records, { ...prize('k'), expiresAt: NOW });
		expect(await redeemPrize(records, redemption(row.code))).toMatchObject({ status: 'expired' });
		expect(await redeemPrize(records, redemption(row.code))).toMatchObject({
			status: 'expired',
			prize: { state: 'expired' },
		});
	});

	it('stops after too many wrong codes, also when they are tried at the same moment', async () => {
		const records = dataTableRecords(new DataTables());
		const { row } = await issuePrize(records, prize('k'));
		const tries = await Promise.all(
			Array.from({ length: 12 }, async () => await redeemPrize(records, redemption('AAAAAAAAAA'))),
		);
		expect(tries.filter(({ status }) => status === 'notFound').length).toBeLessThanOrEqual(3);
		for (let more = 0; more < 3; more++) await redeemPrize(records, redemption('CCCCCCCCCC'));
		expect(await redeemPrize(records, redemption(row.code))).toEqual({ status: 'locked' });
		const other = { ...redemption(row.code), attemptsOf: '别人' };
		expect(await redeemPrize(records, other)).toMatchObject({ status: 'redeemed' });
		const later = { ...redemption(row.code), now: NOW + ATTEMPTS_SPAN_MS + 1 };
		expect(await redeemPrize(records, later)).toMatchObject({ status: 'alreadyRedeemed' });
	});

	it('is done once wherever a run is killed', async () => {
		for (let step = 1; step <= 12; step++) {
			const tables = new DataTables();
			const records = dataTableRecords(tables);
			const { row } = await issuePrize(records, prize('k'));
			let steps = 0;
			tables.beforeStep = () => {
				if (++steps === step) throw new Error('killed');
			};
			const asked = { ...redemption(row.code), key: 'form1' };
			await redeemPrize(records, asked).catch(() => undefined);
			tables.beforeStep = () => undefined;
			expect(await redeemPrize(records, asked)).toMatchObject({ status: 'redeemed' });
			expect(await redeemPrize(records, { ...asked, key: 'form2' })).toMatchObject({
				status: 'alreadyRedeemed',
			});
		}
	});
});
