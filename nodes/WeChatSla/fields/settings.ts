import { businessCalendar, type BusinessCalendar } from '../../shared/calendar/businessHours';
import { chineseHolidays, parseDays } from '../../shared/calendar/holidays';
import { WECHAT_TIME_ZONE } from '../../shared/constants';
import type { PolicyBook } from '../../shared/sla/policies';
import type { SlaSettings } from '../../shared/sla/slaSettings';
import { businessHours, type OpenHours } from './businessHours';
import { AT_RISK_PERCENT, options, WINDOW_AT_RISK_PERCENT, type Options } from './options';

/** By what cases are judged, besides the policies. */
export const settingsFields = { hours: businessHours, options };

/** What is filled in there. */
export interface Given {
	readonly hours: OpenHours;
	readonly options: Options;
}

function calendarOf({ week, onHoliday }: OpenHours, given: Options): BusinessCalendar {
	const zone = given.timeZone?.trim() || WECHAT_TIME_ZONE;
	if (onHoliday === undefined) return businessCalendar({ zone, week });
	const holidays = chineseHolidays(
		parseDays(given.extraHolidays ?? '', 'Extra Holidays'),
		parseDays(given.extraWorkdays ?? '', 'Extra Workdays'),
	);
	return businessCalendar({ zone, week, holidays, onHoliday });
}

/**
 * What the fields of the node say.
 *
 * @param now epoch milliseconds
 * @throws UserInputError naming the field
 */
export function settingsOf(
	{ hours, options: given }: Given,
	policies: PolicyBook,
	now: number,
): SlaSettings {
	return {
		policies,
		defaultTier: given.defaultTier?.trim() || 'other',
		calendar: calendarOf(hours, given),
		windowRule: given.windowRule ?? 'all',
		riskShare: (given.riskPercent ?? AT_RISK_PERCENT) / 100,
		windowRiskShare: (given.windowRiskPercent ?? WINDOW_AT_RISK_PERCENT) / 100,
		now,
	};
}
