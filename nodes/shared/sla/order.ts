import { CASE_EVENTS, type CaseEvent } from './types';

const rankOf = ({ kind }: CaseEvent): number => CASE_EVENTS.indexOf(kind);

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** By time; within a moment in the order of `CASE_EVENTS`, then in an order that is always the same. */
function byOrder(a: CaseEvent, b: CaseEvent): number {
	return a.at - b.at || rankOf(a) - rankOf(b) || byText(a.key, b.key) || byText(a.tier, b.tier);
}

/**
 * Rows in their order, each once: of rows with the same case and key the first in the order counts. What
 * lies after `now` has not happened yet.
 */
export function inOrder(events: CaseEvent[], now: number): CaseEvent[] {
	const seen = new Set<string>();
	return events
		.filter(({ at }) => at <= now)
		.sort(byOrder)
		.filter(({ caseId, key }) => {
			const id = `${caseId}\n${key}`;
			if (seen.has(id)) return false;
			seen.add(id);
			return true;
		});
}
