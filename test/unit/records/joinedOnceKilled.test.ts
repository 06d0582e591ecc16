import { joinedOnce } from '../../../nodes/shared/records/joinedOnce';
import { BROKEN_OFF_MS } from '../../../nodes/shared/records/sentRow';
import { DataTables } from '../../harness/dataTables';
import { MortalRun } from '../../harness/mortalRecords';
import { dataTableRecords } from '../../harness/records';

const NOON = Date.parse('2026-11-24T12:00:00+08:00');
const OUTGOING = [1, 2, 3].map((number) => ({
	key: `test:${number}`,
	what: 'Tag given',
	openId: `o${number}`,
}));

describe('only once, joined, when runs are killed', () => {
	const store = () => {
		const tables = new DataTables();
		const calls: number[][] = [];
		const run = async (now: number, killAt?: number) => {
			const mortal = new MortalRun(killAt);
			const records = mortal.records(dataTableRecords(tables));
			return await mortal.run(async () => {
				const answers = await joinedOnce(
					records,
					OUTGOING,
					() => now,
					async (positions) => {
						await mortal.step('before call');
						calls.push(positions);
						await mortal.step('after call');
						return positions.map(() => ({ value: { tagged: true } }));
					},
				);
				return answers.map((answer) => ('value' in answer ? answer.value.status : 'error'));
			});
		};
		return { calls, run };
	};

	it.each([1, 2, 3, 4, 5, 6])('is whole again after a kill at step %i', async (killAt) => {
		const { run } = store();
		expect(await run(NOON, killAt)).toBe('killed');
		// Before the claim, with a claim that stands, and with the mark.
		const soon = killAt === 1 ? 'sent' : killAt === 6 ? 'alreadySent' : 'underWay';
		expect(await run(NOON + 1_000)).toEqual([soon, soon, soon]);
		const later = await run(NOON + BROKEN_OFF_MS + 2_000);
		const expected = soon === 'underWay' ? 'sent' : 'alreadySent';
		expect(later).toEqual([expected, expected, expected]);
		expect(await run(NOON + BROKEN_OFF_MS + 3_000)).toEqual(Array(3).fill('alreadySent'));
	});

	it('takes up what was broken off in one of two runs at once', async () => {
		const { run, calls } = store();
		await run(NOON, 3);
		const later = NOON + BROKEN_OFF_MS + 1_000;
		const ends = (await Promise.all([run(later), run(later)])).flat();
		expect(ends.filter((end) => end === 'sent')).toHaveLength(3);
		expect(calls.flat().sort()).toEqual([0, 1, 2]);
	});

	it('gives the error of a call to each, and repeats it', async () => {
		const records = dataTableRecords(new DataTables());
		const lost = new Error('lost');
		const answers = await joinedOnce(
			records,
			OUTGOING,
			() => NOON,
			async () => await Promise.reject(lost),
		);
		expect(answers).toMatchObject(Array(3).fill({ error: lost }));
		const again = await joinedOnce(
			records,
			OUTGOING,
			() => NOON,
			async (positions) =>
				await Promise.resolve(positions.map(() => ({ value: { tagged: true } }))),
		);
		expect(again).toMatchObject(Array(3).fill({ value: { status: 'sent' } }));
	});
});
