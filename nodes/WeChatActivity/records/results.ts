import uniqBy from 'lodash/uniqBy';
import { holderOf, type WonPrize } from '../../shared/prizes/issue';
import { readOne, type Records } from '../../shared/records/port';
import { activityRows } from '../../shared/records/tables/activityRows';
import { prizesWon } from '../../shared/records/tables/prizesWon';
import { readClosing, readList } from './closingRows';
import { findRound, type RoundRow } from './rounds';

/** Where a person stands: prizes that were won, and the lottery that was asked for or is the latest. */
export interface Standing {
	status: 'none' | 'notEntered' | 'notWon' | 'waiting' | 'won';
	/** The latest first. */
	prizes: WonPrize[];
	round?: RoundRow;
}

/** Prizes that are told at once; a message holds no more. */
const MOST_TOLD = 10;

/**
 * Where a person stands. Prizes of somebody who left and has come back are found by the activity.
 *
 * @param activityId '' for prizes of all activities
 */
export async function standingOf(
	records: Records,
	openId: string,
	activityId: string,
): Promise<Standing> {
	const round = await findRound(records, activityId, activityId === '' ? ['lottery'] : []);
	const holder = round && holderOf(round.activityId, openId);
	const [own, again] = await Promise.all([
		activityId === ''
			? records.read(prizesWon, { where: { openId }, newestFirst: true, limit: MOST_TOLD })
			: [],
		holder ? records.read(prizesWon, { where: { holder }, newestFirst: true }) : [],
	]);
	const prizes = uniqBy([...again, ...own], 'key').slice(0, MOST_TOLD);
	const status = prizes.length > 0 ? 'won' : await statusIn(records, openId, round);
	return { status, prizes, round };
}

async function statusIn(
	records: Records,
	openId: string,
	round: RoundRow | undefined,
): Promise<Standing['status']> {
	if (!round) return 'none';
	const { activityId, kind, status } = round;
	if (kind !== 'lottery') return 'notWon';
	const closing = readClosing(round);
	const isIn = closing
		? (await readList(records, closing)).includes(holderOf(activityId, openId))
		: (await readOne(records, activityRows, { activityId, openId, type: 'entry' })) !== undefined;
	if (!isIn) return 'notEntered';
	return status === 'drawn' ? 'notWon' : 'waiting';
}
