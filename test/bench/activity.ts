/* eslint-disable no-console */
import sampleSize from 'lodash/sampleSize';
import { Book } from '../../nodes/WeChatActivity/engine/book';
import { checkIn } from '../../nodes/WeChatActivity/engine/checkIn/checkIn';
import { checkCompliance } from '../../nodes/WeChatActivity/engine/compliance/check';
import { leaderboard } from '../../nodes/WeChatActivity/engine/leaderboard/leaderboard';
import {
	DRAW_VERSION,
	entriesDigest,
	entryCode,
	sortedCodes,
} from '../../nodes/WeChatActivity/engine/lottery/closing';
import { commitmentTo, draw } from '../../nodes/WeChatActivity/engine/lottery/draw';
import { cutTickets, TicketPool } from '../../nodes/WeChatActivity/engine/lottery/tickets';
import { verify } from '../../nodes/WeChatActivity/engine/lottery/verify';
import { readRows, toStored, type ActivityRow } from '../../nodes/WeChatActivity/engine/row';
import { median } from './lib/measure';

const ROWS = 100_000;
const PEOPLE = 20_000;
const ROUNDS = 5;
const START = Date.parse('2026-11-01T00:00:00+08:00');
const DAY = 86_400_000;
const PRIZES = [
	{ name: '一等奖', quantity: 1 },
	{ name: '二等奖', quantity: 99 },
];

/** Median milliseconds of some rounds. */
function milliseconds(work: () => void): number {
	const times = Array.from({ length: ROUNDS }, () => {
		const start = performance.now();
		work();
		return performance.now() - start;
	});
	return median(times);
}

function report(what: string, ms: number, more = ''): void {
	console.log(`${what}: ${ms.toFixed(ms < 10 ? 2 : 0)} ms${more}`);
}

const rows: ActivityRow[] = Array.from({ length: ROWS }, (_, n) => ({
	key: `a|o${n % PEOPLE}|points|${n}`,
	activityId: 'a',
	openId: `o${n % PEOPLE}`,
	type: 'points',
	points: (n % 7) + 1,
	data: { amount: (n % 7) + 1 },
	at: START + n * 1_000,
}));

/**
 * What the engines need for a large account on one core. The draw is held against lodash's `sampleSize`, which
 * nobody can verify.
 */
export function bench(): void {
	const stored = rows.map((row) => ({ ...toStored(row) }));
	report(
		`read and fold ${ROWS} rows from a table`,
		milliseconds(() => new Book(readRows(stored))),
	);
	const book = new Book(rows);
	report(
		`leaderboard of ${ROWS} rows`,
		milliseconds(() => leaderboard(book, 'a', { types: [] })),
	);

	const openIds = Array.from({ length: ROWS }, (_, n) => `oUser${n}`);
	const codes = openIds.map((openId) => entryCode('a', openId));
	const closing = {
		version: DRAW_VERSION,
		activityId: 'a',
		commitment: commitmentTo('seed'),
		entriesDigest: entriesDigest(sortedCodes(codes)),
		entryCount: codes.length,
		prizes: PRIZES,
		reserveCount: 100,
		beaconName: 'number',
		beaconAt: '2026-11-24T13:15:00.000Z',
		closedAt: '2026-11-24T12:00:00.000Z',
	};
	const ours = milliseconds(() => draw(codes, closing, 'seed', 'b'));
	const rival = milliseconds(() => sampleSize(openIds, 200));
	report(
		`draw of 200 among ${ROWS} entries`,
		ours,
		`, ${(ours / rival).toFixed(0)} x lodash sampleSize`,
	);
	const proof = draw(codes, closing, 'seed', 'b');
	report(
		'verification of it',
		milliseconds(() => verify(proof, codes)),
	);

	report(
		`cut ${ROWS} tickets`,
		milliseconds(() => cutTickets('a', PRIZES, ROWS - 100, 'seed')),
	);
	const pool = cutTickets('a', PRIZES, 9_900, 'seed');
	let claims = 0;
	const picks = milliseconds(() => {
		const run = new TicketPool(pool);
		for (let n = 0; n < 1_000; n++) {
			claims += 1;
			run.pick(
				{ key: `m${claims}`, openId: `o${claims}`, at: START, text: '' },
				{ perPerson: 1, perDay: 0 },
			);
		}
	});
	report('pick 1,000 of 10,000 tickets in one run', picks);

	const rules = {
		pointsPerDay: 1,
		rewards: [{ day: 7, points: 10, name: '' }],
		cycleLength: 7,
		graceHours: 0,
		makeUpsPerMonth: 3,
		makeUpWithinDays: 7,
		makeUpPoints: 0,
	};
	const checkIns = milliseconds(() => {
		const days = new Book();
		for (let n = 0; n < 30_000; n++) {
			const event = {
				key: `m${n}`,
				openId: `o${n % 1_000}`,
				at: START + Math.floor(n / 1_000) * DAY,
				text: '',
			};
			checkIn(days, 'a', event, rules).rows.forEach((row) => days.add(row));
		}
	});
	report(
		'30 days of check-in by 1,000 people',
		checkIns,
		`, ${Math.round(30_000 / (checkIns / 1_000))}/s`,
	);

	const text = '回复“抽奖”即可参加，无需转发，每人一次。奖品：咖啡杯 10 个，系统随机抽取。'.repeat(
		20,
	);
	const plan = {
		kind: 'lottery' as const,
		text,
		organiser: 'x',
		contact: '',
		conditions: '',
		claim: '',
		drawMethod: '',
		prizes: [],
		recordYears: 2,
		now: START,
	};
	report(
		`compliance check of ${text.length} characters`,
		milliseconds(() => checkCompliance(plan)),
	);
}
