import omit from 'lodash/omit';
import type { Records } from '../../shared/records/port';
import { prizesWon } from '../../shared/records/tables/prizesWon';
import type { Published } from '../engine/round/proofPage';
import { cameFrom } from '../engine/lottery/moveUp';
import { verify } from '../engine/lottery/verify';
import { readClosing, readList } from './closingRows';
import { proofOf } from './drawing';
import type { RoundRow } from './rounds';

/** What anybody may know of a lottery, as far as it has got; a draw is repeated and held against it. */
export async function publishedOf(records: Records, round: RoundRow): Promise<Published> {
	const { activityId, name, rulesText, commitment, closingDigest } = round;
	const closing = readClosing(round);
	const proof = proofOf(round);
	const [entries, won] = await Promise.all([
		closing ? readList(records, closing) : [],
		proof ? records.read(prizesWon, { where: { activityId } }) : [],
	]);
	const movedUp = won.filter((prize) => cameFrom(prize) !== '');
	return {
		activityId,
		name,
		rulesText,
		commitment,
		closing: closing && omit(closing, 'until', 'excludedCodes'),
		closingDigest,
		entries,
		proof,
		movedUp: new Map(movedUp.map(({ holder, prize }) => [holder, prize])),
		differences: proof ? verify(proof, entries, { commitment, closingDigest }) : [],
	};
}
