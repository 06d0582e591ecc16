import chunk from 'lodash/chunk';
import uniq from 'lodash/uniq';
import { sleep, type IDataObject } from 'n8n-workflow';
import { UserInputError } from '../../shared/inputError';
import { WeChatApiError } from '../../shared/transport/errors';
import type { Outcome } from './operation';

/** Some of a batch were done, some were not: `fail_openid_list` names the latter. */
const PARTIAL_FAILURE = 45171;

/**
 * Codes by which one OpenID spoils its whole batch: invalid, of another account, too many tags. The
 * batch is then halved until the one is found, so that it fails alone.
 */
const SPOILED_BY_ONE = new Set([40003, 40031, 40032, 45059, 49003]);

/** Waits before the failed part of a batch is sent again, in milliseconds. */
const PARTIAL_DELAYS = [1_000, 3_000];

/** The outcome of one item: the results of its OpenIDs, or the first failure among them. */
export function outcomeOf(
	openIds: string[],
	failures: Map<string, unknown>,
	resultOf: (openId: string) => IDataObject,
): Outcome {
	if (openIds.length === 0) {
		return { error: new UserInputError("'OpenIDs' is empty", "Fill in 'OpenIDs'.") };
	}
	const failed = openIds.find((openId) => failures.has(openId));
	return failed === undefined ? { json: openIds.map(resultOf) } : { error: failures.get(failed) };
}

function failedOpenIds(error: unknown): string[] | undefined {
	if (!(error instanceof WeChatApiError) || error.errcode !== PARTIAL_FAILURE) return undefined;
	const list = error.response.fail_openid_list;
	return Array.isArray(list) ? list.map(String) : undefined;
}

/**
 * Sends a list in batches. What a partial failure names is sent again, and only that; a batch spoiled
 * by one entry is halved. Other failures concern the batch they happened in, not the rest.
 *
 * @param openIds may name one twice; it is sent once
 * @returns the error of each OpenID that could not be processed
 */
export async function sendInBatches(
	openIds: string[],
	size: number,
	send: (openIds: string[]) => Promise<void>,
): Promise<Map<string, unknown>> {
	const failures = new Map<string, unknown>();
	const pending = chunk(uniq(openIds), size).map((batch) => ({ batch, repeated: 0 }));
	for (let next = pending.shift(); next; next = pending.shift()) {
		const { batch, repeated } = next;
		try {
			await send(batch);
		} catch (error) {
			const failed = failedOpenIds(error);
			const delay = PARTIAL_DELAYS[repeated];
			if (failed && delay !== undefined) {
				await sleep(delay);
				const rest = batch.filter((openId) => failed.includes(openId));
				if (rest.length > 0) pending.unshift({ batch: rest, repeated: repeated + 1 });
				continue;
			}
			const isSpoiled = error instanceof WeChatApiError && SPOILED_BY_ONE.has(error.errcode);
			if (isSpoiled && batch.length > 1) {
				const middle = Math.ceil(batch.length / 2);
				pending.unshift({ batch: batch.slice(middle), repeated });
				pending.unshift({ batch: batch.slice(0, middle), repeated });
				continue;
			}
			for (const openId of failed ?? batch) failures.set(openId, error);
		}
	}
	return failures;
}
