import type { IDataObject } from 'n8n-workflow';
import { onlyNow } from '../../shared/engagement/fields';
import { perAccount } from '../../shared/engagement/perAccount';
import { allAtOnce, type Item, type Result } from '../../shared/engagement/recordOperation';
import { keywordHits } from '../../shared/records/tables/keywordHits';
import { days, periodOf } from '../fields/period';

const fields = { days, options: onlyNow };

async function messagesOf({ at, values }: Item<typeof fields>): Promise<Array<Result<'messages'>>> {
	const { from } = periodOf(values.days, at.now);
	const rows = await at.records.read(keywordHits, { where: { at: { from } } });
	return rows
		.filter(({ text }) => text.trim() !== '')
		.map(({ at: time, text, status, keyword }): Result<'messages'> => {
			const json: IDataObject = { at: new Date(time ?? 0).toISOString(), text, status, keyword };
			return { to: 'messages', json };
		});
}

/** What followers wrote, without who it was. */
export const getMessages = allAtOnce({
	option: {
		name: 'Get Messages',
		value: 'getMessages',
		action: 'Get messages of followers',
		description: 'What followers wrote and whether it was answered, e.g. to find the hot words',
	},
	outputs: { messages: 'Messages' },
	fields,
	tables: [keywordHits],
	executeAll: async (items) => await perAccount(items, messagesOf),
});
