import type { NewRow } from '../../shared/records/table';
import { contactKey, type contacts } from '../../shared/records/tables/contacts';
import type { UserInfo } from '../../shared/user/profile';
import type { Contact } from '../../shared/contact/contact';

/** What WeChat knows of a follower, as columns of the contact. @param tagNames by the IDs of the tags */
export function importedProfile(
	contact: Contact,
	user: UserInfo,
	tagNames: ReadonlyMap<number, string>,
): NewRow<typeof contacts> {
	const { openid, subscribe_time: seconds, remark, unionid } = user;
	const scene = user.qr_scene_str || (user.qr_scene ? String(user.qr_scene) : '');
	const tags = (user.tagid_list ?? []).map((id) => tagNames.get(id) ?? '').filter(Boolean);
	return {
		key: contactKey(openid),
		...(seconds ? { subscribedAt: seconds * 1_000 } : {}),
		scene: contact.scene || scene,
		source: contact.source || (user.subscribe_scene ?? ''),
		// What people have written in the table stays.
		remark: contact.remark || (remark ?? ''),
		tags: contact.tags || tags.join(','),
		...(unionid ? { data: { ...contact.data, unionId: unionid } } : {}),
	};
}
