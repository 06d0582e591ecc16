import type { CommentFigures } from './commentFigures';
import type { Effect, Report, Waits } from './report';

/** One figure of a report, with what it was meant to be; `target` is '' where nothing was set. */
export interface Figure {
	what: string;
	target: string;
	measured: string;
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(2)} s`;

const list = (counts: Record<string, number>): string =>
	Object.entries(counts)
		.map(([name, count]) => `${name} ${count}`)
		.join(', ') || 'none yet';

const waits = ({ count, median, p95, longest }: Waits): string =>
	`median ${seconds(median)}, 95 % within ${seconds(p95)}, longest ${seconds(longest)}, of ${count}`;

const minutes = ({ answered, open, median, p90 }: CommentFigures): string =>
	`median ${median} min, 90 % within ${p90} min, of ${answered}; ${open} waiting`;

/** Whether the messages helped, as the flow measured it. */
function effectText(effect?: Effect): string {
	if (!effect || effect.treated === 0) return 'too early to compare with the hold-out';
	const { difference, heldOut, heldOutReturned, significant, treated, treatedReturned } = effect;
	const share = `within seven days ${percent(treatedReturned / treated)}`;
	if (difference === null) return `${share}; nobody was held out to compare with`;
	return `${share}, ${percent(heldOutReturned / heldOut)} of the ${heldOut} held out: ${(difference * 100).toFixed(0)} points, ${significant ? 'significant' : 'not significant'}`;
}

const figure = (what: string, target: string, measured: string): Figure => ({
	what,
	target,
	measured,
});

function ofComments(report: Report): Figure[] {
	const { comments, featured, fastReplies, unhappyByMachine, vips } = report;
	const kinds = Object.entries(comments).filter(([kind]) => kind !== 'negative');
	const unhappy = comments.negative ?? { answered: 0, open: 0, median: 0, p90: 0 };
	return [
		figure('comments answered within two hours', '92 %', percent(fastReplies)),
		figure("an answer to a VIP's comment", '30 min', minutes(vips)),
		figure(
			'an answer to an unhappy comment, by a person',
			'15 min',
			`${minutes(unhappy)}; ${unhappyByMachine} by machine`,
		),
		...kinds.map(([kind, figures]) => figure(`comments, ${kind}`, '120 min', minutes(figures))),
		figure('comments featured', '', String(featured)),
	];
}

function ofChat(report: Report): Figure[] {
	const { apologies, assistant, coverage, replies, routed, sla, taps, unheard } = report;
	const due = sla.met + sla.breached;
	return [
		figure('questions answered without a person', '80 %', percent(coverage)),
		figure('keyword reply, one at a time', '1 s', waits(replies.alone)),
		figure('keyword reply, up to three at once', '1 s', waits(replies.all)),
		figure('reply when forty write in the same second', '5 s, or later', waits(replies.rush)),
		figure('answer to a tap on the menu', '5 s', waits(taps)),
		figure('messages without an answer', '0', String(unheard)),
		figure('"the service is not available" read', '0', String(apologies)),
		figure('what became of questions', '', list(routed)),
		figure('questions to the model', '', list(assistant)),
		figure('proposals for the keywords', '', String(report.proposals)),
		figure(
			'handed over to a person, answered in time',
			'',
			due === 0 ? 'none due' : `${percent(sla.met / due)} of ${due}`,
		),
	];
}

function ofGames(report: Report): Figure[] {
	const { menuClicks, winners } = report;
	return [
		figure('followers who took part in a game', '35 %', percent(report.participation)),
		figure('winners in draws', '', `${winners.lottery}, with ${report.proofs} proof(s)`),
		figure('prizes won at once', '', `${winners.instant} of ${winners.prizes}`),
		figure('check-ins; goods for points', '', `${report.checkIns}; ${report.purchases}`),
		figure(
			'active followers who tapped the menu, last week',
			'18 %',
			menuClicks === undefined ? 'no week yet' : percent(menuClicks),
		),
		figure('places in groups given', '', String(report.places)),
	];
}

/** Everything that a report tells, with the targets beside it. */
export function figuresOf(report: Report): Figure[] {
	const { alerts, followers, messages, reactivated, runs, segments, staffMessages } = report;
	return [
		figure('followers; messages and events recorded', '', `${followers}; ${messages}`),
		...ofChat(report),
		...ofComments(report),
		...ofGames(report),
		figure(
			'dormant followers who came back',
			'',
			`${reactivated.returned} of ${reactivated.treated} written to; ${effectText(reactivated.result)}`,
		),
		figure('segments, first week', '', list(segments.before)),
		figure('segments, last week', '', list(segments.after)),
		figure('messages to the staff; alerts of figures', '', `${staffMessages}; ${alerts}`),
		figure('runs that failed', '0', `${runs.failed} of ${runs.all}`),
	];
}

/** As lines for a person. */
export const linesOf = (figures: readonly Figure[]): string[] =>
	figures.map(
		({ what, target, measured }) =>
			`${what}: ${measured}${target === '' ? '' : ` (target: ${target})`}`,
	);

/** As a table for a page. */
export const tableOf = (figures: readonly Figure[]): string[] => [
	'| What | Target | Measured |',
	'| --- | --- | --- |',
	...figures.map(({ what, target, measured }) => `| ${what} | ${target || '–'} | ${measured} |`),
];
