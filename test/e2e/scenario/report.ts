import type { AccountSystem } from '../lib/system';
import type { Month } from './month';

/** What a month of the account comes to, in figures. Shares are from 0 to 1. */
export interface Report {
	followers: number;
	messages: number;
	/** Milliseconds that WeChat waited for the answer to a question, but for the rush. */
	answer: { median: number; p95: number; longest: number };
	/** Share of the questions that were answered without a person. */
	coverage: number;
	/** Minutes until a comment was answered, by tier, and how many still wait. */
	comments: Record<string, { answered: number; open: number; median: number; p90: number }>;
	/** Share of the comments answered within two hours. */
	fastReplies: number;
	/** Share of the followers who took part in a game. */
	participation: number;
	winners: { lottery: number; instant: number; prizes: number };
	/** What was published to prove the draws. */
	proofs: number;
	segments: { before: Record<string, number>; after: Record<string, number> };
	/** Those written to after a long silence; what the flow found out about whether it helped. */
	reactivated: { treated: number; returned: number; result?: Lift };
	/** Targets of response time that were met, of those that came due. */
	sla: { met: number; breached: number };
	staffMessages: number;
}

type Json = Record<string, unknown>;

/** A row of `wechat_campaign_results`; shares are from 0 to 1, null where nobody was in the group. */
interface Lift extends Json {
	treatedShare: number | null;
	holdOut: number;
	holdOutShare: number | null;
	difference: number | null;
	significant: boolean;
}

function at(values: number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function countBy(rows: Json[], column: string): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const row of rows) counts[String(row[column])] = (counts[String(row[column])] ?? 0) + 1;
	return counts;
}

function commentFigures(rows: Json[]): Report['comments'] {
	return Object.fromEntries(
		Object.keys(countBy(rows, 'tier')).map((tier) => {
			const own = rows.filter((row) => row.tier === tier);
			const minutes = own
				.filter(({ answeredAt }) => answeredAt)
				.map(({ replyMinutes }) => Number(replyMinutes));
			const open = own.filter(({ isOpen }) => isOpen).length;
			const figures = {
				answered: minutes.length,
				open,
				median: at(minutes, 0.5),
				p90: at(minutes, 0.9),
			};
			return [tier, figures];
		}),
	);
}

