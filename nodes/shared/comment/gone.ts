import { WeChatApiError } from '../transport/errors';

/** 88004: its writer has deleted it. 88008: it does not exist. */
const GONE: readonly number[] = [88004, 88008];

/** Whether a comment is no longer there: nothing can be done with it, and nobody need do anything. */
export const isGone = (error: unknown): boolean =>
	error instanceof WeChatApiError && GONE.includes(error.errcode);
