import type { IDataObject } from 'n8n-workflow';
import { dayOf, dayText, startOfDay } from '../../shared/calendar/days';
import { itemwise, type At, type Result } from '../../shared/engagement/recordOperation';
import type { RowOf } from '../../shared/records/table';
import { menus } from '../../shared/records/tables/menus';
import { metrics } from '../../shared/records/tables/metrics';
import { slaPolicies } from '../../shared/records/tables/slaPolicies';
import { splitList } from '../../shared/text/list';
import { calculate } from '../engine/calculate';
import { calculateParts } from '../engine/calculateParts';
import { DEFAULT_TARGETS, LAYERS, METRICS } from '../engine/catalog';
import { factsOf, type Facts } from '../engine/facts';
import { DEFAULT_OWN_KINDS } from '../engine/kinds';
import { churnWarnings } from '../engine/layers/deep';
import { finishedPeriods, previousOf, type Period } from '../engine/period';
import { readRows } from '../engine/readRows';
import { keepMenu } from '../records/menu';
import { fromRecords, partToItem, partToRecord, toRecord } from '../records/metricRecords';
import { platformRows, type Days } from '../records/platform';
import { settledClocks } from '../records/replyTimes';
import { recordedRows, SOURCES } from '../records/sources';
import { DEFAULT_GOALS } from './calculateFields';
import { hoursOf, options, type Options } from './collectFields';

/** WeChat completes the figures of a day until about the morning after the next one. */
const SETTLED_AFTER_MS = 30 * 3_600_000;
/** Retention looks back a month, and so does the month before the last. */
const HISTORY_DAYS = 70;
const DORMANT_AFTER = 30;

const TARGETS = new Map(
	DEFAULT_TARGETS.map(({ metric, value }): [string, number] => [metric, value]),
);

type Output = 'metrics' | 'warnings';

/** Periods that were not collected as a whole, or before WeChat had all of their figures. */
function dueOf(known: ReadonlyArray<RowOf<typeof metrics>>, periods: readonly Period[]): Period[] {
	const settled = new Map<string, number>();
	for (const { fromDay, toDay, collectedAt } of known) {
		const end = startOfDay(dayOf(Date.parse(`${toDay}T00:00:00+08:00`)) + 1);
		if ((collectedAt ?? 0) < end + SETTLED_AFTER_MS) continue;
		const span = `${fromDay} ${toDay}`;
		settled.set(span, (settled.get(span) ?? 0) + 1);
	}
	const isWhole = ({ from, to }: Period) =>
		(settled.get(`${dayText(from)} ${dayText(to)}`) ?? 0) >= METRICS.length;
	return periods.filter((period) => !isWhole(period));
}

/** The days that periods cover. */
const spanOf = (periods: readonly Period[]): Days | undefined =>
	periods.reduce<Days | undefined>(
		(span, { from, to }) => ({
			from: Math.min(from, span?.from ?? from),
			to: Math.max(to, span?.to ?? to),
		}),
		undefined,
	);

/** What is known of the account; rows that cannot be read are left out, as nobody can correct them here. */
async function factsFor(
	{ ctx, records, now }: At,
	due: readonly Period[],
	given: Options,
): Promise<{ facts: Facts; problems: string[] }> {
	const hours = hoursOf(given);
	const days = spanOf([...due, ...due.map(previousOf)]) ?? { from: dayOf(now), to: dayOf(now) };
	const since = startOfDay(Math.min(days.from, days.to - HISTORY_DAYS));
	const [recorded, platform] = await Promise.all([
		recordedRows(records, since),
		platformRows(ctx, days, spanOf(due.filter(({ kind }) => kind === 'day'))),
	]);
	const rows = [...recorded.rows, ...platform.rows];
	const read = readRows(
		rows.map((row) => ({ row, where: '', itemIndex: 0 })),
		() => undefined,
	);
	const { clocks, ...settled } = await settledClocks(records, recorded.cases, hours, now);
	const own = { ...DEFAULT_OWN_KINDS, goal: new Set(splitList(given.goals ?? DEFAULT_GOALS)) };
	return {
		facts: factsOf({ ...read, clocks }, own, DORMANT_AFTER),
		problems: [...platform.problems, ...settled.problems],
	};
}

function periodsOf({ days = 7, longPeriods = true }: Options, now: number): Period[] {
	const long = longPeriods
		? [...finishedPeriods('week', 1, now), ...finishedPeriods('month', 1, now)]
		: [];
	return [...finishedPeriods('day', days, now), ...long];
}

export const collect = itemwise<{ options: typeof options }, Output>({
	option: {
		name: 'Collect',
		value: 'collect',
		action: 'Collect metrics',
		description:
			'Calculate the metrics of past days from the statistics of WeChat and what the nodes have recorded, and keep them',
	},
	outputs: { metrics: 'Metrics', warnings: 'Churn Warnings' },
	fields: { options },
	tables: [metrics, menus, slaPolicies, ...SOURCES],
	async execute(at, { options: given }) {
		const { ctx, records, now } = at;
		const since = dayText(dayOf(now) - HISTORY_DAYS);
		const where = { toDay: { from: since }, dimension: '' };
		const known = await records.read(metrics, { where });
		const due = dueOf(known, periodsOf(given, now));
		if (due.length === 0) return [];
		const { facts, problems } = await factsFor(at, due, given);
		const wanted = { periods: due, layers: LAYERS.map(({ id }) => id), targets: TARGETS };
		const rows = calculate(facts, wanted, fromRecords(known));
		const parts = calculateParts(facts, due);
		const noMenu = await keepMenu(ctx, records, now);
		const found = [...parts.map(partToRecord), ...rows.map(toRecord)];
		await records.put(metrics, found);
		// What is the same for all rows is written at once, where the figures of most are what they were. A period counts
		// as collected when all of its metrics say so: a run that is killed before is made up for.
		await records.put(
			metrics,
			found.map(({ key }) => ({ key, collectedAt: now })),
		);
		const items: IDataObject[] = [...rows.map((row) => ({ ...row })), ...parts.map(partToItem)];
		const told = [...problems, ...noMenu];
		const results = items.map(
			(json, place): Result<Output> => ({
				to: 'metrics',
				json: place === 0 && told.length > 0 ? { ...json, problems: told } : json,
			}),
		);
		const lastDay = due.filter(({ kind }) => kind === 'day').at(-1);
		for (const warning of lastDay ? churnWarnings(facts, lastDay) : []) {
			results.push({ to: 'warnings', json: { ...warning } });
		}
		return results;
	},
});
