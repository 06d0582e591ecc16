import type { INodeProperties } from 'n8n-workflow';
import { makeUp as makeUpDay } from '../../engine/checkIn/checkIn';
import { dayFromText } from '../../engine/day';
import { eventOperation } from '../eventOperation';
import type { Run } from '../run';
import { CHECK_IN_REPLIES, checkInFields, checkInRules } from './rules';

const dayField: INodeProperties = {
	displayName: 'Day',
	name: 'day',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2026-11-24',
	description: 'The missed day. Leave empty for the latest one.',
};

function dayOf(run: Run, itemIndex: number): number | undefined {
	const text = run.text('day', 'Day', itemIndex);
	if (text === '') return undefined;
	const day = dayFromText(text);
	if (day !== undefined) return day;
	throw run
		.reader({ Day: text }, itemIndex)
		.error('Day', `is not a day: "${text}"`, 'Use a day as 2026-11-24, or leave it empty.');
}

export const makeUp = eventOperation({
	option: {
		name: 'Make Up',
		value: 'makeUp',
		action: 'Make up missed check in',
		description: 'Fill in a missed day (补签) and value the streak anew',
	},
	properties: [...checkInFields.slice(0, 1), dayField, ...checkInFields.slice(1)],
	texts: CHECK_IN_REPLIES,
	rules: checkInRules,
	step: ({ run, itemIndex, book, activityId, event, rules }) =>
		makeUpDay(book, activityId, event, dayOf(run, itemIndex), rules),
});
