import type { Account } from '../lib/account';
import { countBy, shareOf } from './shares';

type Json = Record<string, unknown>;

const TABLES = [
	'activity_rows',
	'assistant_questions',
	'campaign_log',
	'comments',
	'contacts',
	'group_members',
	'interactions',
	'keyword_drafts',
	'keyword_hits',
	'metric_alerts',
	'metrics',
	'prizes_won',
	'rounds',
	'segments_history',
	'tickets',
] as const;

/** The rows that a report is made of. */
export type Rows = Record<(typeof TABLES)[number], Json[]>;

/** The rows of all tables that are there. */
export async function readRows(account: Account): Promise<Rows> {
	const there = new Set(await account.tableNames());
	const entries = TABLES.map(
		async (table): Promise<[string, Json[]]> => [
			table,
			there.has(table) ? await account.rows(table) : [],
		],
	);
	return Object.fromEntries(await Promise.all(entries)) as Rows;
}

/** Prizes that people got, in draws and at once, and how many there were to be had at once. */
export function winnersOf({ prizes_won: won, rounds, tickets }: Rows): {
	lottery: number;
	instant: number;
	prizes: number;
} {
	const isDraw = ({ kind }: Json) => kind === 'lottery';
	const idsOf = (list: Json[]) => new Set(list.map(({ activityId }) => activityId));
	const draws = idsOf(rounds.filter(isDraw));
	const games = idsOf(rounds.filter((round) => !isDraw(round)));
	const of = (ids: ReadonlySet<unknown>) => won.filter(({ activityId }) => ids.has(activityId));
	const units = tickets.filter(({ activityId, prize }) => games.has(activityId) && prize);
	return { lottery: of(draws).length, instant: of(games).length, prizes: units.length };
}

/** How many followers were in each segment after the first run, and are now. */
export function segmentsOf({ segments_history: history, contacts }: Rows): {
	before: Record<string, number>;
	after: Record<string, number>;
} {
	const [first] = history.map(({ day }) => String(day)).sort();
	const isSorted = contacts.filter(({ segment }) => segment);
	return {
		before: countBy(
			history.filter(({ day }) => day === first),
			'segment',
		),
		after: countBy(isSorted, 'segment'),
	};
}

/** The share of the questions that the library answered, of those who are still there. */
export function coverageOf(
	questions: ReadonlyArray<{ openId: string; text: string }>,
	{ contacts, keyword_hits: hits }: Rows,
): number {
	const here = new Set(contacts.map(({ openId }) => openId));
	const matched = new Set(
		hits
			.filter(({ status }) => status === 'matched')
			.map(({ openId, text }) => `${String(openId)} ${String(text)}`),
	);
	return shareOf(
		questions.filter(({ openId }) => here.has(openId)),
		({ openId, text }) => matched.has(`${openId} ${text}`),
	);
}

/** Those written to after a long silence, and who of them has written since. */
export function reactivatedOf({ campaign_log: log, interactions }: Rows): {
	treated: number;
	returned: number;
} {
	const sent = log.filter(({ state }) => state === 'sent');
	const hasReturned = ({ openId, sentAt }: Json): boolean =>
		interactions.some(
			(row) => row.openId === openId && row.kind === 'text' && String(row.at) > String(sentAt),
		);
	return { treated: sent.length, returned: sent.filter(hasReturned).length };
}

/** Share of the active followers who tapped the menu, in the last week that was collected; undefined before. */
export function menuClicksOf({ metrics }: Rows): number | undefined {
	const weeks = metrics.filter(
		({ metric, period, dimension, value }) =>
			metric === 'menuClickRate' && period === 'week' && !dimension && typeof value === 'number',
	);
	const last = weeks.sort((a, b) => String(a.toDay).localeCompare(String(b.toDay))).at(-1);
	return last && Number(last.value);
}

/** How many rows of the ledger of the games are of one kind. */
export const countOf = ({ activity_rows: ledger }: Rows, kind: string): number =>
	ledger.filter(({ type }) => type === kind).length;
