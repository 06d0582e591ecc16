import uniq from 'lodash/uniq';
import type { ValuesOf } from '../../shared/records/table';
import type { contacts } from '../../shared/records/tables/contacts';
import { splitList } from '../../shared/text/list';
import type { Contact } from '../../shared/contact/contact';
import type { Data } from '../../shared/contact/data';

/** What a person or a flow changes in a contact; what is absent stays. */
export interface Edit {
	tier?: string;
	remark?: string;
	groupName?: string;
	consent?: string;
	/** All tags, in place of those there are. */
	tags?: string;
	addTags?: string;
	removeTags?: string;
	/** Added to what is there; a value of null takes one away. */
	data?: Data;
}

function tagsAfter(before: string, { tags, addTags = '', removeTags = '' }: Edit): string {
	const removed = new Set(splitList(removeTags));
	const all = [...splitList(tags ?? before), ...splitList(addTags)];
	return uniq(all.filter((tag) => !removed.has(tag))).join(',');
}

function dataAfter(before: Data, changes: Data): Data {
	const merged = Object.entries({ ...before, ...changes });
	return Object.fromEntries(merged.filter(([, value]) => value !== null));
}

/** The columns that an edit changes. @param now epoch milliseconds */
export function edited(
	contact: Pick<Contact, 'consent' | 'data' | 'tags'>,
	edit: Edit,
	now: number,
): Partial<ValuesOf<typeof contacts>> {
	const { tier, remark, groupName, consent, data } = edit;
	const changesTags = [edit.tags, edit.addTags, edit.removeTags].some((tags) => tags !== undefined);
	return {
		...(tier === undefined ? {} : { tier }),
		...(remark === undefined ? {} : { remark }),
		...(groupName === undefined ? {} : { groupName }),
		...(consent === undefined ? {} : { consent, consentAt: now }),
		...(changesTags ? { tags: tagsAfter(contact.tags, edit) } : {}),
		...(data === undefined ? {} : { data: dataAfter(contact.data, data) }),
	};
}
