import { caseClocks, judgeAll, type CaseClock, type Judged } from '../../shared/sla/cases';
import type { SlaSettings } from '../../shared/sla/slaSettings';
import type { CaseEvent } from '../../shared/sla/types';

/** How the clocks of all cases stand, by the name of the case. */
export interface Standing {
	/** Clocks with a target that still run. */
	running: Map<string, Judged[]>;
	/** The end that came last, of cases in which nothing runs any more. */
	ended: Map<string, { at: number; by: string }>;
}

const nameOf = ({ clock }: CaseClock): string => clock.trigger.caseId;

function grouped<E extends CaseClock>(entries: readonly E[]): Map<string, E[]> {
	const groups = new Map<string, E[]>();
	for (const entry of entries) {
		const list = groups.get(nameOf(entry));
		if (list) list.push(entry);
		else groups.set(nameOf(entry), [entry]);
	}
	return groups;
}

/** Judges all clocks of some events. */
export function standingOf(events: CaseEvent[], settings: SlaSettings): Standing {
	const clocks = caseClocks(events, settings);
	const running = grouped(judgeAll(clocks, settings).filter(({ clock }) => !clock.end));
	const ended: Standing['ended'] = new Map();
	for (const { clock } of clocks) {
		const { end, trigger } = clock;
		const isLater = end && end.at >= (ended.get(trigger.caseId)?.at ?? 0);
		if (isLater && !running.has(trigger.caseId)) ended.set(trigger.caseId, end);
	}
	return { running, ended };
}

/** Clocks of which staff is to be warned: they run, and are at risk or late. */
export const urgentOf = ({ running }: Standing): Judged[] =>
	[...running.values()]
		.flat()
		.filter(({ verdict: { status } }) => status === 'atRisk' || status === 'breached');
