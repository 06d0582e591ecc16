import { UserInputError } from '../../../shared/inputError';
import { mapped, optionalText } from '../../../shared/operations/fields';
import { makeUp as makeUpDay } from '../../engine/checkIn/checkIn';
import { dayFromText } from '../../engine/day';
import { eventOperation } from '../../games/eventOperation';
import { CHECK_IN_PLACEHOLDERS, CHECK_IN_REPLIES, checkInFields, checkInRules } from './rules';

const day = mapped(
	optionalText('Day', {
		placeholder: 'e.g. 2026-11-24',
		description: 'The missed day. Leave empty for the latest one.',
	}),
	(given) => {
		const text = given.trim();
		const number = text === '' ? undefined : dayFromText(text);
		if (text === '' || number !== undefined) return number;
		throw new UserInputError(
			`'Day' is not a day: "${text}"`,
			'Use a day as 2026-11-24, or leave it empty.',
		);
	},
);

export const makeUp = eventOperation({
	option: {
		name: 'Make Up',
		value: 'makeUp',
		action: 'Make up missed check in',
		description: 'Fill in a missed day (补签) and recalculate the streak',
	},
	outputs: { reply: 'Reply' },
	fields: { day, ...checkInFields },
	texts: CHECK_IN_REPLIES,
	placeholders: CHECK_IN_PLACEHOLDERS,
	step: ({ activityId, event, values }) => {
		const [missed, rules] = [values.day, checkInRules(values)];
		return (book) => makeUpDay(book, activityId, event, missed, rules);
	},
});
