import type { IExecuteFunctions } from 'n8n-workflow';
import { outcomeOf, sendInBatches } from '../batch';
import { post } from '../call';
import type { Outcome } from '../operation';

/** WeChat: members/batchblacklist takes 20. */
const USERS_PER_CALL = 20;

/** Blocks or unblocks the users of all items, 20 a call. */
export async function changeBlacklist(
	ctx: IExecuteFunctions,
	items: ReadonlyArray<{ openIds: string[] }>,
	endpoint: 'batchblacklist' | 'batchunblacklist',
): Promise<Outcome[]> {
	const perItem = items.map(({ openIds }) => openIds);
	const failures = await sendInBatches(perItem.flat(), USERS_PER_CALL, async (openid_list) => {
		// Blocking somebody twice changes nothing.
		await post(ctx, `/cgi-bin/tags/members/${endpoint}`, { openid_list }, true);
	});
	const isBlocked = endpoint === 'batchblacklist';
	return perItem.map((openIds) =>
		outcomeOf(openIds, failures, (openId) => ({ openId, isBlocked })),
	);
}
