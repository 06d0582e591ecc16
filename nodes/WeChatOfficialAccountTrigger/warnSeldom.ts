import type { IWebhookFunctions } from 'n8n-workflow';
import { BoundedMap } from '../shared/boundedMap';

/** A busy account, or a stranger, would otherwise fill the log with what one line says. */
const SELDOM_MS = 60_000;

/** Reasons and targets are few; more than this many means that expressions make them up. */
const MAX_REMEMBERED = 1_000;

const warnedAt = new BoundedMap<string, number>(MAX_REMEMBERED);

/** Writes a warning, the same one of a workflow at most once a minute. */
export function warnSeldom(ctx: IWebhookFunctions, warning: string): void {
	const now = Date.now();
	const key = `${ctx.getWorkflow().id}|${warning}`;
	if (now - (warnedAt.get(key) ?? 0) < SELDOM_MS) return;
	warnedAt.set(key, now);
	ctx.logger.warn(warning);
}
