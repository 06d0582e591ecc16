import { checkInStatus } from '../../engine/checkIn/checkIn';
import { statusOperation } from '../../games/statusOperation';
import { CHECK_IN_PLACEHOLDERS, CHECK_IN_REPLIES, checkInFields, checkInRules } from './rules';

export const getStatus = statusOperation({
	option: {
		name: 'Get Status',
		value: 'getStatus',
		action: 'Get check in status',
		description: "Get a person's streak, total, points and next reward",
	},
	fields: checkInFields,
	texts: CHECK_IN_REPLIES,
	placeholders: CHECK_IN_PLACEHOLDERS,
	status: (book, { activityId, openId, now }, values) =>
		checkInStatus(book, activityId, openId, now, checkInRules(values)),
});
