import groupBy from 'lodash/groupBy';
import mapValues from 'lodash/mapValues';
import type { Account } from '../lib/account';
import { answersTo, commentFigures, type CommentFigures } from './commentFigures';
import { isCalm } from './conversation';
import type { Month } from './month';
import {
	countOf,
	coverageOf,
	menuClicksOf,
	reactivatedOf,
	readRows,
	segmentsOf,
	winnersOf,
} from './reportRows';
import { countBy, partOf, shareOf } from './shares';

type Json = Record<string, unknown>;

/** Milliseconds that followers waited. */
export interface Waits {
	count: number;
	median: number;
	p95: number;
	longest: number;
}

/** What a month of the account comes to, in figures. Shares are from 0 to 1. */
export interface Report {
	followers: number;
	messages: number;
	staffMessages: number;
	/** Replies to questions: to who asked while nobody else did, to all but the rush, and to those of the rush. */
	replies: { alone: Waits; all: Waits; rush: Waits };
	taps: Waits;
	/** Messages of followers to which nothing was read, and how often WeChat said that there is no service. */
	unheard: number;
	apologies: number;
	/** Share of the questions that were answered without a person. */
	coverage: number;
	/** What became of each message that the keywords were asked for. */
	routed: Record<string, number>;
	/** What became of each question to the model. */
	assistant: Record<string, number>;
	/** Proposals for the keywords. */
	proposals: number;
	/** Until a comment was answered, by what readers wrote, and of VIPs. */
	comments: Record<string, CommentFigures>;
	vips: CommentFigures;
	/** Unhappy comments that were answered by machine. */
	unhappyByMachine: number;
	featured: number;
	/** Share of the comments answered within two hours. */
	fastReplies: number;
	/** Share of the followers who took part in a game. */
	participation: number;
	checkIns: number;
	/** Goods that were got for points. */
	purchases: number;
	winners: { lottery: number; instant: number; prizes: number };
	/** What was published to prove the draws. */
	proofs: number;
	/** Share of the active followers who tapped the menu, in the last week; undefined before there was one. */
	menuClicks?: number;
	/** Places in groups that were given. */
	places: number;
	alerts: number;
	segments: { before: Record<string, number>; after: Record<string, number> };
	/** Those written to after a long silence; what the flow found out about whether it helped. */
	reactivated: { treated: number; returned: number; result?: Effect };
	/** Targets of response time that were met, of those that came due. */
	sla: { met: number; breached: number };
	runs: { all: number; failed: number };
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

const FAST_MINUTES = 120;

/** What the runs of an appointment gave, by a node of it. */
const given = (account: Account, month: Month, [run, trigger, node]: [string, string, string]) =>
	month.runs
		.filter((each) => each.run === run && each.trigger === trigger)
		.flatMap(({ execution }) => account.itemsOf(run, execution, node));

const sum = (rows: Json[], column: string): number =>
	rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);

const waitsOf = (times: readonly number[]): Waits => ({
	count: times.length,
	median: Math.round(partOf(times, 0.5)),
	p95: Math.round(partOf(times, 0.95)),
	longest: Math.round(Math.max(0, ...times)),
});

/** How followers were answered in the chat. */
function chatFigures(account: Account, { conversation: { spoken, taps } }: Month) {
	const questions = spoken.filter(({ kind }) => kind === 'question');
	const timesOf = (asked: typeof questions) => waitsOf(asked.map((each) => each.milliseconds));
	const { followers } = account.simulator.platform.state;
	return {
		replies: {
			alone: timesOf(questions.filter(({ atOnce }) => atOnce === 1)),
			all: timesOf(questions.filter(isCalm)),
			rush: timesOf(questions.filter((asked) => !isCalm(asked))),
		},
		taps: waitsOf(taps),
		unheard: spoken.filter(({ read }) => read.length === 0).length,
		apologies: [...followers.values()].reduce((total, each) => total + each.apologies, 0),
	};
}

/** Reads the figures from the tables, as an operator could. */
export async function reportOf(account: Account, month: Month): Promise<Report> {
	// Who was written to on the first Monday at ten has had seven days only now.
	const measured = await account.run('13', 'monday');
	const rows = await readRows(account);
	const { spoken } = month.conversation;
	const questions = spoken.filter(({ kind }) => kind === 'question');
	const players = new Set(rows.activity_rows.map(({ openId }) => openId).filter(Boolean));
	const mornings = given(account, month, ['03', 'morning', 'report']);
	const effects = account.itemsOf('13', measured, 'measure') as Effect[];
	const answers = answersTo(month.articles.comments, rows.comments);
	const isUnhappy = ({ kind }: { kind: string }) => kind === 'negative';
	return {
		followers: rows.contacts.length,
		messages: rows.interactions.length,
		staffMessages: account.staff.messages.length,
		...chatFigures(account, month),
		coverage: coverageOf(questions, rows),
		routed: countBy(rows.keyword_hits, 'status'),
		assistant: countBy(rows.assistant_questions, 'status'),
		proposals: rows.keyword_drafts.length,
		comments: mapValues(groupBy(answers, 'kind'), commentFigures),
		vips: commentFigures(answers.filter(({ openId }) => month.vips.has(openId))),
		unhappyByMachine: answers.filter((each) => isUnhappy(each) && each.by === 'flow').length,
		featured: answers.filter(({ isElected }) => isElected).length,
		fastReplies: shareOf(answers, ({ minutes }) => minutes <= FAST_MINUTES),
		participation: players.size / Math.max(1, rows.contacts.length),
		checkIns: countOf(rows, 'checkIn'),
		purchases: countOf(rows, 'spend'),
		winners: winnersOf(rows),
		proofs: rows.rounds.filter(({ status, proof }) => status === 'drawn' && proof).length,
		menuClicks: menuClicksOf(rows),
		places: rows.group_members.length,
		alerts: rows.metric_alerts.length,
		segments: segmentsOf(rows),
		reactivated: { ...reactivatedOf(rows), result: effects[0] },
		sla: { met: sum(mornings, 'inTime'), breached: sum(mornings, 'late') },
		runs: await account.countRuns(),
	};
}
