import type { INodeProperties } from 'n8n-workflow';
import { enterLottery, type EntryRules } from '../../engine/lottery/lottery';
import { eventOperation } from '../eventOperation';
import {
	activityIdField,
	endsAtField,
	eventField,
	withNow,
	rowsKnownFields,
	startsAtField,
} from '../fields';
import { repliesField, type ReplyTexts } from '../replies';
import type { Run } from '../run';

const TEXTS: ReplyTexts = {
	entered: { label: 'Entered', text: '报名成功，您的参与编号是 {code}。' },
	alreadyEntered: { label: 'Already Entered', text: '您已经报名，参与编号是 {code}。' },
	notOpen: { label: 'Not Open Yet', text: '活动还没有开始。' },
	closed: { label: 'Closed', text: '报名已经截止，感谢参与。' },
};

const limitField: INodeProperties = {
	displayName: 'Entries per Person',
	name: 'entryLimit',
	type: 'options',
	options: [
		{ name: 'Once', value: 'once' },
		{ name: 'Once a Day', value: 'day', description: 'In Shanghai; a draw counts a person once' },
	],
	default: 'once',
};

const rulesOf = (run: Run): EntryRules => ({
	...run.window(),
	limit: run.text('entryLimit', 'Entries per Person', 0) === 'day' ? 'day' : 'once',
});

export const enter = eventOperation({
	option: {
		name: 'Enter',
		value: 'enter',
		action: 'Enter lottery',
		description: 'Put a person on the list, once',
	},
	properties: [
		activityIdField,
		limitField,
		...rowsKnownFields,
		eventField,
		repliesField(TEXTS, '{code} {drawAt}'),
		withNow(startsAtField, endsAtField),
	],
	texts: TEXTS,
	rules: rulesOf,
	step: ({ book, activityId, event, rules }) => enterLottery(book, activityId, event, rules),
});
