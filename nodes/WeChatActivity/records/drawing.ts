import omit from 'lodash/omit';
import type { IDataObject } from 'n8n-workflow';
import { DAY_MS } from '../../shared/calendar/days';
import { UserInputError } from '../../shared/inputError';
import { holderOf, issuePrizes, type WonPrize } from '../../shared/prizes/issue';
import { RecordsError } from '../../shared/records/recordsError';
import { readOne, type Records } from '../../shared/records/port';
import { activityRows } from '../../shared/records/tables/activityRows';
import { drawSecrets } from '../../shared/records/tables/drawSecrets';
import { rounds } from '../../shared/records/tables/rounds';
import { Book } from '../engine/book';
import type { DrawProof, Place } from '../engine/lottery/draw';
import { drawLottery } from '../engine/lottery/lottery';
import { readProof } from '../engine/lottery/readProof';
import type { ActivityRow } from '../engine/row';
import { readClosing, readList } from './closingRows';
import { fromLedger } from './ledger';
import { secretKey } from './opening';
import { planOf, type RoundRow } from './rounds';

/** A place of a draw with the prize of the person who has it. */
export interface Winner extends Place {
	won: WonPrize;
}

/** What came of a draw. */
export interface Drawn {
	status: 'alreadyDrawn' | 'drawn';
	round: RoundRow;
	proof: DrawProof;
	/** In the order of the prizes. */
	winners: Winner[];
}

/**
 * Draws the winners of a round that was closed, and gives them their prizes. The proof is written first, once: from
 * then on every run gives the same winners, whatever number it was called with. Their prizes are written after it,
 * each once.
 *
 * @param beacon the public number; '' where none was named
 * @param now epoch milliseconds
 * @throws UserInputError when the round was not closed, or the number cannot be known yet
 */
export async function drawRound(
	records: Records,
	round: RoundRow,
	beacon: string,
	now: number,
): Promise<Drawn> {
	if (round.status === 'drawn') return await handOut(records, round, 'alreadyDrawn');
	const proof = await drawOnce(records, round, beacon, now);
	const { key } = round;
	// What the engine makes is plain data.
	const changes = { status: 'drawn', proof: { ...proof } as IDataObject, drawnAt: now };
	const [mine] = await records.claim(rounds, { key, status: 'closed' }, changes);
	if (mine) return await handOut(records, mine, 'drawn');
	const standing = await readOne(records, rounds, { key });
	return await handOut(records, standing ?? round, 'alreadyDrawn');
}

/** The proof of a round that was drawn; undefined before. */
export function proofOf({ proof, key }: RoundRow): DrawProof | undefined {
	if (Object.keys(proof).length === 0) return undefined;
	return omit(readProof(proof, `Round '${key}'`), 'entries');
}

async function drawOnce(
	records: Records,
	round: RoundRow,
	beacon: string,
	now: number,
): Promise<DrawProof> {
	const { activityId } = round;
	const closing = readClosing(round);
	if (round.status !== 'closed' || !closing) {
		throw new UserInputError(
			`The entries of '${activityId}' have not been closed`,
			"Run 'Activity: Close' after the end of the activity, publish what it gives, then draw.",
		);
	}
	const [codes, secret] = await Promise.all([
		readList(records, closing),
		readOne(records, drawSecrets, { key: secretKey(activityId) }),
	]);
	if (!secret) {
		throw new RecordsError(
			`The seed of '${activityId}' is gone`,
			'Without it the draw that was announced cannot be held. Restore the table of draw secrets.',
		);
	}
	const settled: ActivityRow = {
		key: `${activityId}|closing`,
		activityId,
		openId: '',
		type: 'closing',
		points: 0,
		data: { ...closing },
		at: 0,
	};
	const book = new Book([settled]);
	return drawLottery(book, { activityId, seed: secret.seed, beacon, codes, now }).proof;
}

/** What makes the prize of a draw the same one: an entry gets one. */
export const drawnKey = (entry: string): string => `draw|${entry}`;

/** Writes the prizes of a draw, each once by the entry that has won it. */
async function handOut(records: Records, round: RoundRow, status: Drawn['status']): Promise<Drawn> {
	const { activityId, name, drawnAt } = round;
	const proof = proofOf(round);
	if (!proof) throw new RecordsError(`The proof of '${activityId}' is gone`, 'Restore its round.');
	const at = drawnAt ?? 0;
	const [plan, people] = [planOf(round), await entrantsOf(records, round)];
	const issued = await issuePrizes(
		records,
		proof.winners.map(({ entry, prize, place }) => ({
			key: drawnKey(entry),
			openId: people.get(entry) ?? '',
			holder: entry,
			activityId,
			activityName: name,
			prize,
			valueFen: plan.prizes.find((planned) => planned.name === prize)?.valueFen,
			expiresAt: plan.claimDays === 0 ? undefined : at + plan.claimDays * DAY_MS,
			now: at,
			data: { place },
		})),
	);
	const winners = proof.winners.flatMap((place, position) => {
		const won = issued[position]?.row;
		return won ? [{ ...place, won }] : [];
	});
	return { status, round, proof, winners };
}

/** Entry codes of a round with the OpenIDs of those who have not left. */
export async function entrantsOf(
	records: Records,
	{ activityId }: RoundRow,
): Promise<Map<string, string>> {
	const rows = await records.read(activityRows, { where: { activityId, type: 'entry' } });
	return new Map(rows.map(fromLedger).map(({ openId }) => [holderOf(activityId, openId), openId]));
}
