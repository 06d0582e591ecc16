import type { BusinessCalendar } from '../calendar/businessHours';
import type { PolicyBook } from './policies';

/** Which deadlines end with WeChat's window: all of them, those for replies, or none. */
export type WindowRule = 'all' | 'replies' | 'none';

export interface SlaSettings {
	policies: PolicyBook;
	/** Tier of cases whose rows name none. */
	defaultTier: string;
	calendar: BusinessCalendar;
	windowRule: WindowRule;
	/** Share of the time of a policy from which on a case is at risk, 0 to 1. */
	riskShare: number;
	/** The same for WeChat's window. */
	windowRiskShare: number;
	/** Epoch milliseconds. */
	now: number;
}
