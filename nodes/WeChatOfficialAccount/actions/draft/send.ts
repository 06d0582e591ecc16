import { sleep, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { WeChatApiError } from '../../../shared/transport/errors';
import { post } from '../call';

/** A media ID that WeChat does not know. */
const UNKNOWN_MEDIA = 40007;

/** Until a picture that has just been uploaded is known everywhere, in milliseconds. */
const FRESH_DELAYS_MS = [2_500, 5_000];

/**
 * Saves a draft. When its cover has only just been uploaded, WeChat may say for some seconds that it
 * does not know it; nothing was done then, so the call is repeated.
 */
export async function saveDraft(
	ctx: IExecuteFunctions,
	path: string,
	body: IDataObject,
	hasFreshCover = false,
): Promise<IDataObject> {
	for (const delay of hasFreshCover ? FRESH_DELAYS_MS : []) {
		try {
			return await post(ctx, path, body);
		} catch (error) {
			const isFresh = error instanceof WeChatApiError && error.errcode === UNKNOWN_MEDIA;
			if (!isFresh) return await Promise.reject(error);
			await sleep(delay);
		}
	}
	return await post(ctx, path, body);
}
