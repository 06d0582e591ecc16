import { replyWindow } from '../../shared/message/replyWindow';
import { counts, judgeAll, policyFor } from '../../shared/sla/cases';
import { decisionOf, type Decision } from './decision';
import type { CaseEvent, Clock, Metric } from '../../shared/sla/types';
import type { SlaSettings } from '../../shared/sla/slaSettings';

/** The deadline of something that has just begun, before anything is known of what followed. */
export function deadlineOf(
	trigger: CaseEvent,
	metric: Metric,
	settings: SlaSettings,
): Decision | undefined {
	const clock: Clock = {
		metric,
		trigger,
		tiers: [{ from: trigger.at, tier: trigger.tier || settings.defaultTier }],
		runs: [{ from: trigger.at }],
		hasAutoReply: false,
	};
	const interaction = { kind: 'text', at: trigger.at };
	const window = counts(clock, settings) ? replyWindow([interaction]) : [];
	const policy = policyFor(clock, window, settings);
	const [judged] = judgeAll([{ clock, policy, window }], settings);
	return judged && decisionOf(judged, settings);
}
