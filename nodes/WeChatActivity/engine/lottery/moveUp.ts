import type { WonPrize } from '../../../shared/prizes/issue';
import type { Place } from './draw';

/*
 * Prizes that were not claimed in time go to the reserves. Nobody chooses: the order of the reserves is part of the
 * proof of the draw, and the prize that lapsed first goes to the first of them. `redeemKey` of a lapsed prize names
 * the prize of the reserve that it went on to, and `from` in the data of that one names it back.
 */

const PASSED_ON = 'reserve:';

/** What a lapsed prize has as `redeemKey` once it went on to the prize with a key. */
export const passedOnTo = (key: string): string => `${PASSED_ON}${key}`;

/** Key of the prize that a lapsed one went on to; '' when it did not. */
export const successorOf = ({ state, redeemKey }: WonPrize): string =>
	state === 'expired' && redeemKey.startsWith(PASSED_ON) ? redeemKey.slice(PASSED_ON.length) : '';

/** Key of the prize that lapsed before a reserve got it; '' of what was drawn. */
export const cameFrom = ({ data }: Pick<WonPrize, 'data'>): string =>
	typeof data.from === 'string' ? data.from : '';

/** A prize that lapsed, and the reserve that gets it. */
export interface Move {
	lapsed: WonPrize;
	reserve: Place;
}

/** Whether a lapsed prize has gone on, and the reserve has got this one and no other. */
function isSettled(lapsed: WonPrize, byKey: ReadonlyMap<string, WonPrize>): boolean {
	const successor = byKey.get(successorOf(lapsed));
	return successor !== undefined && cameFrom(successor) === lapsed.key;
}

/** Those of the prizes of a draw that lapsed and have not gone on, in the order in which they lapsed. */
export function unsettled(won: readonly WonPrize[]): WonPrize[] {
	const byKey = new Map(won.map((prize) => [prize.key, prize]));
	return won
		.filter((prize) => prize.state === 'expired' && !isSettled(prize, byKey))
		.sort((one, other) => (one.expiresAt ?? 0) - (other.expiresAt ?? 0));
}

/**
 * What is to move up: the prize that lapsed first to the first reserve without one. A prize that was promised to a
 * reserve by a run that was killed goes there first.
 *
 * @param won the prizes of the draw as they stand, in its order
 * @param keyOf key of the prize of an entry, once it has one
 */
export function nextMoves(
	won: readonly WonPrize[],
	reserves: readonly Place[],
	keyOf: (entry: string) => string,
): Move[] {
	const standing = new Set(won.map(({ key }) => key));
	const free = reserves.filter(({ entry }) => !standing.has(keyOf(entry)));
	const promised = new Set(free.map(({ entry }) => keyOf(entry)));
	const lapsed = unsettled(won);
	const isPromised = (prize: WonPrize) => promised.has(successorOf(prize));
	const inOrder = [...lapsed.filter(isPromised), ...lapsed.filter((prize) => !isPromised(prize))];
	return inOrder.flatMap((prize): Move[] => {
		const own = free.findIndex(({ entry }) => keyOf(entry) === successorOf(prize));
		const [reserve] = free.splice(Math.max(0, own), 1);
		return reserve ? [{ lapsed: prize, reserve }] : [];
	});
}

/**
 * Whether a prize is to be claimed soon, so that its owner is to be reminded. Of a short time to claim it is the
 * second half.
 *
 * @param before how long before the end, in milliseconds
 */
export function isClaimedSoon(
	{ state, wonAt, expiresAt }: WonPrize,
	before: number,
	now: number,
): boolean {
	if (state !== 'given' || expiresAt === null || now >= expiresAt) return false;
	return expiresAt - now <= Math.min(before, (expiresAt - (wonAt ?? now)) / 2);
}
