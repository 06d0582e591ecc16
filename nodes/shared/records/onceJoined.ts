import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { attempt, type Attempt } from './attempt';
import { joinedOnce, type SendJoined } from './joinedOnce';
import type { Repeatable } from './manyOnce';
import { onceKeyOf, storesOf, type OnceOutgoing } from './onceFields';
import type { Records } from './port';
import { sendingFields } from './sendingFields';

/** What goes out for an item. */
interface Keyed extends Repeatable {
	itemIndex: number;
}

/**
 * As `sendOnce`, for items whose calls are joined: those that went out before are left out.
 *
 * @param outgoingAt what goes out for an item; what it throws is the error of that item
 * @param send sends the items with these indexes together; gives one answer for each, in their order
 * @returns one answer for each item, in their order
 */
export async function sendJoinedOnce(
	ctx: IExecuteFunctions,
	itemCount: number,
	outgoingAt: (itemIndex: number) => OnceOutgoing,
	send: SendJoined<IDataObject>,
): Promise<Array<Attempt<IDataObject>>> {
	const answers = new Map<number, Attempt<IDataObject>>();
	const byAccount = new Map<Records, Keyed[]>();
	for (let itemIndex = 0; itemIndex < itemCount; itemIndex++) {
		const found = await attempt(async () => {
			const outgoing = outgoingAt(itemIndex);
			const key = onceKeyOf(ctx, itemIndex, outgoing);
			return { ...outgoing, key, records: await storesOf(ctx).of(itemIndex) };
		});
		if ('error' in found) {
			answers.set(itemIndex, found);
			continue;
		}
		const { records, key, openId, what } = found.value;
		const keyed = byAccount.get(records) ?? [];
		keyed.push({ key, openId, what, itemIndex });
		byAccount.set(records, keyed);
	}
	for (const [records, keyed] of byAccount) {
		const outgoing = keyed.map(({ key, openId, what }) => ({ key, openId, what }));
		const indexes = keyed.map(({ itemIndex }) => itemIndex);
		const indexAt = (position: number) => indexes[position] ?? position;
		const sendings = await joinedOnce(
			records,
			outgoing,
			Date.now,
			async (positions) => await send(positions.map(indexAt)),
		);
		for (const [position, sending] of sendings.entries()) {
			const one = keyed[position];
			if (!one) continue;
			const answer = 'error' in sending ? sending : { value: sendingFields(one, sending.value) };
			answers.set(one.itemIndex, answer);
		}
	}
	return [...answers].sort(([a], [b]) => a - b).map(([, answer]) => answer);
}
