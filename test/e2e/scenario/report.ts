import type { Account } from '../lib/account';
import { isCalm } from './conversation';
import { commentFigures, type CommentFigures } from './commentFigures';
import type { Month } from './month';
import { countBy, partOf, shareOf } from './shares';

type Json = Record<string, unknown>;

/** What a month of the account comes to, in figures. Shares are from 0 to 1. */
export interface Report {
	followers: number;
	messages: number;
	/** Milliseconds that WeChat waited for the answer to a question, but for the rush. */
	/** Milliseconds to the reply: of who wrote while nobody else did, and of all but the rush. */
	answer: { alone: number; median: number; p95: number; longest: number };
	/** Share of the questions that were answered without a person. */
	coverage: number;
	/** Minutes until a comment was answered, by what readers wrote, and how many still wait. */
	comments: Record<string, CommentFigures>;
	/** Share of the comments answered within two hours. */
	fastReplies: number;
	/** Share of the followers who took part in a game. */
	participation: number;
	/** Prizes that people got, in draws and at once, and how many there were to be had at once. */
	winners: { lottery: number; instant: number; prizes: number };
	/** What was published to prove the draws. */
	proofs: number;
	segments: { before: Record<string, number>; after: Record<string, number> };
	/** Those written to after a long silence; what the flow found out about whether it helped. */
	reactivated: { treated: number; returned: number; result?: Effect };
	/** Targets of response time that were met, of those that came due. */
	sla: { met: number; breached: number };
	staffMessages: number;
}

/** What the campaign's flow found; the difference is null where nobody was held out. */
export interface Effect extends Json {
	treated: number;
	treatedReturned: number;
	heldOut: number;
	heldOutReturned: number;
	difference: number | null;
	significant: boolean;
}

type Rows = Record<(typeof TABLES)[number], Json[]>;

const TABLES = [
	'activity_rows',
	'campaign_log',
	'comments',
	'contacts',
	'interactions',
	'keyword_hits',
	'prizes_won',
	'rounds',
	'segments_history',
	'tickets',
] as const;

/** The rows of all tables that are there. */
async function read(account: Account): Promise<Rows> {
	const there = new Set(await account.tableNames());
	const entries = TABLES.map(
		async (table): Promise<[string, Json[]]> => [
			table,
			there.has(table) ? await account.rows(table) : [],
		],
	);
	return Object.fromEntries(await Promise.all(entries)) as Rows;
}

/** What the runs of an appointment gave, by a node of it. */
const given = (account: Account, month: Month, [run, trigger, node]: [string, string, string]) =>
	month.runs
		.filter((each) => each.run === run && each.trigger === trigger)
		.flatMap(({ execution }) => account.itemsOf(run, execution, node));

const sum = (rows: Json[], column: string): number =>
	rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);

function winnersOf({ prizes_won: won, rounds, tickets }: Rows): Report['winners'] {
	const draws = new Set(
		rounds.filter(({ kind }) => kind === 'lottery').map(({ activityId }) => activityId),
	);
	const games = new Set(
		rounds.filter(({ kind }) => kind !== 'lottery').map(({ activityId }) => activityId),
	);
	const of = (ids: ReadonlySet<unknown>) => won.filter(({ activityId }) => ids.has(activityId));
	const units = tickets.filter(({ activityId, prize }) => games.has(activityId) && prize);
	return { lottery: of(draws).length, instant: of(games).length, prizes: units.length };
}

function segmentsOf({ segments_history: history, contacts }: Rows): Report['segments'] {
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
function coverageOf(
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

function reactivatedOf({ campaign_log: log, interactions }: Rows): {
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

/** Reads the figures from the tables, as an operator could. */
export async function reportOf(account: Account, month: Month): Promise<Report> {
	// Who was written to on the first Monday at ten has had seven days only now.
	const measured = await account.run('13', 'monday');
	const rows = await read(account);
	const { spoken } = month.conversation;
	const questions = spoken.filter(({ kind }) => kind === 'question');
	const waits = questions.filter(isCalm).map(({ milliseconds }) => milliseconds);
	const alone = questions.filter(({ atOnce }) => atOnce === 1).map((asked) => asked.milliseconds);
	const players = new Set(rows.activity_rows.map(({ openId }) => openId).filter(Boolean));
	const mornings = given(account, month, ['03', 'morning', 'report']);
	const effects = account.itemsOf('13', measured, 'measure') as Effect[];
	const { figures, fast } = commentFigures(month.articles.comments, rows.comments);
	return {
		followers: rows.contacts.length,
		messages: rows.interactions.length,
		answer: {
			alone: partOf(alone, 0.5),
			median: partOf(waits, 0.5),
			p95: partOf(waits, 0.95),
			longest: Math.max(0, ...waits),
		},
		coverage: coverageOf(questions, rows),
		comments: figures,
		fastReplies: fast,
		participation: players.size / Math.max(1, rows.contacts.length),
		winners: winnersOf(rows),
		proofs: rows.rounds.filter(({ status, proof }) => status === 'drawn' && proof).length,
		segments: segmentsOf(rows),
		reactivated: { ...reactivatedOf(rows), result: effects[0] },
		sla: { met: sum(mornings, 'inTime'), breached: sum(mornings, 'late') },
		staffMessages: account.staff.messages.length,
	};
}
