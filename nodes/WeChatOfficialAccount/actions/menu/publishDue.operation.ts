import { nowIn, onlyNow } from '../../../shared/engagement/fields';
import { parametersOf } from '../../../shared/operations/parameters';
import { KEEP_RECORDS_IN, keepRecordsIn } from '../../../shared/records/keepIn';
import { storesOf } from '../../../shared/records/onceFields';
import { menuCalendar } from '../../../shared/records/tables/menuCalendar';
import { CHECK_WORDING, wordingField } from '../../../shared/wording/option';
import { changesText } from '../../engine/menu/changes';
import { itemOperation } from '../operation';
import { publishCalendar } from './publishing';

export const publishDue = itemOperation({
	option: {
		name: 'Publish What Is Due',
		value: 'publishDue',
		action: 'Publish the menus that are due',
		description:
			'Compare the menus of the calendar that are due today, for everybody and for followers with a tag, with those online, and publish what has changed. An item comes only when something has changed or could not be published.',
	},
	endpoints: [
		'GET /cgi-bin/menu/get',
		'POST /cgi-bin/menu/create',
		'POST /cgi-bin/menu/addconditional',
		'POST /cgi-bin/menu/delconditional',
		'GET /cgi-bin/tags/get',
	],
	limits: '1,000 a day; personalized menus 2,000 a day',
	fields: {
		[CHECK_WORDING]: wordingField('stop'),
		[KEEP_RECORDS_IN]: keepRecordsIn([menuCalendar], false),
		options: onlyNow,
	},
	async execute(ctx, { checkWording }, itemIndex) {
		const records = await storesOf(ctx).of(itemIndex);
		const now = nowIn(parametersOf(ctx, itemIndex));
		const rows = await records.read(menuCalendar);
		const changes = await publishCalendar(ctx, records, { rows, now, checkWording });
		if (changes.length === 0) return [];
		return {
			changed: changes.some(({ what }) => what !== 'notPublished'),
			changes: changes.map((change) => ({ ...change })),
			summary: changesText(changes),
		};
	},
});
