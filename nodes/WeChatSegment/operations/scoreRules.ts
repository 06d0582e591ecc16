import type { IExecuteFunctions } from 'n8n-workflow';
import { optionsOf } from '../../shared/engagement/fields';
import type { ContactRules } from '../engine/contacts';
import type { ModelRules } from '../engine/model';
import { optionNumber, scoringOf } from '../parameters';

/** The fields of *Score* as the engine takes them. */
export function scoreRulesOf(
	ctx: IExecuteFunctions,
	now: number,
): { sums: ContactRules; model: ModelRules } {
	const options = optionsOf(ctx, 0);
	const number = (name: string, label: string, fallback: number, min = 0) =>
		optionNumber(ctx, name, label, { fallback, min });
	return {
		sums: {
			now,
			windowDays: number('windowDays', 'Window', 90, 1),
			frequencyOf: options.frequencyOf === 'events' ? 'events' : 'activeDays',
			monetaryOf: (options.monetaryOf as ContactRules['monetaryOf'] | undefined) ?? 'auto',
		},
		model: {
			now,
			scoring: scoringOf(ctx),
			silence: {
				dormantDays: number('dormantDays', 'Dormant After', 30, 1),
				dormantGaps: number('dormantGaps', 'Dormant After Gaps', 2),
				lostDays: number('lostDays', 'Lost After', 90, 1),
				lostGaps: number('lostGaps', 'Lost After Gaps', 3),
			},
			newDays: number('newDays', 'New For', 14),
			fine: options.fineSegments === 'means' ? 'means' : 'scores',
			runsToMove: number('runsToMove', 'Runs to Move', 2, 1),
			runsPer: options.runsPer === 'week' ? 'week' : 'day',
			churnModel: options.churnModel === 'bgNbd' ? 'bgNbd' : 'rank',
		},
	};
}
