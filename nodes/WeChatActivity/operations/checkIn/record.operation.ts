import { checkIn, checkInStatus, makeUp } from '../../engine/checkIn/checkIn';
import { Commands } from '../../../shared/commands/commands';
import { words } from '../../fields/words';
import { eventOperation } from '../../games/eventOperation';
import { gameOutputs } from '../../games/outputs';
import { HIDDEN_FOR_ITEMS } from '../../onCanvas/knownRows';
import { CHECK_IN_PLACEHOLDERS, CHECK_IN_REPLIES, checkInFields, checkInRules } from './rules';

const hidden = { displayOptions: HIDDEN_FOR_ITEMS };

export const record = eventOperation({
	option: {
		name: 'Check In',
		value: 'record',
		action: 'Check in',
		description:
			'Check a person in for the day, make up a missed one or tell the streak, by what the message says',
	},
	outputs: gameOutputs('Reward Reached'),
	fields: {
		words: words(
			'Check-In Words',
			'签到,打卡',
			'Comma-separated messages or menu keys that check in. Leave empty if every item that comes is a check-in.',
			hidden,
		),
		makeUpWords: words(
			'Make-Up Words',
			'补签',
			'Comma-separated messages or menu keys that make up the latest missed day',
			hidden,
		),
		statusWords: words(
			'Status Words',
			'我的签到,签到记录',
			'Comma-separated messages or menu keys that ask for the streak',
			hidden,
		),
		...checkInFields,
	},
	texts: CHECK_IN_REPLIES,
	placeholders: CHECK_IN_PLACEHOLDERS,
	step: ({ activityId, event, values, isOnCanvas }) => {
		const rules = checkInRules(values);
		const checksIn = isOnCanvas ? new Commands([]) : new Commands(values.words);
		if (!isOnCanvas && new Commands(values.makeUpWords).isCalledBy(event.text)) {
			return (book) => makeUp(book, activityId, event, undefined, rules);
		}
		if (!isOnCanvas && new Commands(values.statusWords).isCalledBy(event.text)) {
			return (book) => checkInStatus(book, activityId, event.openId, event.at, rules);
		}
		if (!checksIn.isEmpty && !checksIn.isCalledBy(event.text)) return undefined;
		return (book) => checkIn(book, activityId, event, rules);
	},
	isFinished: ({ values: { reward } }) => reward !== '',
});
