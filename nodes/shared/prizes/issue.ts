import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { Added, Records } from '../records/port';
import { RecordsError } from '../records/recordsError';
import type { RowOf } from '../records/table';
import { prizesWon } from '../records/tables/prizesWon';
import { newCode } from './code';

/** A prize or coupon for a person. */
export interface PrizeToIssue {
	/** The same for the same happening; it may hold an OpenID, as only its hash is stored. */
	key: string;
	/** '' for somebody who has left. */
	openId: string;
	/** As `holderOf` makes it of the OpenID, where that is not known any more. */
	holder?: string;
	activityId: string;
	/** As followers and staff read it; the ID when it is absent. */
	activityName?: string;
	/** Name of the prize. */
	prize: string;
	/** Of one unit, in fen. */
	valueFen?: number;
	/** Epoch milliseconds from which it is not redeemed any more; absent for ever. */
	expiresAt?: number;
	/** Epoch milliseconds. */
	now: number;
	/** What else belongs to it. */
	data?: IDataObject;
}

/** A row of a prize, and whether it was made just now. */
export type Issued = Added<typeof prizesWon>;

/** A prize as its table holds it. */
export type WonPrize = RowOf<typeof prizesWon>;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The key of a prize in its table: it tells nobody who has won. */
export const wonKey = (activityId: string, key: string): string =>
	`won:${sha256(`${activityId}|${key}`)}`;

/** A person in one activity, so that somebody who comes back is known though the OpenID was removed. */
export const holderOf = (activityId: string, openId: string): string =>
	sha256(`${activityId}|${openId}`);

function rowOf(prize: PrizeToIssue, code: string) {
	const { activityId, openId } = prize;
	return {
		key: wonKey(activityId, prize.key),
		openId,
		holder: prize.holder ?? holderOf(activityId, openId),
		activityId,
		activityName: prize.activityName ?? activityId,
		prize: prize.prize,
		valueFen: prize.valueFen ?? null,
		code,
		state: 'given',
		wonAt: prize.now,
		expiresAt: prize.expiresAt ?? null,
		data: prize.data ?? {},
	};
}

/** Codes that no prize has. Two runs that make the same one at the same moment are less likely than an error. */
async function freshCodes(records: Records, count: number): Promise<string[]> {
	const codes = new Set<string>();
	while (codes.size < count) {
		const more = Array.from({ length: count - codes.size }, () => newCode());
		const taken = await records.read(prizesWon, { among: { column: 'code', values: more } });
		const used = new Set(taken.map(({ code }) => code));
		for (const code of more) if (!used.has(code)) codes.add(code);
	}
	return [...codes];
}

/**
 * Gives people their prizes, each once by key and with a code of its own. A second call with a key gives the row
 * of the first, with its code.
 *
 * @returns one answer for each prize, in their order
 */
export async function issuePrizes(
	records: Records,
	prizes: readonly PrizeToIssue[],
): Promise<Issued[]> {
	if (prizes.length === 0) return [];
	const codes = await freshCodes(records, prizes.length);
	return await records.add(
		prizesWon,
		prizes.map((prize, position) => rowOf(prize, codes[position] ?? '')),
	);
}

/** The same for one prize. */
export async function issuePrize(records: Records, prize: PrizeToIssue): Promise<Issued> {
	const [issued] = await issuePrizes(records, [prize]);
	if (issued) return issued;
	throw new RecordsError(`The prize '${prize.prize}' was not written`, 'Run it again.');
}