/** Reads the figures from the tables, as an operator could. */
export async function reportOf(app: AccountSystem, month: Month): Promise<Report> {
	const read = async (table: string) => await app.rows(table);
	const [
		audience,
		winners,
		draws,
		contacts,
		interactions,
		hits,
		comments,
		activities,
		tickets,
		segments,
		moves,
		results,
		alerts,
	] = await Promise.all(
		[
			'wechat_audience',
			'wechat_winners',
			'wechat_lottery_draws',
			'wechat_contacts',
			'wechat_interactions',
			'wechat_keyword_hits',
			'wechat_comments',
			'wechat_activity_rows',
			'wechat_tickets',
			'wechat_segments',
			'wechat_segment_history',
			'wechat_campaign_results',
			'wechat_service_alerts',
		].map(read),
	);
	const waits = month.conversation.spoken
		.filter(({ kind, isRush }) => kind === 'question' && !isRush)
		.map(({ milliseconds }) => milliseconds);
	const minutes = (comments ?? [])
		.filter(({ answeredAt }) => answeredAt)
		.map((row) => Number(row.replyMinutes));
	const players = new Set((activities ?? []).map(({ openId }) => openId).filter(Boolean));
	const first = moves?.map(({ week }) => String(week)).sort()[0];
	const firstRun = (moves ?? []).filter(({ week }) => week === first);
	const [result] = (results ?? []) as Lift[];
	const sent = (audience ?? []).filter(
		({ group, status }) => group === 'treated' && status === 'sent',
	);
	const hasReturned = (openId: unknown, since: unknown): boolean =>
		(interactions ?? []).some(
			(row) =>
				row.openId === openId &&
				row.auto !== true &&
				row.kind === 'text' &&
				String(row.at) > String(since),
		);
	const statuses = countBy(alerts ?? [], 'status');
	const asked = new Set(
		month.conversation.spoken.filter(({ kind }) => kind === 'question').map(({ text }) => text),
	);
	const questions = (hits ?? []).filter(({ text }) => asked.has(String(text)));
	return {
		followers: contacts?.length ?? 0,
		messages: interactions?.length ?? 0,
		answer: { median: at(waits, 0.5), p95: at(waits, 0.95), longest: Math.max(0, ...waits) },
		coverage:
			questions.filter(({ status }) => status === 'matched').length / Math.max(1, questions.length),
		comments: commentFigures(comments ?? []),
		fastReplies: minutes.filter((each) => each <= 120).length / Math.max(1, comments?.length ?? 0),
		participation: players.size / Math.max(1, contacts?.length ?? 0),
		winners: {
			lottery: (winners ?? []).filter(({ prize }) => prize).length,
			instant: (tickets ?? []).filter(({ state, prize }) => state === 'claimed' && prize).length,
			prizes: (tickets ?? []).filter(({ prize }) => prize).length,
		},
		proofs: (draws ?? []).filter(({ proof }) => proof).length,
		segments: {
			before: countBy(firstRun, 'toSegment'),
			after: countBy(segments ?? [], 'segment'),
		},
		reactivated: {
			treated: sent.length,
			returned: sent.filter(({ openId, sentAt }) => hasReturned(openId, sentAt)).length,
			result,
		},
		sla: { met: statuses.met ?? 0, breached: statuses.breached ?? 0 },
		staffMessages: app.staff.messages.length,
	};
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

const list = (counts: Record<string, number>): string =>
	Object.entries(counts)
		.map(([name, count]) => `${name} ${count}`)
		.join(', ') || 'none yet';

/** Whether the messages helped, seven days later. */
function liftOf(result?: Lift): string {
	if (!result) return 'too early to compare with the hold-out';
	const { difference, holdOut, holdOutShare, significant, treatedShare } = result;
	const share = `within seven days ${percent(treatedShare ?? 0)}`;
	if (difference === null) return `${share}; nobody was held out to compare with`;
	return `${share}, ${percent(holdOutShare ?? 0)} of the ${holdOut} held out: ${(difference * 100).toFixed(0)} points, ${significant ? 'significant' : 'not significant'}`;
}

/** The report as lines for a person, with the mission's targets beside what was measured. */
export function linesOf(report: Report): string[] {
	const { answer, comments, reactivated, segments, sla, winners } = report;
	const due = sla.met + sla.breached;
	return [
		`Followers ${report.followers}, interactions recorded ${report.messages}, messages to the staff ${report.staffMessages}`,
		`Keyword replies: median ${answer.median} ms, 95 % within ${answer.p95} ms (targets: 1 s, 5 s)`,
		`Answered without a person: ${percent(report.coverage)} of the questions (target: 80 %)`,
		...Object.entries(comments).map(
			([tier, { answered, open, median, p90 }]) =>
				`Comments, ${tier}: ${answered} answered after ${median} min (90 %: ${p90} min), ${open} waiting`,
		),
		`Comments answered within two hours: ${percent(report.fastReplies)} (target: 92 %)`,
		`Took part in a game: ${percent(report.participation)} of the followers (target: 35 %)`,
		`Winners: ${winners.lottery} in draws with ${report.proofs} proof(s), ${winners.instant} of ${winners.prizes} instant prizes`,
		`Segments before: ${list(segments.before)}; after: ${list(segments.after)}`,
		`Reactivated: ${reactivated.returned} of ${reactivated.treated} written to; ${liftOf(reactivated.result)}`,
		`Response times met: ${due === 0 ? 'none due' : `${percent(sla.met / due)} of ${due}`}`,
	];
}
