import pick from 'lodash/pick';
import { allowanceOf } from '../../shared/message/reachability';
import { DAY_MS } from '../../shared/calendar/days';
import type { Contact } from '../../shared/contact/contact';
import { isSignOfLife } from '../../shared/message/kinds';
import type { NewRow, ValuesOf } from '../../shared/records/table';
import { contactKey, type contacts } from '../../shared/records/tables/contacts';
import type { interactions } from '../../shared/records/tables/interactions';
import { toEpoch } from '../../shared/rows/row';
import type { Happening } from './happening';

export const FOLLOW = 'event.subscribe';

/** What is written of something that happened. */
export const interactionOf = (happening: Happening): NewRow<typeof interactions> =>
	pick(happening, ['key', 'openId', 'kind', 'at', 'text', 'eventKey', 'articleId', 'data']);

/** Whether WeChat takes messages for the next two days; what opens the window for a minute is no contact. */
const opensWindow = ({ kind, at, data }: Happening): boolean => {
	const tapped = data.bizmsgmenuid;
	const bizmsgmenuid = typeof tapped === 'string' ? tapped : undefined;
	return (allowanceOf({ kind, at, bizmsgmenuid })?.milliseconds ?? 0) >= DAY_MS;
};

const isLater = (at: number, than: number | null): boolean => than === null || at > than;

/** What something that happened changes in a contact. Nothing ever goes back in time. */
export function changesOf(contact: Contact | undefined, happening: Happening) {
	const { kind, at, scene, source } = happening;
	const changes: Partial<ValuesOf<typeof contacts>> = { isFollower: true };
	const { lastAt = null, lastContactAt = null, subscribedAt = null } = contact ?? {};
	if (isSignOfLife(kind) && isLater(at, lastAt)) changes.lastAt = at;
	if (opensWindow(happening) && isLater(at, lastContactAt)) changes.lastContactAt = at;
	if (kind === FOLLOW && isLater(at, subscribedAt)) {
		Object.assign(changes, { subscribedAt: at, scene, source });
	}
	return changes;
}

/** The contact that is made when somebody follows, or is seen for the first time. */
export function newContact(happening: Happening): NewRow<typeof contacts> {
	const { openId, key, profile } = happening;
	const followedAt = toEpoch(profile.followedAt);
	const { qrScene, remark, unionId } = profile;
	return {
		key: contactKey(openId),
		openId,
		firstKey: key,
		...(followedAt === undefined ? {} : { subscribedAt: followedAt }),
		...(typeof remark === 'string' ? { remark } : {}),
		...(typeof unionId === 'string' ? { data: { unionId } } : {}),
		...(qrScene === undefined || qrScene === null ? {} : { scene: String(qrScene) }),
		...(happening.source === '' ? {} : { source: happening.source }),
		...changesOf(undefined, happening),
	};
}

/** Whether it is by this that somebody became a follower, or became known. */
export function isBeginning(contact: Contact, { key, kind, at }: Happening): boolean {
	return contact.firstKey === key || (kind === FOLLOW && at >= (contact.subscribedAt ?? 0));
}
