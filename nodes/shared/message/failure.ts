import { describeError, WeChatApiError, WeChatTransportError } from '../transport/errors';

/**
 * Codes by which WeChat refuses one person for good: not a follower (any more), no consent, window closed, all
 * messages of the window sent, blocked. Any other code concerns the account or the message, and so everybody.
 */
const REFUSED_FOR_GOOD = new Set([40003, 43004, 43101, 45015, 45047, 50005]);
/** The person has not agreed to the notice, or has used the consent up. */
const NO_CONSENT = 43101;

/** The account lacks the ability (WeChat: api unauthorized). */
const NOT_ALLOWED = new Set([48001, 50001]);

/** Whether the account may not send such messages at all. */
export const isNotAllowed = (error: unknown): error is WeChatApiError =>
	error instanceof WeChatApiError && NOT_ALLOWED.has(error.errcode);

/** What a failed message means: for the person alone, or for all that would come after it. */
export interface Failure {
	/** State of the person in the log; undefined when nothing went out, so that it can be tried again. */
	state?: 'refused' | 'unknown';
	/** Whether the others have to wait. */
	isForAll: boolean;
	/** Whether the consents that the records have do not count for WeChat. */
	hasNoConsent: boolean;
	reason: string;
}

export function failureOf(error: unknown): Failure {
	const { message: reason } = describeError(error);
	if (error instanceof WeChatApiError && REFUSED_FOR_GOOD.has(error.errcode)) {
		const hasNoConsent = error.errcode === NO_CONSENT;
		return { state: 'refused', isForAll: false, hasNoConsent, reason };
	}
	const isUnknown = error instanceof WeChatTransportError && error.outcome === 'unknown';
	return {
		...(isUnknown ? { state: 'unknown' } : {}),
		isForAll: true,
		hasNoConsent: false,
		reason,
	};
}
