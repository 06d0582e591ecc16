import type { INodeProperties } from 'n8n-workflow';
import { enter } from '../../engine/points/points';
import { eventOperation } from '../eventOperation';
import { ledgerRules, POINTS_REPLIES, pointsFields, reasonField } from './rules';

const rowKeyField: INodeProperties = {
	displayName: 'Row Key',
	name: 'rowKey',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. {{ $json.key }}',
	description: 'Key of the row whose points are taken back, or given back if they were spent',
};

export const reverse = eventOperation({
	option: {
		name: 'Reverse',
		value: 'reverse',
		action: 'Reverse points',
		description: 'Undo a row by a row of the opposite amount; nothing is deleted',
	},
	properties: pointsFields(rowKeyField, reasonField),
	texts: POINTS_REPLIES,
	spansActivities: true,
	rules: ledgerRules,
	step: ({ run, itemIndex, book, activityId, event, rules }) => {
		const reverses = run.required('rowKey', 'Row Key', itemIndex);
		const reason = run.text('reason', 'Reason', itemIndex);
		return enter(book, activityId, event, { type: 'reversal', reverses, reason }, rules);
	},
});
