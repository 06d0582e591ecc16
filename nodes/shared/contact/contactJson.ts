import { timeText } from '../records/columns';
import { splitList } from '../text/list';
import type { Contact } from './contact';
import type { Data } from './data';

/** A moment as items show it; null when there is none. */
export const shownTime = (epoch: number | null): string | null =>
	epoch === null ? null : timeText(epoch);

/** A contact as items show it. */
export function contactJson(contact: Contact): Data {
	const { openId, isFollower, scene, source, tier, segment, tags, remark, groupName } = contact;
	return {
		openId,
		isFollower,
		subscribedAt: shownTime(contact.subscribedAt),
		scene,
		source,
		tier,
		segment,
		tags: splitList(tags),
		remark,
		groupName,
		lastAt: shownTime(contact.lastAt),
		lastContactAt: shownTime(contact.lastContactAt),
		consent: contact.consent,
		consentAt: shownTime(contact.consentAt),
		data: contact.data,
	};
}
