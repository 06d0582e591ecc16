/* eslint-disable no-console, @n8n/community-nodes/no-restricted-globals */
import { ActivityLog } from '../../nodes/WeChatSegment/engine/activityLog';
import { SegmentModel, type ModelRules } from '../../nodes/WeChatSegment/engine/model';
import { generator } from '../harness/random';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-24T02:00:00Z');
const CONTACTS = 1_000_000;
const ROWS = 3_000_000;
const LOT = 100_000;
const MAX_SECONDS = 5;
const MAX_MEGABYTES = 1_024;

const RULES: ModelRules = {
	now: NOW,
	scoring: { method: 'quantile' },
	silence: { dormantDays: 30, dormantGaps: 2, lostDays: 90, lostGaps: 3 },
	newDays: 14,
	fine: 'scores',
	runsToMove: 2,
	runsPer: 'day',
	churnModel: 'rank',
};

/** OpenIDs have 28 characters. */
const openIdOf = (number: number): string => `oBench${String(number).padStart(22, '0')}`;

type Row = [openId: string, at: number, key: string];

/** Few are active often, most seldom; half of the rows lie in the last two months. */
function* rows(count: number, contacts: number): Generator<Row> {
	const next = generator(20_261_124);
	for (let row = 0; row < count; row++) {
		const contact = row < contacts ? row : Math.floor(contacts * next() ** 2);
		const openId = openIdOf(contact);
		const ago = row < contacts ? 300 * next() : 365 * next() ** 2.5;
		yield [openId, NOW - ago * DAY, `${openId}:2469013456${row}`];
	}
}

/** Processor time of the process in seconds; on a busy machine the clock tells more of the others. */
const seconds = (): number => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000_000;
};

/** Rows as they come from a database: read from text, so that every cell is a string of its own. */
const asReceived = (lot: Row[]): Row[] => JSON.parse(JSON.stringify(lot)) as Row[];

const megabytes = (): number => Math.round(process.memoryUsage.rss() / 2 ** 20);

function run(contacts: number, count: number): number {
	const log = new ActivityLog();
	const source = rows(count, contacts);
	let [take, peak] = [0, 0];
	// Making up the rows is not the engine's work: they come in lots, and only what it does is timed.
	for (let isOver = false; !isOver; ) {
		const made: Row[] = [];
		while (made.length < LOT && !isOver) {
			const next = source.next();
			if (next.done) isOver = true;
			else made.push(next.value);
		}
		const lot = asReceived(made);
		const start = seconds();
		for (const [openId, at, key] of lot) log.add(openId, at, 2, key);
		take += seconds() - start;
		peak = Math.max(peak, megabytes());
	}
	const start = seconds();
	const sums = log.finish({
		now: NOW,
		windowDays: 90,
		frequencyOf: 'activeDays',
		monetaryOf: 'auto',
	});
	const summed = seconds();
	const model = new SegmentModel(sums, RULES);
	const scored = seconds();
	const segments: Record<string, number> = {};
	const kept: unknown[] = [];
	for (let index = 0; index < model.size; index++) {
		const row = model.row(index);
		// Kept for a while, as a workflow would: a row that nobody looks at is never made.
		kept[index % LOT] = row;
		const { segment } = row;
		segments[segment] = (segments[segment] ?? 0) + 1;
	}
	const end = seconds();
	peak = Math.max(peak, megabytes());
	const total = take + end - start;
	const parts = {
		take,
		'sum up': summed - start,
		score: scored - summed,
		'rows out': end - scored,
	};
	const shown = Object.entries(parts).map(([name, spent]) => `${name} ${spent.toFixed(2)}`);
	console.log(
		`${contacts.toLocaleString('en')} followers, ${count.toLocaleString('en')} rows: ` +
			`${total.toFixed(2)} s (${shown.join(', ')}), peak memory ${peak} MB`,
		segments,
	);
	if (contacts === CONTACTS && (total > MAX_SECONDS || peak > MAX_MEGABYTES)) {
		throw new Error(`Over the limit of ${MAX_SECONDS} s and ${MAX_MEGABYTES} MB`);
	}
	return total;
}

/** A million followers with three million activities through the engine: time, memory, and growth. */
export async function bench(): Promise<void> {
	run(CONTACTS / 100, ROWS / 100);
	const tenth = run(CONTACTS / 10, ROWS / 10);
	const whole = run(CONTACTS, ROWS);
	console.log(`Ten times as many followers take ${(whole / tenth).toFixed(1)} times as long`);
}
