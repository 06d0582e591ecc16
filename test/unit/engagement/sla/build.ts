import { ALWAYS_OPEN, businessCalendar } from '../../../../nodes/shared/calendar/businessHours';
import type { Decision } from '../../../../nodes/WeChatSla/engine/decision';
import { readEvent } from '../../../../nodes/WeChatSla/engine/events';
import { PolicyBook } from '../../../../nodes/shared/sla/policies';
import { sweep } from '../../../../nodes/WeChatSla/engine/sweep';
import type { CaseEvent } from '../../../../nodes/shared/sla/types';
import type { SlaSettings } from '../../../../nodes/shared/sla/slaSettings';

export const policies = PolicyBook.fromRows([
	{ tier: 'negative', firstResponse: 15, nextResponse: 30, resolution: 480 },
	{ tier: 'vip', firstResponse: 30, nextResponse: 30 },
	{ tier: 'other', firstResponse: 120, nextResponse: 60, resolution: 6_000 },
]);

/** A Tuesday. Times of tests are days and times after it. */
const MONTH = '2026-11-';

/** `24 10:00` in Shanghai. */
export const moment = (text: string): number =>
	Date.parse(`${MONTH}${text.replace(' ', 'T')}:00+08:00`);

export function settings(now: string, more: Partial<SlaSettings> = {}): SlaSettings {
	return {
		policies,
		defaultTier: 'other',
		calendar: businessCalendar({ zone: 'Asia/Shanghai', week: ALWAYS_OPEN }),
		windowRule: 'all',
		riskShare: 0.75,
		windowRiskShare: 0.8,
		now: moment(now),
		...more,
	};
}

/** A row of the case `c` from `24 10:00 kind`. */
export function event(text: string, more: Record<string, unknown> = {}): CaseEvent {
	const [day = '', time = '', kind = ''] = text.split(' ');
	const at = moment(`${day} ${time}`);
	const row = { key: `${kind}@${time}`, caseId: 'c', openId: 'o', kind, at, ...more };
	return readEvent(row, 'Row', policies, 'Asia/Shanghai');
}

/** How the clocks of the rows stand. */
export function judged(
	rows: CaseEvent[],
	now: string,
	more: Partial<SlaSettings> = {},
): Decision[] {
	return sweep(rows, settings(now, more)).map(({ decision }) => decision);
}

/** `metric status dueAt`, the time in Shanghai. */
export const short = ({ metric, status, dueAt }: Decision): string => {
	const due = dueAt ? new Date(Date.parse(dueAt) + 8 * 3_600_000).toISOString() : '';
	return `${metric} ${status} ${due.slice(8, 16).replace('T', ' ')}`;
};
