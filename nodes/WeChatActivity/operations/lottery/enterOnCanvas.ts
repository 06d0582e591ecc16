import { now } from '../../../shared/engagement/fields';
import { choice, collection } from '../../../shared/operations/fields';
import { enterLottery, type EntryRules } from '../../engine/lottery/entry';
import { activityId } from '../../fields/activityId';
import { eventField, eventOf } from '../../fields/event';
import { repliesField, type ReplyTexts } from '../../fields/replies';
import { endsAt, startsAt } from '../../fields/window';
import { answerTo, canvasOperation } from '../../onCanvas/canvasOperation';
import { bookOnCanvas, knownRows } from '../../onCanvas/knownRows';

export const ENTRY_TEXTS: ReplyTexts = {
	entered: { label: 'Entered', text: '报名成功，您的参与编号是 {code}。' },
	alreadyEntered: { label: 'Already Entered', text: '您已经报名，参与编号是 {code}。' },
	notOpen: { label: 'Not Open Yet', text: '活动还没有开始。' },
	closed: { label: 'Closed', text: '报名已经截止，感谢参与。' },
};

/** *Enter* where the rows are items on the canvas; each item sees the rows of those before. */
export const enterOnCanvas = canvasOperation({
	option: {
		name: 'Enter',
		value: 'enter',
		action: 'Enter lottery',
		description: 'Put a person on the list, once',
	},
	fields: {
		activityId,
		entryLimit: choice(
			'Entries per Person',
			[
				{ name: 'Once', value: 'once' },
				{
					name: 'Once a Day',
					value: 'day',
					description: 'In Shanghai; a draw counts a person once',
				},
			],
			'once',
		),
		rows: knownRows,
		event: eventField,
		replies: repliesField(ENTRY_TEXTS, '{code} {drawAt}'),
		options: collection('Options', 'Add option', { endsAt, now, startsAt }),
	},
	begin({ entryLimit, options, replies: say }, ctx) {
		const book = bookOnCanvas(ctx);
		const rules: EntryRules = {
			startsAt: options.startsAt,
			endsAt: options.endsAt,
			limit: entryLimit,
		};
		return ({ itemIndex, json, now: time, values }) => {
			const id = values.activityId;
			const event = eventOf({ json, given: values.event, itemIndex, now: time });
			const step = enterLottery(book, id, event, rules);
			// The reply comes first: a text that cannot be filled in leaves no half-done item behind.
			const reply = say([step.status], step.values);
			step.rows.forEach((row) => book.add(row));
			return answerTo(step, { activityId: id, openId: event.openId }, reply);
		};
	},
});
