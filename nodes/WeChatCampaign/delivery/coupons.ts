import type { Records } from '../../shared/records/port';
import { shownCode } from '../../shared/prizes/code';
import { issuePrizes } from '../../shared/prizes/issue';
import { couponEnd, givesCoupon, type Campaign, type Coupon } from '../engine/campaign';
import type { LogRow } from './deliverTo';

export const NO_COUPON: Coupon = { code: '', expiresAt: null };

/** Coupons by OpenID, for those whose segment gets one. A repeated run gives the same codes. */
export async function couponsFor(
	records: Records,
	campaign: Campaign,
	rows: readonly LogRow[],
	now: number,
): Promise<ReadonlyMap<string, Coupon>> {
	const { key: activityId, name: activityName, row } = campaign;
	const concerned = rows.filter(({ segment }) => givesCoupon(campaign, segment));
	const expiresAt = couponEnd(campaign, now);
	const issued = await issuePrizes(
		records,
		concerned.map(({ key, openId }) => ({
			key,
			openId,
			activityId,
			activityName,
			prize: row.coupon.trim(),
			...(row.couponValueFen === null ? {} : { valueFen: row.couponValueFen }),
			...(expiresAt === undefined ? {} : { expiresAt }),
			now,
		})),
	);
	return new Map(
		issued.map(({ row: prize }, position): [string, Coupon] => [
			concerned[position]?.openId ?? prize.openId,
			{ code: shownCode(prize.code), expiresAt: prize.expiresAt },
		]),
	);
}
