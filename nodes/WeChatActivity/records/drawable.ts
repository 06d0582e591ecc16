import { clockText } from '../engine/day';
import { beaconValue } from '../engine/lottery/beacon';
import { readClosing } from './closingRows';
import type { RoundRow } from './rounds';

/**
 * Why a lottery cannot be drawn yet, in words for the person who wants to; undefined when it can, or was.
 *
 * @param beacon the public number as it was entered
 * @param now epoch milliseconds
 */
export function whyNotYet(round: RoundRow, beacon: string, now: number): string | undefined {
	const { name, status } = round;
	if (status === 'drawn') return undefined;
	const closing = readClosing(round);
	if (status !== 'closed' || !closing) return `「${name}」还没有截止报名，截止之后才能开奖。`;
	const { beaconName, beaconAt } = closing;
	if (beaconName === '') return undefined;
	const from = Date.parse(beaconAt);
	if (now < from) return `${beaconName}要到 ${clockText(from)} 之后才产生，现在还不能开奖。`;
	return beaconValue(beacon) === '' ? `请填写${beaconName}。` : undefined;
}
