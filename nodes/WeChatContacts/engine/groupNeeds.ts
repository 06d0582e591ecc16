import { DAY_MS } from '../../shared/calendar/days';
import { isOpen, isOver, type Group, type Place } from './places';

/** From this share of the places on, the next group should be made ready. */
const NEARLY_FULL = 0.9;

/**
 * What each group that is on needs, in words; [] when nothing does.
 *
 * @param now epoch milliseconds
 * @param endsAt offers made before this moment are over, epoch milliseconds
 */
export function groupNeeds(
	groups: readonly Group[],
	places: readonly Place[],
	{ now, endsAt }: { now: number; endsAt: number },
): string[] {
	const standing = places.filter((place) => !isOver(place, endsAt));
	return groups
		.filter(({ isActive }) => isActive)
		.flatMap((group) => {
			const { key, name, capacity, expiresAt, link, mediaId } = group;
			const taken = standing.filter(({ groupKey }) => groupKey === key).length;
			const needs: string[] = [];
			if (taken >= (capacity ?? 0) * NEARLY_FULL) {
				needs.push(`已安排 ${taken}/${capacity ?? 0} 人，请准备下一个群`);
			}
			if (!isOpen(group, now)) needs.push('二维码已过期，请更新图片和 expiresAt');
			else if (expiresAt !== null && expiresAt < now + DAY_MS) {
				needs.push('二维码 24 小时内过期，请更新图片和 expiresAt');
			}
			if (link === '' && mediaId === '') needs.push('没有二维码图片，也没有链接');
			return needs.map((need) => `${name}：${need}。`);
		});
}
