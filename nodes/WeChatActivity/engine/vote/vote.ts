import { byTime, pointsOf, type Book } from '../book';
import type { Choices } from '../../../shared/commands/choices';
import { dayNumber } from '../day';
import { dataText, type ActivityRow } from '../row';
import { windowStatus, type ActivityEvent, type Step, type Values, type Window } from '../step';

export interface VoteRules extends Window {
	choices: Choices;
	/** The first vote counts, the last one counts, or a number of votes every day. */
	mode: 'change' | 'daily' | 'once';
	/** For `daily`. */
	votesPerDay: number;
	/** Points for the first vote that counts. */
	points: number;
	/** Nobody sees numbers before the end. */
	hidesResults: boolean;
}

export type VoteStatus =
	| 'alreadyVoted'
	| 'changed'
	| 'closed'
	| 'notAChoice'
	| 'notOpen'
	| 'quotaUsed'
	| 'voted';

/** A row that counts as a vote, and for what. */
interface Counted {
	key: string;
	choice: number;
}

const voteRows = (rows: ActivityRow[]) => rows.filter(({ type }) => type === 'vote');

function choiceIn(row: ActivityRow, { choices }: VoteRules): number {
	// Rows keep the name of the choice: the order of the list may change.
	return choices.texts.indexOf(dataText(row, 'choice'));
}

/** Which votes of one person count. `rows` by time. */
function counted(rows: ActivityRow[], rules: VoteRules): Counted[] {
	const votes = voteRows(rows)
		.map((row) => ({ key: row.key, choice: choiceIn(row, rules), day: dayNumber(row.at) }))
		.filter(({ choice }) => choice >= 0);
	if (rules.mode === 'once') return votes.slice(0, 1);
	if (rules.mode === 'change') return votes.slice(-1);
	const used = new Map<number, number>();
	return votes.filter(({ day }) => {
		const before = used.get(day) ?? 0;
		used.set(day, before + 1);
		return before < rules.votesPerDay;
	});
}

export interface Tally {
	votes: number;
	voters: number;
	choices: Array<{ choice: string; votes: number; share: number }>;
}

/** The result of a poll from its rows. */
export function tally(book: Book, activityId: string, rules: VoteRules): Tally {
	const byPerson = new Map<string, ActivityRow[]>();
	for (const row of book.all(activityId)) {
		if (row.type !== 'vote') continue;
		const rows = byPerson.get(row.openId);
		if (rows) rows.push(row);
		else byPerson.set(row.openId, [row]);
	}
	const counts = rules.choices.texts.map(() => 0);
	let [votes, voters] = [0, 0];
	for (const rows of byPerson.values()) {
		const valid = counted(rows, rules);
		votes += valid.length;
		voters += valid.length > 0 ? 1 : 0;
		for (const { choice } of valid) counts[choice] = (counts[choice] ?? 0) + 1;
	}
	return {
		votes,
		voters,
		choices: rules.choices.texts.map((choice, position) => {
			const number = counts[position] ?? 0;
			return { choice, votes: number, share: votes === 0 ? 0 : number / votes };
		}),
	};
}

/** The result as text, one choice a line, the most voted first. */
export function tallyText({ choices }: Tally): string {
	return [...choices]
		.sort((left, right) => right.votes - left.votes)
		.map(({ choice, votes, share }) => `${choice}：${votes} 票（${(share * 100).toFixed(1)}%）`)
		.join('\n');
}

function statusOf(key: string, before: Counted[], after: Counted[], rules: VoteRules): VoteStatus {
	const isCounted = after.some((vote) => vote.key === key);
	if (rules.mode === 'change') return isCounted && before.length > 0 ? 'changed' : 'voted';
	if (isCounted) return 'voted';
	return rules.mode === 'daily' ? 'quotaUsed' : 'alreadyVoted';
}

/**
 * Casts a vote. Key `activity|openId|vote|event`. A vote beyond the limit is kept, but does not count, so that
 * the first by time count even when they arrive later.
 */
export function castVote(
	book: Book,
	activityId: string,
	event: ActivityEvent,
	rules: VoteRules,
): Step<VoteStatus> {
	const { openId, at } = event;
	const rows = book.of(openId, activityId);
	const position = rules.choices.find(event.text);
	const choice = position === undefined ? '' : (rules.choices.texts[position] ?? '');
	const balance = pointsOf(rows);
	const values: Values = { points: 0, balance, choice, choices: rules.choices.toString() };
	const window = windowStatus(at, rules);
	if (window !== 'open') return { status: window, values, rows: [] };
	if (position === undefined) return { status: 'notAChoice', values, rows: [] };
	const key = `${activityId}|${openId}|vote|${event.key}`;
	const isKnown = book.get(key) !== undefined;
	const own = voteRows(rows);
	const draft = { key, activityId, openId, type: 'vote', points: 0, data: { choice }, at };
	const all = isKnown ? own : [...own, draft].sort(byTime);
	const [before, after] = [
		counted(
			own.filter((row) => row.key !== key),
			rules,
		),
		counted(all, rules),
	];
	const points = (after.length > 0 ? rules.points : 0) - pointsOf(own);
	const status = statusOf(key, before, after, rules);
	if (isKnown) return { status, values, rows: [] };
	return {
		status,
		values: { ...values, points, balance: balance + points },
		rows: [{ ...draft, points }],
	};
}
