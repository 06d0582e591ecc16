import fc from 'fast-check';
import { inGroups } from '../../../nodes/shared/records/inGroups';
import { BROKEN_OFF_MS } from '../../../nodes/shared/records/sentRow';
import { sent } from '../../../nodes/shared/records/tables/sent';
import { WeChatApiError } from '../../../nodes/shared/transport/errors';
import { DataTables } from '../../harness/dataTables';
import { MortalRun } from '../../harness/mortalRecords';
import { dataTableRecords } from '../../harness/records';

const NOON = Date.parse('2026-11-24T12:00:00+08:00');
/** Two whole groups and a bit. */
const COUNT = 12;
const TOGETHER = 5;
const GROUPS = 3;
const OUTGOING = Array.from({ length: COUNT }, (_, number) => ({
	key: `test:${number}`,
	what: 'Message',
	openId: `o${number}`,
	isRepeatable: false,
}));

const store = () => {
	const tables = new DataTables();
	const received: number[] = [];
	const run = async (
		now: number,
		{ killAt, refuses = [] }: { killAt?: number; refuses?: number[] } = {},
	) => {
		const mortal = new MortalRun(killAt);
		const records = mortal.records(dataTableRecords(tables));
		const result = await mortal.run(async () => {
			const answers = await inGroups(records, OUTGOING, {
				now: () => now,
				send: async (position) => {
					await mortal.step('before call');
					if (refuses.includes(position))
						throw new WeChatApiError('/send', 45015, 'out of response count limit');
					received.push(position);
					await mortal.step('after call');
					return { msgId: `=${position}` };
				},
				mayGoOn: () => true,
			});
			return answers.map((answer) => (answer && 'value' in answer ? answer.value.status : 'error'));
		});
		return { result, steps: mortal.steps };
	};
	return { tables, received, run };
};

describe('only once, some at the same moment', () => {
	it('costs a run of the store for each group, and three more for all', async () => {
		const { tables } = store();
		const other = dataTableRecords(tables);
		// The table is looked for once.
		await other.read(sent);
		const before = tables.runs;
		await inGroups(
			other,
			OUTGOING.map((one) => ({ ...one, key: `other:${one.key}` })),
			{ now: () => NOON, send: async () => await Promise.resolve({}), mayGoOn: () => true },
		);
		expect(tables.runs - before).toBe(GROUPS + 3);
	});

	it('keeps what WeChat gave as text, and says that it was sent before', async () => {
		const { tables, run, received } = store();
		expect((await run(NOON)).result).toEqual(Array(COUNT).fill('sent'));
		expect((await run(NOON + 1)).result).toEqual(Array(COUNT).fill('alreadySent'));
		expect(received).toEqual(OUTGOING.map((_, number) => number));
		expect(tables.rows('sent_log').map(({ result }) => result)).toEqual(
			OUTGOING.map((_, number) => `{"msgId":"=${number}"}`),
		);
	});

	it('goes on behind one that is refused, which may be tried again', async () => {
		const { run, received } = store();
		const all = (status: string, other: string) =>
			OUTGOING.map((_, number) => (number === 1 ? other : status));
		expect((await run(NOON, { refuses: [1] })).result).toEqual(all('sent', 'error'));
		expect((await run(NOON + 1)).result).toEqual(all('alreadySent', 'sent'));
		expect(new Set(received).size).toBe(COUNT);
		expect(received).toHaveLength(COUNT);
	});

	it('sends each once at most, and loses at most those that were under way, wherever it is killed', async () => {
		const { steps } = await store().run(NOON);
		for (let killAt = 1; killAt <= steps.length; killAt++) {
			const { run, received } = store();
			expect((await run(NOON, { killAt })).result).toBe('killed');
			const { result } = await run(NOON + BROKEN_OFF_MS + 1);
			expect(new Set(received).size).toBe(received.length);
			const unknown = [result].flat().filter((status) => status === 'unknown');
			expect(unknown.length).toBeLessThanOrEqual(TOGETHER);
			expect([result].flat().filter((status) => status === 'error')).toEqual([]);
			expect(received.length).toBeGreaterThanOrEqual(COUNT - unknown.length);
		}
	});

	it('sends each once when several runs begin at the same moment', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }), {
					minLength: 2,
					maxLength: 3,
				}),
				async (kills) => {
					const { run, received } = store();
					await Promise.all(kills.map(async (killAt) => await run(NOON, { killAt })));
					const { result } = await run(NOON + BROKEN_OFF_MS + 1);
					expect(new Set(received).size).toBe(received.length);
					const done = new Set(received);
					[result].flat().forEach((status, position) => {
						if (status !== 'unknown') expect(done.has(position)).toBe(true);
					});
				},
			),
			{ numRuns: 60 },
		);
	});
});
