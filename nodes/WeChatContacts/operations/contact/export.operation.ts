import type { IDataObject } from 'n8n-workflow';
import { onlyNow } from '../../../shared/engagement/fields';
import { itemwise } from '../../../shared/engagement/recordOperation';
import { tablesOfPeople, traceOf } from '../../../shared/records/forget';
import { contacts } from '../../../shared/records/tables/contacts';
import { traces } from '../../../shared/records/tables/traces';
import { shownTime } from '../../../shared/contact/contactJson';
import { exportedRow } from '../../engine/export';
import { openId, openIdOf, personOf } from '../person';

const FILE = 'personal-data.json';

/** Gives everything that is kept of a person, as the law lets everybody ask for it. */
export const exportPerson = itemwise({
	option: {
		name: 'Export',
		value: 'export',
		action: 'Export what is kept of a follower',
		description:
			'Get everything that is kept of a person in all tables, as data and as a JSON file',
	},
	outputs: { exported: 'Exported' },
	fields: { openId, options: onlyNow },
	tables: [contacts, traces],
	execute: async (at, values) => {
		const { ctx, json, records, now: moment } = at;
		const id = openIdOf(at, values.openId);
		const person = await personOf(at, id);
		const tables = await records.existing(tablesOfPeople);
		const lists = await Promise.all(
			tables.map(async (table) => {
				const rows = await records.read(table, { where: { openId: id } });
				return [table.name, rows.map((row) => exportedRow(table, row))] as const;
			}),
		);
		const trace = await traceOf(records, person);
		const kept: IDataObject = Object.fromEntries(lists.filter(([, rows]) => rows.length > 0));
		if (trace) kept.traces = [exportedRow(traces, trace)];
		const data = { openId: id, exportedAt: shownTime(moment), tables: kept };
		const text = JSON.stringify(data, null, '\t');
		const file = await ctx.helpers.prepareBinaryData(Buffer.from(text), FILE, 'application/json');
		const rows = Object.values(kept).flat().length;
		const summary = `共 ${Object.keys(kept).length} 张表、${rows} 行，见文件。`;
		return [{ to: 'exported', json: { ...json, export: data, summary }, binary: { data: file } }];
	},
});
