import type { IExecuteFunctions } from 'n8n-workflow';
import { weChatRequest } from '../../../shared/transport/request';
import type { TagChoice } from '../../descriptions/locators';
import { outcomeOf, sendInBatches } from '../batch';
import type { Outcome } from '../operation';
import { tagIdOf } from './tags';

/** WeChat: members/batchtagging takes 50. */
const USERS_PER_CALL = 50;

/** What an item asks for. Its tag is read when it is asked for, and may be missing. */
interface Wish {
	readonly tag: TagChoice;
	readonly openIds: string[];
	readonly createIfMissing?: boolean;
}

type Choice = { tagId: number } | { error: unknown };

/** Tag ID of each item, or why there is none. Items are asked in turn: a name may be created once. */
async function choicesOf(ctx: IExecuteFunctions, items: Wish[]): Promise<Choice[]> {
	const choices: Choice[] = [];
	for (const item of items) {
		try {
			choices.push({ tagId: await tagIdOf(ctx, item.tag, item.createIfMissing) });
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
		// Not pushed with a spread: 130,000 of them would not fit on the stack.
		for (const openId of perItem[itemIndex] ?? []) openIds.push(openId);
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
	items: Wish[],
	endpoint: 'batchtagging' | 'batchuntagging',
	resultField: 'tagged' | 'untagged',
): Promise<Outcome[]> {
	const perItem = items.map(({ openIds }) => openIds);
	const choices = await choicesOf(ctx, items);
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
