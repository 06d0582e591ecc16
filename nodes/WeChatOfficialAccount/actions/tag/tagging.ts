import type { IExecuteFunctions } from 'n8n-workflow';
import { weChatRequest } from '../../../shared/transport/request';
import { outcomeOf, readOpenIds, sendInBatches } from '../batch';
import type { Outcome } from '../operation';
import { tagIdOf } from './tags';

/** WeChat: members/batchtagging takes 50. */
const USERS_PER_CALL = 50;

type Choice = { tagId: number } | { error: unknown };

/** Tag ID of each item, or why there is none. Items are asked in turn: a name may be created once. */
async function choicesOf(
	ctx: IExecuteFunctions,
	itemCount: number,
	createIfMissing: (itemIndex: number) => boolean,
): Promise<Choice[]> {
	const choices: Choice[] = [];
	for (let itemIndex = 0; itemIndex < itemCount; itemIndex++) {
		try {
			choices.push({ tagId: await tagIdOf(ctx, itemIndex, createIfMissing(itemIndex)) });
		} catch (error) {
			choices.push({ error });
		}
	}
	return choices;
}

/** The OpenIDs of all items that name the same tag. */
function openIdsByTag(choices: Choice[], perItem: string[][]): Map<number, string[]> {
	const byTag = new Map<number, string[]>();
	choices.forEach((choice, itemIndex) => {
		if ('error' in choice) return;
		const openIds = byTag.get(choice.tagId) ?? [];
		openIds.push(...(perItem[itemIndex] ?? []));
		byTag.set(choice.tagId, openIds);
	});
	return byTag;
}

/**
 * Gives or takes tags. The users of all items that name the same tag travel together, 50 a call.
 *
 * @param endpoint `batchtagging` or `batchuntagging`
 * @param resultField set to true in the results
 */
export async function changeTags(
	ctx: IExecuteFunctions,
	itemCount: number,
	endpoint: 'batchtagging' | 'batchuntagging',
	resultField: 'tagged' | 'untagged',
	createIfMissing: (itemIndex: number) => boolean = () => false,
): Promise<Outcome[]> {
	const perItem = readOpenIds(ctx, itemCount);
	const choices = await choicesOf(ctx, itemCount, createIfMissing);
	const failuresByTag = new Map<number, Map<string, unknown>>();
	for (const [tagId, openIds] of openIdsByTag(choices, perItem)) {
		const failures = await sendInBatches(openIds, USERS_PER_CALL, async (batch) => {
			await weChatRequest(ctx, {
				method: 'POST',
				path: `/cgi-bin/tags/members/${endpoint}`,
				body: { openid_list: batch, tagid: tagId },
				// Giving a tag twice, or taking it twice, changes nothing.
				safe: true,
			});
		});
		failuresByTag.set(tagId, failures);
	}
	return choices.map((choice, itemIndex): Outcome => {
		if ('error' in choice) return choice;
		const { tagId } = choice;
		const failures = failuresByTag.get(tagId) ?? new Map<string, unknown>();
		return outcomeOf(perItem[itemIndex] ?? [], failures, (openId) => ({
			openId,
			tagId,
			[resultField]: true,
		}));
	});
}
