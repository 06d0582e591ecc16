import { dayOf, dayText, startOfDay } from '../../shared/calendar/days';
import { now as nowField } from '../../shared/engagement/fields';
import { itemwise } from '../../shared/engagement/recordOperation';
import { UserInputError } from '../../shared/inputError';
import { choice, collection, text } from '../../shared/operations/fields';
import { interactions } from '../../shared/records/tables/interactions';
import { menus } from '../../shared/records/tables/menus';
import { metricAlerts } from '../../shared/records/tables/metricAlerts';
import { metrics } from '../../shared/records/tables/metrics';
import { inOrder } from '../engine/interactions';
import { digestOf } from '../engine/page/digest';
import { buildPage } from '../engine/page/page';
import { reportOf } from '../engine/page/report';
import { readRows } from '../engine/readRows';
import { keptMenu } from '../records/menu';
import { alertsOf, fromRecords, partsFromRecords } from '../records/metricRecords';
import { interactionRows } from '../records/sources';
import { accountName, DEFAULT_TITLE, timeOfPage } from './pageFields';

/** Days of a chart; of weeks and months there are fewer values than a chart shows. */
const SHOWN_DAYS = 400;
/** What is shown by hour and by entry of the menu: four weeks, and of months the whole of the last one. */
const RECENT_DAYS = { day: 28, week: 28, month: 62 };

const TABLES = [interactions, menus, metricAlerts];

export const showPage = itemwise({
	option: {
		name: 'Show Page',
		value: 'page',
		action: 'Show the report page',
		description: 'Make a page with charts, and a short text, of the metrics that were collected',
	},
	outputs: { page: 'Page' },
	fields: {
		pageTitle: text('Title', { default: DEFAULT_TITLE }),
		pagePeriod: choice(
			'Period',
			[
				{ name: 'Day', value: 'day' },
				{ name: 'Month', value: 'month' },
				{ name: 'Week', value: 'week' },
			],
			'day',
		),
		options: collection('Options', 'Add option', {
			account: accountName,
			now: nowField,
		}),
	},
	tables: [metrics, metricAlerts, interactions, menus],
	async execute({ records, now, json }, { pageTitle, pagePeriod, options: { account = '' } }) {
		const today = dayOf(now);
		const since = dayText(today - SHOWN_DAYS);
		const period = pagePeriod;
		const recent = today - RECENT_DAYS[period];
		const there = new Set(await records.existing(TABLES));
		const [rows, parts, menu, alerts, happened] = await Promise.all([
			records.read(metrics, { where: { period, toDay: { from: since }, dimension: '' } }),
			records.read(metrics, {
				where: { toDay: { from: dayText(recent) }, dimension: { not: '' } },
			}),
			there.has(menus) ? keptMenu(records) : [],
			there.has(metricAlerts)
				? records.read(metricAlerts, { where: { date: { from: since } } })
				: [],
			there.has(interactions) ? interactionRows(records, startOfDay(recent)) : [],
		]);
		const placed = happened.map((row) => ({ row, where: '', itemIndex: 0 }));
		const read = readRows(placed, () => undefined);
		const report = reportOf(
			{
				metrics: fromRecords(rows),
				parts: partsFromRecords(parts),
				alerts: alertsOf(alerts),
				interactions: inOrder(read.interactions),
				menu,
			},
			{ title: pageTitle, account, madeAt: timeOfPage(now) },
		);
		if (!report) {
			throw new UserInputError(
				'No metrics have been collected yet',
				"Run the operation 'Collect' first, e.g. every morning.",
			);
		}
		const { from, to } = report;
		return [
			{ to: 'page', json: { ...json, html: buildPage(report), text: digestOf(report), from, to } },
		];
	},
});
