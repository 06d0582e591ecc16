import { caseClocks, judgeAll } from '../../shared/sla/cases';
import { byUrgency, findingOf, type Decision, type Finding } from './decision';
import type { CaseEvent, Status } from '../../shared/sla/types';
import type { SlaSettings } from '../../shared/sla/slaSettings';

/** Statuses that are given once and then remembered. */
const REMEMBERED = new Set<Status>(['atRisk', 'breached', 'met']);

export const isRemembered = ({ status }: Decision): boolean => REMEMBERED.has(status);

/** How all clocks of all cases stand, the most urgent first. Clocks that were cancelled are left out. */
export function sweep(events: CaseEvent[], settings: SlaSettings): Finding[] {
	const findings = judgeAll(caseClocks(events, settings), settings)
		.filter(({ verdict }) => verdict.status !== 'cancelled')
		.map((judged) => findingOf(judged, settings));
	return byUrgency(findings);
}
