import { createHash, randomUUID } from 'node:crypto';
import type { Records } from '../records/port';
import { readOne } from '../records/port';
import { prizesWon } from '../records/tables/prizesWon';
import { redeemAttempts } from '../records/tables/redeemAttempts';
import { normaliseCode } from './code';
import type { WonPrize } from './issue';

/** A code that somebody wants a prize for. */
export interface Redemption {
	/** As it was typed. */
	code: string;
	/** Who hands the prize over, as the table shows it. */
	by: string;
	/** Whose attempts are counted together: a member of the staff, or an IP address. */
	attemptsOf: string;
	/** Codes that do not exist which may be tried within `ATTEMPTS_SPAN_MS`. */
	mostFailures: number;
	/** The same for a repeated happening; '' when it has no key. */
	key: string;
	/** Epoch milliseconds. */
	now: number;
}

/**
 * What became of it. `locked`: too many wrong codes; nothing was looked up. Otherwise the prize as it stands,
 * where there is one.
 */
export type Redeemed =
	| { status: 'alreadyRedeemed' | 'expired' | 'redeemed'; prize: WonPrize }
	| { status: 'locked' | 'notFound' };

/** Failures count for this long. */
export const ATTEMPTS_SPAN_MS = 15 * 60_000;
/** Attempts are kept for this long. */
const KEPT_MS = 86_400_000;

/**
 * Hands a prize over, once. An attempt is written down before the code is looked up, so that attempts made at
 * the same moment count as well.
 */
export async function redeemPrize(records: Records, redemption: Redemption): Promise<Redeemed> {
	const { now } = redemption;
	const attempt = await beginAttempt(records, redemption);
	if (attempt === undefined) return { status: 'locked' };
	const code = normaliseCode(redemption.code);
	const found = code === '' ? [] : await records.read(prizesWon, { where: { code } });
	const [prize] = found;
	if (!prize) return { status: 'notFound' };
	await records.remove(redeemAttempts, { where: { key: attempt } });
	if (prize.state !== 'given') return repeated(prize, redemption);
	if (isExpired(prize, now)) {
		await records.claim(prizesWon, { key: prize.key, state: 'given' }, { state: 'expired' });
		return { status: 'expired', prize: { ...prize, state: 'expired' } };
	}
	const [mine] = await records.claim(
		prizesWon,
		{ key: prize.key, state: 'given' },
		{ state: 'redeemed', redeemedAt: now, redeemedBy: redemption.by, redeemKey: redemption.key },
	);
	if (mine) return { status: 'redeemed', prize: mine };
	const standing = await readOne(records, prizesWon, { key: prize.key });
	return standing ? repeated(standing, redemption) : { status: 'notFound' };
}

/** Whether a prize can no longer be redeemed. */
export const isExpired = ({ expiresAt }: WonPrize, now: number): boolean =>
	expiresAt !== null && now >= expiresAt;

/** What a code gets whose prize was redeemed, or ran out, before. */
function repeated(prize: WonPrize, { key }: Redemption): Redeemed {
	if (prize.state === 'expired') return { status: 'expired', prize };
	const isSame = key !== '' && prize.redeemKey === key;
	return { status: isSame ? 'redeemed' : 'alreadyRedeemed', prize };
}

/** Writes an attempt down; its key, or undefined when there were too many. */
async function beginAttempt(
	records: Records,
	{ attemptsOf, mostFailures, now }: Redemption,
): Promise<string | undefined> {
	const by = createHash('sha256').update(attemptsOf, 'utf8').digest('hex');
	const key = `attempt:${randomUUID()}`;
	await records.add(redeemAttempts, [{ key, by, at: now }]);
	const failed = await records.read(redeemAttempts, {
		where: { by, at: { from: now - ATTEMPTS_SPAN_MS } },
		limit: mostFailures + 1,
	});
	if (failed.length > mostFailures) {
		// The time to wait counts from wrong codes, not from asking again meanwhile.
		await records.remove(redeemAttempts, { where: { key } });
		return undefined;
	}
	await records.remove(redeemAttempts, { where: { at: { before: now - KEPT_MS } } });
	return key;
}
