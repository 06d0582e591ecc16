import { checkIn } from '../../engine/checkIn/checkIn';
import { eventOperation } from '../eventOperation';
import { CHECK_IN_REPLIES, checkInFields, checkInRules } from './rules';

export const record = eventOperation({
	option: {
		name: 'Record',
		value: 'record',
		action: 'Record check in',
		description:
			'Check a person in for the day in Shanghai; a second time on the day changes nothing',
	},
	properties: checkInFields,
	texts: CHECK_IN_REPLIES,
	rules: checkInRules,
	step: ({ book, activityId, event, rules }) => checkIn(book, activityId, event, rules),
});
