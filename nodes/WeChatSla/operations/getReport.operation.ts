import { DAY_MS } from '../../shared/calendar/days';
import { perAccount } from '../../shared/engagement/perAccount';
import { allAtOnce, type Item, type Result } from '../../shared/engagement/recordOperation';
import { caseEvents } from '../../shared/records/tables/caseEvents';
import { slaPolicies } from '../../shared/records/tables/slaPolicies';
import { digestOf } from '../engine/digest';
import { isoOf } from '../engine/decision';
import { reportOf, reportRows } from '../engine/report';
import { period } from '../fields/period';
import { settingsFields } from '../fields/settings';
import { eventsOf, eventsSince, recordedSettings } from '../records/book';

/** A case of the period may have begun before it. */
const BEFORE_MS = 8 * DAY_MS;

const fields = { period, ...settingsFields };

async function reportCases({
	at: { json, records, now },
	values,
}: Item<typeof fields>): Promise<Array<Result<'report'>>> {
	const settings = await recordedSettings(records, values, now);
	const covered = values.period(settings);
	const rows = await eventsSince(records, covered.from - BEFORE_MS);
	const result = reportOf(eventsOf(rows, settings), covered, settings);
	const [from, to] = [isoOf(covered.from), isoOf(covered.to)];
	const { metrics, cases, autoReplyPercent } = result.all;
	const { count, met, breached, metPercent, medianMinutes, p90Minutes } = metrics.firstResponse;
	return [
		{
			to: 'report',
			json: {
				...json,
				from,
				to,
				cases,
				messages: count,
				inTime: met,
				late: breached,
				inTimePercent: metPercent,
				medianMinutes,
				p90Minutes,
				autoReplyPercent,
				tiers: reportRows(result),
				lateCases: result.breached.map(({ decision }) => ({ ...decision })),
				summary: digestOf(result, settings.calendar),
				noticeKey: `sla-report:${from}:${to}`,
			},
		},
	];
}

/** How fast people were answered. */
export const getReport = allAtOnce({
	option: {
		name: 'Get Report',
		value: 'getReport',
		action: 'Get report on response times',
		description: 'Summarize from the records how fast messages and comments were answered, by tier',
	},
	outputs: { report: 'Report' },
	fields,
	tables: [caseEvents, slaPolicies],
	executeAll: async (items) => await perAccount(items, reportCases),
});
