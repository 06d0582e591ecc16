import { adviceFor, type Reaction } from './errorTable';
import { WeChatApiError, WeChatTransportError } from './errors';

/** Waits between the attempts, in milliseconds; the length is the number of repetitions. */
const NETWORK_DELAYS = [300, 800];
const BUSY_DELAYS = [1_000, 2_000, 4_000];
const MINUTE_LIMIT_DELAYS = [60_000];
const SECOND_LIMIT_DELAYS = [1_000, 2_000, 4_000];

/** Why an attempt did not succeed. */
export type Failure =
	| { kind: 'network'; safe: boolean; sent: boolean }
	| { kind: 'errcode'; reaction: Reaction };

/**
 * What kind of failure an error is; undefined for one that no repetition can cure.
 *
 * @param safe whether the call was a read
 */
export function failureOf(error: unknown, safe: boolean): Failure | undefined {
	if (error instanceof WeChatApiError) {
		return { kind: 'errcode', reaction: adviceFor(error.errcode).reaction };
	}
	if (!(error instanceof WeChatTransportError) || error.outcome === 'refused') return undefined;
	return { kind: 'network', safe, sent: error.outcome === 'unknown' };
}

/**
 * How long to wait before the next attempt, or undefined when there must be none. Pure.
 *
 * A network fault is repeated when the request never left (nothing was done) or when it is a read;
 * a write whose outcome is unknown is never repeated. Errcodes by which the platform says that it
 * did nothing yet (−1, frequency limits) are repeated for reads and writes alike.
 *
 * @param attempt number of attempts made so far, starting at 1
 */
export function nextDelay(failure: Failure, attempt: number): number | undefined {
	if (failure.kind === 'network') {
		return failure.safe || !failure.sent ? NETWORK_DELAYS[attempt - 1] : undefined;
	}
	switch (failure.reaction) {
		case 'retryBusy':
			return BUSY_DELAYS[attempt - 1];
		case 'retrySecond':
			return SECOND_LIMIT_DELAYS[attempt - 1];
		case 'retryMinute':
			return MINUTE_LIMIT_DELAYS[attempt - 1];
		default:
			return undefined;
	}
}
