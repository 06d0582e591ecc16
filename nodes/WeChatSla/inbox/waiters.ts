import min from 'lodash/min';
import sortBy from 'lodash/sortBy';
import type { Contact } from '../../shared/contact/contact';
import { caseName } from '../../shared/sla/caseKeys';
import type { Judged } from '../../shared/sla/cases';
import type { PolicyBook } from '../../shared/sla/policies';
import { CHANNELS, type Channel } from '../../shared/sla/types';
import type { Standing } from '../check/sweep';
import type { CaseRow } from '../records/opening';

export type Urgency = 'atRisk' | 'late' | 'onTrack';

/** Somebody who waits, as the list shows it. */
export interface Waiter {
	row: CaseRow;
	contact?: Contact;
	urgency: Urgency;
	/** Since when, epoch milliseconds. */
	since: number;
	dueAt?: number;
	/** What the tier is called. */
	label: string;
	isVip: boolean;
}

const VIP = 'vip';
const ORDER: readonly Urgency[] = ['late', 'atRisk', 'onTrack'];

const isVip = (tier: string): boolean => tier.trim().toLowerCase() === VIP;

export const channelOf = ({ channel }: CaseRow): Channel =>
	CHANNELS.find((word) => word === channel) ?? 'chat';

function urgencyOf(running: readonly Judged[], dueAt: number | undefined, now: number): Urgency {
	const statuses = running.map(({ verdict: { status } }) => status);
	if (statuses.includes('breached')) return 'late';
	if (statuses.includes('atRisk')) return 'atRisk';
	// Of a case that is not watched any more, the deadline is what is left.
	return running.length === 0 && dueAt !== undefined && dueAt < now ? 'late' : 'onTrack';
}

/** Who waits, late ones first, then those at risk; among them whose deadline comes first. */
export function waitersOf(
	rows: readonly CaseRow[],
	contacts: ReadonlyMap<string, Contact>,
	{ running, ended }: Standing,
	{ policies, now }: { policies: PolicyBook; now: number },
): Waiter[] {
	const waiters = rows.flatMap((row): Waiter[] => {
		const name = caseName(row.key);
		// Answered elsewhere; Check is about to close it.
		if ((ended.get(name)?.at ?? -Infinity) >= (row.openedAt ?? 0)) return [];
		const clocks = running.get(name) ?? [];
		const dueAt = clocks[0]?.verdict.dueAt ?? row.dueAt ?? undefined;
		const begun = clocks.map(({ clock }) => clock.trigger.at);
		const contact = contacts.get(row.openId);
		return [
			{
				row,
				contact,
				urgency: urgencyOf(clocks, dueAt, now),
				since: min(begun) ?? row.openedAt ?? now,
				dueAt,
				label: policies.find(row.tier, channelOf(row))?.label ?? row.tier,
				isVip: isVip(row.tier) || isVip(contact?.tier ?? ''),
			},
		];
	});
	return sortBy(waiters, [
		({ urgency }) => ORDER.indexOf(urgency),
		({ dueAt }) => dueAt ?? Infinity,
		({ since }) => since,
	]);
}
