import fc from 'fast-check';
import { onlyOnce } from '../../../nodes/shared/records/onlyOnce';
import { BROKEN_OFF_MS, type Outgoing } from '../../../nodes/shared/records/sentRow';
import { WeChatApiError, WeChatTransportError } from '../../../nodes/shared/transport/errors';
import { DataTables } from '../../harness/dataTables';
import { MortalRun } from '../../harness/mortalRecords';
import { dataTableRecords } from '../../harness/records';

const NOON = Date.parse('2026-11-24T12:00:00+08:00');
const MINUTE_MS = 60_000;
const REMEMBERED_MS = 10 * MINUTE_MS;

/** What happens to a call: WeChat takes it, refuses it, or the connection is lost before or after WeChat got it. */
const FATES = ['taken', 'refused', 'lostBefore', 'lostAfter'] as const;
type Fate = (typeof FATES)[number];

/** Whether WeChat drops a second one: never, for ten minutes, or always. */
const KINDS = ['never', 'tenMinutes', 'always'] as const;
type Kind = (typeof KINDS)[number];

const outgoing = (kind: Kind): Outgoing => ({
	key: 'test:1',
	what: 'Message',
	openId: 'o1',
	isRepeatable: kind !== 'never',
	...(kind === 'tenMinutes' ? { repeatableForMs: REMEMBERED_MS } : {}),
});

/** WeChat, as far as it counts: what went out, and what it drops. */
class Receiver {
	received = 0;
	private firstAt?: number;

	constructor(private readonly kind: Kind) {}

	take(now: number): void {
		const memory = { never: 0, tenMinutes: REMEMBERED_MS, always: Infinity }[this.kind];
		if (this.firstAt !== undefined && now - this.firstAt < memory) return;
		this.firstAt ??= now;
		this.received += 1;
	}
}

interface Run {
	killAt?: number;
	fate: Fate;
}

const runOf = fc.record({
	killAt: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
	fate: fc.constantFrom(...FATES),
});
/** Runs at the same moment, and how long after those before. */
const moment = fc.record({
	gapMs: fc.constantFrom(0, 1_000, BROKEN_OFF_MS + 1, REMEMBERED_MS + 1),
	runs: fc.array(runOf, { minLength: 1, maxLength: 3 }),
});

class Story {
	readonly receiver: Receiver;
	/** Whether a run ended between the claim and the mark, or a call without an answer. */
	isUnsure = false;
	private readonly tables = new DataTables();
	private now = NOON;

	constructor(private readonly kind: Kind) {
		this.receiver = new Receiver(kind);
	}

	wait(ms: number): void {
		this.now += ms;
	}

	async run({ killAt, fate }: Run): Promise<string> {
		const { now, receiver } = this;
		const mortal = new MortalRun(killAt);
		const records = mortal.records(dataTableRecords(this.tables));
		const send = async () => {
			await mortal.step('before call');
			if (fate === 'refused') throw new WeChatApiError('/x', 45009, 'quota');
			if (fate !== 'lostBefore') receiver.take(now);
			await mortal.step('after call');
			if (fate !== 'taken') throw new WeChatTransportError('/x', 'Lost', 'Look.', 'unknown');
			return { ok: true };
		};
		const end = await mortal.run(async () => {
			try {
				return (await onlyOnce(records, outgoing(this.kind), now, send)).status;
			} catch {
				return fate;
			}
		});
		const steps = mortal.steps;
		const isClaimed = steps.includes('after claim') || steps.includes('before call');
		if ((end === 'killed' && isClaimed) || end.startsWith('lost')) this.isUnsure = true;
		return end;
	}
}

describe('only once, when runs are killed', () => {
	it.each(KINDS)('receives at most one, and tells what it cannot know (%s)', async (kind) => {
		await fc.assert(
			fc.asyncProperty(fc.array(moment, { maxLength: 6 }), async (moments) => {
				const story = new Story(kind);
				for (const { gapMs, runs } of moments) {
					story.wait(gapMs);
					await Promise.all(runs.map(async (run) => await story.run(run)));
					expect(story.receiver.received).toBeLessThanOrEqual(1);
				}
				// It is repeated until nothing disturbs it any more.
				let end = '';
				for (let repeats = 0; repeats < 3; repeats++) {
					story.wait(BROKEN_OFF_MS + 1);
					end = await story.run({ fate: 'taken' });
				}
				expect(story.receiver.received).toBeLessThanOrEqual(1);
				if (end === 'unknown') expect(story.isUnsure && kind !== 'always').toBe(true);
				else expect([end, story.receiver.received]).toEqual(['alreadySent', 1]);
			}),
			{ seed: 20_261_124, numRuns: 100 },
		);
	});

	it.each(KINDS)('is whole again after a kill at each step (%s)', async (kind) => {
		for (let killAt = 1; killAt <= 8; killAt++) {
			const story = new Story(kind);
			await story.run({ killAt, fate: 'taken' });
			story.wait(BROKEN_OFF_MS + 1);
			const end = await story.run({ fate: 'taken' });
			const wasMarked = killAt === 8;
			const isKnown = killAt < 4 || kind !== 'never';
			expect([killAt, end]).toEqual([
				killAt,
				wasMarked ? 'alreadySent' : isKnown ? 'sent' : 'unknown',
			]);
			expect(story.receiver.received).toBeLessThanOrEqual(1);
		}
	});

	it('goes on at once where a run was killed before it sent anything', async () => {
		const story = new Story('never');
		await story.run({ killAt: 2, fate: 'taken' });
		expect(await story.run({ fate: 'taken' })).toBe('sent');
	});

	it('leaves nothing open when n8n fails at a step of a Data table', async () => {
		for (let failAt = 1; failAt <= 6; failAt++) {
			const tables = new DataTables();
			const records = dataTableRecords(tables);
			let [steps, received] = [0, 0];
			tables.beforeStep = () => {
				steps += 1;
				if (steps === failAt) throw new Error('The database is locked');
			};
			const send = async () =>
				await onlyOnce(records, outgoing('never'), NOON, async () => {
					received += 1;
					return await Promise.resolve({ ok: true });
				});
			await send().catch(() => undefined);
			expect(await send()).toMatchObject({ status: failAt < 4 ? 'sent' : 'alreadySent' });
			expect(received).toBe(1);
		}
	});
});
