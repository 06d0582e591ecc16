import groupBy from 'lodash/groupBy';
import type { IDataObject } from 'n8n-workflow';
import {
	allAtOnce,
	attempted,
	type At,
	type Outcome,
} from '../../shared/engagement/recordOperation';
import { UserInputError } from '../../shared/inputError';
import type { ValuesOf } from '../../shared/operations/fields';
import { attempt, type Attempt } from '../../shared/records/attempt';
import { onlyOnce } from '../../shared/records/onlyOnce';
import { decisions } from '../../shared/records/tables/decisions';
import { sent } from '../../shared/records/tables/sent';
import { staffKey, STAFF_MESSAGE } from '../../shared/staff/keys';
import type { Link } from '../../shared/staff/note';
import { decisionIn, noteDecision } from './decision';
import { JoinedMessages, type Part } from './joined';
import { decisionKey, messageKeyOf, nodeRunOf, runKeyOf, trimmed } from './keys';
import { notifyFields } from './notifyFields';
import { addressed, safeAddress, type Recipient } from './notice';

/** Longer addresses leave no room for the text. */
const MAX_URL_BYTES = 700;

/** What is to be sent for an item. */
interface Prepared extends Part {
	at: At;
	key: string;
	recipient: Recipient;
	title: string;
	atAll: boolean;
	mobiles: readonly string[];
	isJoined: boolean;
}

function linkOf(json: IDataObject, url: string | undefined, label = '查看'): Link | undefined {
	if (url?.trim()) return { label, url: safeAddress('Link URL', url) };
	const found = trimmed(json.link);
	const isUsable = URL.canParse(found) && /^https?:/i.test(found);
	const address = isUsable ? safeAddress('link', found) : '';
	return address === '' || address.length > MAX_URL_BYTES ? undefined : { label, url: address };
}

/** What identifies the message; without anything, it is this run of this node. Of a decision several nodes may tell. */
function keyOf({ ctx, itemIndex, json }: At, given: string | undefined): string {
	const decided = decisionIn(json);
	const own = trimmed(given) || (decided ? '' : trimmed(json.noticeKey));
	if (own !== '') return own;
	const run = nodeRunOf(ctx, itemIndex);
	const ofItem = decided ? decisionKey(decided.key) : messageKeyOf(json);
	return ofItem === '' ? `${runKeyOf(run)}:${itemIndex}` : `${run.nodeName}:${ofItem}`;
}

async function prepare(at: At, values: ValuesOf<typeof notifyFields>): Promise<Prepared> {
	const { ctx, itemIndex, json } = at;
	const { recipient, ...head } = await addressed(ctx, itemIndex, values);
	const written = values.text.trim();
	if (written === '') throw new UserInputError("'Text' is empty", "Fill in 'Text'.");
	const { key, linkLabel, linkUrl } = values.details;
	return {
		at,
		recipient,
		text: written,
		link: linkOf(json, linkUrl, linkLabel),
		...head,
		isJoined: values.isJoined,
		key: staffKey(keyOf(at, key), recipient.mark),
	};
}

/** Sends what belongs into the same messages. */
async function sendGroup(group: readonly Prepared[]): Promise<Array<Outcome<'sent'>>> {
	const [first] = group;
	if (!first) return [];
	const { recipient, title, atAll, mobiles } = first;
	const messages = new JoinedMessages(recipient, { title, atAll, mobiles }, group.length);
	return await Promise.all(
		group.map(async ({ at: { json, records }, key, text: written, link }, position) => {
			let hasAsked = false;
			const outgoing = {
				key,
				what: STAFF_MESSAGE,
				openId: recipient.openId,
				isRepeatable: false,
			};
			const outcome = await attempted<'sent'>(async () => {
				const sending = await onlyOnce(records, outgoing, Date.now(), async () => {
					hasAsked = true;
					return await messages.send({ text: written, link }, position);
				});
				await noteDecision(records, json);
				return [{ to: 'sent', json: { ...json, staff: { status: sending.status } } }];
			});
			if (!hasAsked) messages.skip();
			return outcome;
		}),
	);
}

/** What goes into the same messages. */
const groupName = (
	{ at, recipient, title, atAll, mobiles, isJoined }: Prepared,
	position: number,
) =>
	isJoined
		? JSON.stringify([recipient.mark, title, atAll, mobiles])
		: String(position + at.itemIndex);

/** Writes to the staff, once by key. */
export const notify = allAtOnce({
	option: {
		name: 'Notify',
		value: 'notify',
		action: 'Notify staff',
		description:
			'Write to the group of your staff, or to one of them; the same message goes out once',
	},
	outputs: { sent: 'Sent' },
	fields: notifyFields,
	tables: [sent, decisions],
	async executeAll(items) {
		const prepared: Array<Attempt<Prepared>> = [];
		for (const { at, values } of items) {
			prepared.push(await attempt(async () => await prepare(at, values)));
		}
		const ready = prepared.flatMap((entry) => ('value' in entry ? [entry.value] : []));
		const outcomes = new Map<Prepared, Outcome<'sent'>>();
		const stores = new Set(ready.map(({ at }) => at.records));
		for (const records of stores) {
			const own = ready.filter(({ at }) => at.records === records);
			const names = new Map(own.map((entry, position) => [entry, groupName(entry, position)]));
			for (const group of Object.values(groupBy(own, (entry) => names.get(entry)))) {
				const sendings = await sendGroup(group);
				group.forEach((entry, position) => {
					const outcome = sendings[position];
					if (outcome) outcomes.set(entry, outcome);
				});
			}
		}
		return prepared.map((entry): Outcome<'sent'> => {
			if ('error' in entry) return { error: entry.error };
			return outcomes.get(entry.value) ?? { results: [] };
		});
	},
});
