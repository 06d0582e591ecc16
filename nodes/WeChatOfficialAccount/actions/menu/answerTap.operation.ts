import { dayOf } from '../../../shared/calendar/days';
import { nowIn, onlyNow } from '../../../shared/engagement/fields';
import { asText } from '../../../shared/json';
import { parametersOf } from '../../../shared/operations/parameters';
import { Content } from '../../../shared/records/content';
import { KEEP_RECORDS_IN, keepRecordsIn } from '../../../shared/records/keepIn';
import { storesOf } from '../../../shared/records/onceFields';
import { menuCalendar } from '../../../shared/records/tables/menuCalendar';
import { answersOf, answerTo } from '../../engine/menu/answers';
import { itemOperation } from '../operation';

const calendar = new Content(menuCalendar, (rows) => rows.map(answersOf));

export const answerTap = itemOperation({
	option: {
		name: 'Answer Tap',
		value: 'answerTap',
		action: 'Answer a tap on the menu',
		description:
			'Give the answer that the calendar of menus has for an entry, as the reply. An item comes only for an entry that has one.',
	},
	endpoints: [],
	access: 'all',
	fields: { [KEEP_RECORDS_IN]: keepRecordsIn([menuCalendar], false), options: onlyNow },
	async execute(ctx, _values, itemIndex) {
		const json = ctx.getInputData()[itemIndex]?.json ?? {};
		const records = await storesOf(ctx).of(itemIndex);
		const now = nowIn(parametersOf(ctx, itemIndex));
		const reply = answerTo(await calendar.of(records), asText(json.EventKey), dayOf(now));
		return reply === undefined ? [] : { ...json, reply };
	},
});
