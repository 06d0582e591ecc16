import type { Effect, Report } from './report';

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

const list = (counts: Record<string, number>): string =>
	Object.entries(counts)
		.map(([name, count]) => `${name} ${count}`)
		.join(', ') || 'none yet';

/** Whether the messages helped, as the flow measured it. */
function effectText(effect?: Effect): string {
	if (!effect || effect.treated === 0) return 'too early to compare with the hold-out';
	const { difference, heldOut, heldOutReturned, significant, treated, treatedReturned } = effect;
	const share = `within seven days ${percent(treatedReturned / treated)}`;
	if (difference === null) return `${share}; nobody was held out to compare with`;
	return `${share}, ${percent(heldOutReturned / heldOut)} of the ${heldOut} held out: ${(difference * 100).toFixed(0)} points, ${significant ? 'significant' : 'not significant'}`;
}

/** The report as lines for a person, with the targets beside what was measured. */
export function linesOf(report: Report): string[] {
	const { answer, comments, reactivated, segments, sla, winners } = report;
	const due = sla.met + sla.breached;
	return [
		`Followers ${report.followers}, interactions recorded ${report.messages}, messages to the staff ${report.staffMessages}`,
		`Keyword replies: one at a time median ${answer.alone} ms; with up to three at once median ${answer.median} ms, 95 % within ${answer.p95} ms (targets: 1 s, 5 s)`,
		`Answered without a person: ${percent(report.coverage)} of the questions (target: 80 %)`,
		...Object.entries(comments).map(
			([kind, { answered, open, median, p90 }]) =>
				`Comments, ${kind}: ${answered} answered after ${median} min (90 %: ${p90} min), ${open} waiting`,
		),
		`Comments answered within two hours: ${percent(report.fastReplies)} (target: 92 %)`,
		`Took part in a game: ${percent(report.participation)} of the followers (target: 35 %)`,
		`Winners: ${winners.lottery} in draws with ${report.proofs} proof(s), ${winners.instant} of ${winners.prizes} instant prizes`,
		`Segments before: ${list(segments.before)}; after: ${list(segments.after)}`,
		`Reactivated: ${reactivated.returned} of ${reactivated.treated} written to; ${effectText(reactivated.result)}`,
		`Response times met: ${due === 0 ? 'none due' : `${percent(sla.met / due)} of ${due}`}`,
	];
}
