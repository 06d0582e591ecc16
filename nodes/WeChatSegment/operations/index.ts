import type { IExecuteFunctions } from 'n8n-workflow';
import type { Outputs } from '../../shared/engagement/outputs';
import { chooseAudience } from './chooseAudience';
import { compareRuns } from './compareRuns';
import { liftOf } from './measureLift';
import { score } from './score';
import { tagDiff } from './tagDiff';

export type Operation = 'chooseAudience' | 'compareRuns' | 'measureLift' | 'score' | 'tagDiff';

interface OperationSpec {
	/** Names of the outputs, in order. */
	outputs: string[];
	/** Does the work for all items at once. */
	run: (ctx: IExecuteFunctions, outputs: Outputs) => void;
}

export const OPERATIONS: Record<Operation, OperationSpec> = {
	chooseAudience: {
		outputs: ['Send Now', 'Later', 'Hold-Out', 'Not Reachable', 'Rows to Store'],
		run: chooseAudience,
	},
	compareRuns: { outputs: ['Moves'], run: compareRuns },
	measureLift: { outputs: ['Lift'], run: liftOf },
	score: {
		outputs: ['High Value', 'Potential', 'Dormant', 'Lost', 'Rows to Store'],
		run: score,
	},
	tagDiff: { outputs: ['Tags to Add', 'Tags to Remove'], run: tagDiff },
};
