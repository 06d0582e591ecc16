import omit from 'lodash/omit';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Attempt } from '../../shared/records/attempt';
import { isOnlyOnce } from '../../shared/records/onceFields';
import { sendJoinedOnce } from '../../shared/records/onceJoined';
import { operationKey } from './once';
import type { BatchOperation, Outcome } from './operation';

/** What is kept of an item: its result without the OpenIDs, which stand in the item. */
function keptOf(outcome: Outcome): Attempt<IDataObject> {
	if ('json' in outcome) {
		const [first = {}] = Array.isArray(outcome.json) ? outcome.json : [];
		return { value: omit(first, ['openId']) };
	}
	const { error } = outcome;
	return { error, message: error instanceof Error ? error.message : String(error) };
}

/** What an item gives: one result for each OpenID, or what it was not done for. */
function outcomeOf(openIds: () => string[], answer: Attempt<IDataObject>): Outcome {
	if ('error' in answer) return { error: answer.error };
	const { value } = answer;
	if (value.underWay === true) return { json: value };
	return { json: openIds().map((openId) => ({ openId, ...value })) };
}

/**
 * Executes an operation that joins the items; with *Only Once* on, without those that were done before.
 *
 * @returns one outcome for each item, in their order
 */
export async function executeAllOnce(
	ctx: IExecuteFunctions,
	operation: BatchOperation,
	itemCount: number,
): Promise<Outcome[]> {
	const { outgoingAt } = operation;
	if (!outgoingAt || !isOnlyOnce(ctx)) {
		return await operation.executeAll(ctx, [...Array(itemCount).keys()]);
	}
	const key = operationKey(ctx, operation);
	const answers = await sendJoinedOnce(
		ctx,
		itemCount,
		(itemIndex) => ({ ...outgoingAt(ctx, itemIndex), operation: key }),
		async (itemIndexes) => (await operation.executeAll(ctx, itemIndexes)).map(keptOf),
	);
	return answers.map((answer, itemIndex) =>
		outcomeOf(() => outgoingAt(ctx, itemIndex).openIds, answer),
	);
}
