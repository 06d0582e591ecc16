import { dayOf, dayText } from '../../shared/calendar/days';
import { now as nowField } from '../../shared/engagement/fields';
import { itemwise } from '../../shared/engagement/recordOperation';
import { collection } from '../../shared/operations/fields';
import { metricAlerts } from '../../shared/records/tables/metricAlerts';
import { metrics } from '../../shared/records/tables/metrics';
import { detectAlerts } from '../engine/alerts';
import { fromRecords } from '../records/metricRecords';
import { alertFields } from './alertFields';

/** The same weekday of eight weeks, and of the months before as many as fit. */
const LOOK_BACK_DAYS = 280;
/** What was not told for so long is no news. */
const NEWS_DAYS = 14;
const DAY_MS = 86_400_000;

/** What is found is written down first and claimed last: a run that is killed in between leaves it to the next one. */
export const findAlerts = itemwise({
	option: {
		name: 'Find New Alerts',
		value: 'alerts',
		action: 'Find new alerts',
		description: 'Find metrics that are far from those of earlier weeks, each once',
	},
	outputs: { alert: 'Alert' },
	fields: {
		options: collection('Options', 'Add option', {
			...alertFields,
			now: nowField,
		}),
	},
	tables: [metricAlerts, metrics],
	async execute({ records, now, json }, { options }) {
		const since = dayText(dayOf(now) - LOOK_BACK_DAYS);
		const rows = await records.read(metrics, { where: { toDay: { from: since }, dimension: '' } });
		const { direction = 'worse', minSample = 4, threshold = 3.5 } = options;
		const found = detectAlerts(fromRecords(rows), { direction, minSample, threshold, latest: 1 });
		await records.add(
			metricAlerts,
			found.map((alert) => ({ ...alert, foundAt: now })),
		);
		const untold = { isTold: false, foundAt: { from: now - NEWS_DAYS * DAY_MS } };
		const told = await records.claim(metricAlerts, untold, { isTold: true });
		return told.map(({ metric, label, date, value, expected, z, severity, message, key }) => ({
			to: 'alert' as const,
			json: {
				...json,
				...{ key, metric, label, date, value, expected, z, severity, message },
				summary: `${severity === 'critical' ? '‼' : '⚠'} ${message}`,
			},
		}));
	},
});
