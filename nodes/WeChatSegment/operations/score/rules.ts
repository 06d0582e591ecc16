import type { ValuesOf } from '../../../shared/operations/fields';
import type { ContactRules } from '../../engine/contacts';
import type { ModelRules } from '../../engine/model';
import type { Scoring } from '../../engine/scores';
import type { scoreFields } from './fields';
import { DEFAULTS } from './options';

export type ScoreValues = ValuesOf<typeof scoreFields>;

/** The chosen way of scoring. Bounds of one's own are shown, and read, only where they count. */
function scoringOf(values: ScoreValues): Scoring {
	const { scoring: method } = values;
	if (method !== 'fixed') return { method };
	return {
		method,
		recency: values.recencyThresholds,
		frequency: values.frequencyThresholds,
		monetary: values.monetaryThresholds,
	};
}

/**
 * The fields of *Score* as the engine takes them.
 *
 * @param now epoch milliseconds
 */
export function rulesOf(
	values: ScoreValues,
	now: number,
): { sums: ContactRules; model: ModelRules } {
	const { options } = values;
	return {
		sums: {
			now,
			windowDays: options.windowDays ?? DEFAULTS.windowDays,
			frequencyOf: options.frequencyOf ?? 'activeDays',
			monetaryOf: options.monetaryOf ?? 'auto',
		},
		model: {
			now,
			scoring: scoringOf(values),
			silence: {
				dormantDays: options.dormantDays ?? DEFAULTS.dormantDays,
				dormantGaps: options.dormantGaps ?? DEFAULTS.dormantGaps,
				lostDays: options.lostDays ?? DEFAULTS.lostDays,
				lostGaps: options.lostGaps ?? DEFAULTS.lostGaps,
			},
			newDays: options.newDays ?? DEFAULTS.newDays,
			fine: options.fineSegments ?? 'scores',
			runsToMove: options.runsToMove ?? DEFAULTS.runsToMove,
			runsPer: options.runsPer ?? 'day',
			churnModel: options.churnModel ?? 'rank',
		},
	};
}
