import type { IWebhookFunctions } from 'n8n-workflow';
import type { TargetRow } from './targets';

/** *Options* of the trigger; what is not filled in is absent. */
export interface TriggerOptions {
	addProfile?: boolean;
	checkWording?: boolean;
	downloadMedia?: boolean;
	forwardTo?: { target?: TargetRow[] };
	maxBodySize?: number;
	onlyFirst?: boolean;
	senders?: string;
	timestampTolerance?: number;
}

/** WeChat delivers again within 15 seconds, and clocks that are set by the network differ by less than a second. */
export const DEFAULT_TOLERANCE_S = 300;

export const DEFAULT_MAX_BODY_KB = 1_024;

export function optionsOf(ctx: IWebhookFunctions): TriggerOptions {
	return ctx.getNodeParameter('options', {}) as TriggerOptions;
}
