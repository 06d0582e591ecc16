import { text } from '../../../shared/operations/fields';
import { readOne } from '../../../shared/records/port';
import { activityRows } from '../../../shared/records/tables/activityRows';
import { enter } from '../../engine/points/points';
import { eventOperation } from '../../games/eventOperation';
import { fromLedger } from '../../records/ledger';
import { ledger, ledgerRules, pointsFields, reason } from './rules';

const rowKey = text('Entry to Undo', {
	placeholder: 'e.g. {{ $json.key }}',
	description: 'Key of the entry whose points are taken back, or given back if they were spent',
});

export const reverse = eventOperation({
	option: {
		name: 'Reverse',
		value: 'reverse',
		action: 'Reverse points',
		description: 'Undo an entry by one of the opposite amount; nothing is deleted',
	},
	outputs: { reply: 'Reply' },
	...ledger,
	fields: pointsFields({ rowKey, reason }),
	step: async ({ at, activityId, event, values }) => {
		const row = await readOne(at.records, activityRows, { key: values.rowKey });
		const reverses = row ? fromLedger(row).key : values.rowKey;
		const entry = { type: 'reversal', reverses, reason: values.reason } as const;
		const rules = ledgerRules(values);
		return (book) => enter(book, activityId, event, entry, rules);
	},
});
