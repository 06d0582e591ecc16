import type { IExecuteFunctions } from 'n8n-workflow';
import {
	ALWAYS_OPEN,
	businessCalendar,
	type BusinessCalendar,
} from '../shared/calendar/businessHours';
import { chineseHolidays, NO_HOLIDAYS, parseDays } from '../shared/calendar/holidays';
import { parseHours, type Interval } from '../shared/calendar/hours';
import { nowOf, optionsOf } from '../shared/engagement/fields';
import { knownRows } from '../shared/engagement/rows';
import { WECHAT_TIME_ZONE } from '../shared/constants';
import { UserInputError } from '../shared/inputError';
import type { Row } from '../shared/rows/row';
import { PolicyBook } from './engine/policies';
import type { SlaSettings, WindowRule } from './engine/slaSettings';
import { WEEKDAY_FIELDS, WEEKEND_FIELDS, WORKDAYS_FIELD } from './fields/hours';
import { isPolicyRow } from './rows';

const PERCENT = 100;

function textOf(ctx: IExecuteFunctions, name: string): string {
	return String(ctx.getNodeParameter(name, 0, '') ?? '');
}

function hoursOf(ctx: IExecuteFunctions, { name, label }: { name: string; label: string }) {
	return parseHours(textOf(ctx, name), label);
}

function weekOf(ctx: IExecuteFunctions): Interval[][] {
	const weekend = WEEKEND_FIELDS.map((field) => hoursOf(ctx, field));
	if (ctx.getNodeParameter('businessHours', 0) === 'weekdays') {
		return [...WEEKDAY_FIELDS.map((field) => hoursOf(ctx, field)), ...weekend];
	}
	const workday = hoursOf(ctx, WORKDAYS_FIELD);
	return [...WEEKDAY_FIELDS.map(() => workday), ...weekend];
}

/**
 * The business calendar that the fields describe.
 *
 * @throws UserInputError naming the field
 */
function calendarOf(ctx: IExecuteFunctions): BusinessCalendar {
	const options = optionsOf(ctx, 0);
	const zone = String(options.timeZone ?? '').trim() || WECHAT_TIME_ZONE;
	if (ctx.getNodeParameter('businessHours', 0) === 'always') {
		return businessCalendar({ zone, week: ALWAYS_OPEN });
	}
	if (ctx.getNodeParameter('holidays', 0) === 'none') {
		return businessCalendar({ zone, week: weekOf(ctx), holidays: NO_HOLIDAYS });
	}
	return businessCalendar({
		zone,
		week: weekOf(ctx),
		holidays: chineseHolidays(
			parseDays(String(options.extraHolidays ?? ''), 'Extra Holidays'),
			parseDays(String(options.extraWorkdays ?? ''), 'Extra Workdays'),
		),
		onHoliday: parseHours(textOf(ctx, 'hoursHoliday'), 'Hours on Holidays'),
	});
}

function policyRows(ctx: IExecuteFunctions): Row[] {
	const from = ctx.getNodeParameter('policiesFrom', 0);
	if (from === 'fields') return ctx.getNodeParameter('policyTable.policy', 0, []) as Row[];
	const rows = knownRows(ctx, 'policies', 'Policies');
	return from === 'input' ? rows.filter(isPolicyRow) : rows;
}

/** A share of time, entered as percent. */
function shareOf(value: unknown, fallback: number, label: string): number {
	const percent = value === undefined || value === '' ? fallback : Number(value);
	if (percent > 0 && percent <= PERCENT) return percent / PERCENT;
	throw new UserInputError(
		`'${label}' is ${String(value)}; it has to be more than 0 and at most 100`,
		'Enter a percentage, e.g. 75.',
	);
}

/**
 * What the fields of the node say, read once for all items.
 *
 * @throws UserInputError naming the field
 */
export function readSettings(ctx: IExecuteFunctions): SlaSettings {
	const options = optionsOf(ctx, 0);
	const policies = PolicyBook.fromRows(policyRows(ctx));
	return {
		policies,
		defaultTier: String(options.defaultTier ?? '').trim() || 'other',
		calendar: calendarOf(ctx),
		windowRule: (options.windowRule ?? 'all') as WindowRule,
		riskShare: shareOf(options.riskPercent, 75, 'At Risk After (%)'),
		windowRiskShare: shareOf(options.windowRiskPercent, 80, 'WeChat Window at Risk After (%)'),
		now: nowOf(ctx, 0),
	};
}
