import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { forget } from '../../../shared/records/forget';
import { contacts } from '../../../shared/records/tables/contacts';
import { traces } from '../../../shared/records/tables/traces';
import { openId, openIdOf, personOf } from '../person';

/** Deletes what is kept of a person, as the law lets everybody ask for it. */
export const forgetPerson = itemwise({
	option: {
		name: 'Forget',
		value: 'forget',
		action: 'Forget a follower',
		description:
			'Delete what is kept of a person in all tables. A trace without a name stays, so that limits hold.',
	},
	outputs: { forgotten: 'Forgotten' },
	fields: { openId, options: onlyNow },
	tables: [contacts, traces],
	execute: async (at, values) => {
		const id = openIdOf(at, values.openId);
		const tables = await forget(at.records, await personOf(at, id), at.now);
		const names = tables.map(({ name }) => name);
		const summary = `已从 ${names.length} 张表里删除这个人的数据。`;
		return [
			{ to: 'forgotten', json: { ...at.json, forgotten: { openId: id, tables: names }, summary } },
		];
	},
});
