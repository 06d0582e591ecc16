import { businessCalendar } from '../../shared/calendar/businessHours';
import { chineseHolidays } from '../../shared/calendar/holidays';
import type { Interval } from '../../shared/calendar/hours';
import { UserInputError } from '../../shared/inputError';
import { WECHAT_TIME_ZONE } from '../../shared/constants';
import type { Records } from '../../shared/records/port';
import { slaPolicies } from '../../shared/records/tables/slaPolicies';
import { caseClocks, judgeAll, type Judged } from '../../shared/sla/cases';
import { replyEventOf } from '../../shared/sla/eventRows';
import { defaultTierIn, policiesOf } from '../../shared/sla/policyTable';
import type { SlaSettings } from '../../shared/sla/slaSettings';
import type { Clock } from '../engine/clocks';
import type { CaseRow } from './sources';

/** When people are there to answer. */
export interface Hours {
	workdays: Interval[];
	saturday: Interval[];
	sunday: Interval[];
	holidays: Interval[];
}

/** The tier of the policies that cases without one have; the last one where there is none of that name. */
const DEFAULT_TIER = 'other';

async function settingsOf(records: Records, hours: Hours, now: number): Promise<SlaSettings> {
	const [table] = await records.existing([slaPolicies]);
	const policies = policiesOf(table ? await records.read(table) : []);
	const { workdays, saturday, sunday, holidays } = hours;
	return {
		policies,
		defaultTier: defaultTierIn(policies, DEFAULT_TIER),
		calendar: businessCalendar({
			zone: WECHAT_TIME_ZONE,
			week: [...Array.from({ length: 5 }, () => workdays), saturday, sunday],
			holidays: chineseHolidays([], []),
			onHoliday: holidays,
		}),
		windowRule: 'all',
		riskShare: 1,
		windowRiskShare: 1,
		now,
	};
}

const isSettled = ({ verdict: { status } }: Judged): boolean =>
	status === 'met' || status === 'breached';

function clockOf({ clock, verdict }: Judged, now: number): Clock {
	const { metric, trigger, end } = clock;
	const isDone = end?.by === 'answered' || (metric === 'resolution' && end?.by === 'resolved');
	return {
		key: [trigger.caseId, metric, trigger.at].join('|'),
		kind: `${trigger.channel}.${metric}`,
		dueAt: verdict.dueAt ?? end?.at ?? now,
		isMet: verdict.status === 'met',
		startedAt: trigger.at,
		...(isDone ? { answeredAt: end?.at } : {}),
	};
}

/** Clocks, and why there are none where the policies cannot be read. */
export interface Settled {
	clocks: Clock[];
	problems: string[];
}

/**
 * The clocks of cases that are settled, by the policies of the account: the same that *WeChat Reply SLA* goes by,
 * where its hours are the same.
 *
 * @param rows what happened in cases
 * @param now epoch milliseconds
 */
export async function settledClocks(
	records: Records,
	rows: readonly CaseRow[],
	hours: Hours,
	now: number,
): Promise<Settled> {
	if (rows.length === 0) return { clocks: [], problems: [] };
	let settings: SlaSettings;
	try {
		settings = await settingsOf(records, hours, now);
	} catch (error) {
		// What a person has spoilt in the table leaves the other metrics as they are.
		if (!(error instanceof UserInputError)) return await Promise.reject(error);
		return { clocks: [], problems: [`${slaPolicies.name}: ${error.message}`] };
	}
	const events = rows.flatMap((row) => replyEventOf(row, settings.policies) ?? []);
	const clocks = judgeAll(caseClocks(events, settings), settings)
		.filter(isSettled)
		.map((judged) => clockOf(judged, now));
	return { clocks, problems: [] };
}
