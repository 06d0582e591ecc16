import { DAY_MS } from '../calendar/days';
import { readOne, type Records } from '../records/port';
import type { Table } from '../records/table';
import { activityRows } from '../records/tables/activityRows';
import { channelKey, channels } from '../records/tables/channels';
import { interactions } from '../records/tables/interactions';
import { sent } from '../records/tables/sent';
import type { Contact } from './contact';
import { ledgerFigures } from './ledger';
import type { Background } from './profile';

/** Interactions that are read of one person, newest first; more than that in a profile tells nothing new. */
const MOST_ROWS = 500;
/** The longest window in which WeChat takes messages. */
const WINDOW_DAYS = 2;

/** Reads what is known of a follower besides the contact, from the tables that are there. */
export async function backgroundOf(
	records: Records,
	{ openId, scene }: Pick<Contact, 'openId' | 'scene'>,
	now: number,
): Promise<Background> {
	const tables = await records.existing<Table>([interactions, sent, channels, activityRows]);
	const has = (name: string): boolean => tables.some((table) => table.name === name);
	const [done, outgoing, ledger, channel] = await Promise.all([
		has(interactions.name)
			? records.read(interactions, { where: { openId }, newestFirst: true, limit: MOST_ROWS })
			: [],
		has(sent.name)
			? records.read(sent, { where: { openId, at: { from: now - WINDOW_DAYS * DAY_MS } } })
			: [],
		has(activityRows.name) ? records.read(activityRows, { where: { openId } }) : [],
		scene !== '' && has(channels.name)
			? readOne(records, channels, { key: channelKey(scene) })
			: undefined,
	]);
	return {
		done,
		sent: outgoing,
		channel: channel?.name ?? '',
		...ledgerFigures(ledger, now),
	};
}
