import { DAY_MS } from '../../../shared/calendar/days';
import { integer } from '../../../shared/operations/fields';
import { isSignOfLife } from '../../../shared/message/kinds';
import type { Records } from '../../../shared/records/port';
import type { RowOf } from '../../../shared/records/table';
import { interactions } from '../../../shared/records/tables/interactions';

export type Happened = RowOf<typeof interactions>;

/** What makes a member active. */
export const activeFields = {
	days: integer('Days', [1, 365], { default: 30, description: 'Days that count' }),
	least: integer('Least Interactions', [1, 10_000], {
		default: 8,
		description: 'Messages, taps and scans within these days that make a member active',
	}),
};

/** What followers did within some days, by OpenID. */
export async function happenedSince(
	records: Records,
	days: number,
	now: number,
): Promise<Map<string, Happened[]>> {
	const rows = await records.read(interactions, { where: { at: { from: now - days * DAY_MS } } });
	const byPerson = new Map<string, Happened[]>();
	for (const row of rows) {
		const own = byPerson.get(row.openId);
		if (own) own.push(row);
		else byPerson.set(row.openId, [row]);
	}
	return byPerson;
}

/** How often somebody took part. */
export const signsOfLife = (rows: readonly Happened[] = []): number =>
	rows.filter(({ kind }) => isSignOfLife(kind)).length;
