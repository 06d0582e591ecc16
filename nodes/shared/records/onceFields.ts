import { createHash } from 'node:crypto';
import type { IDataObject, IExecuteFunctions, INodeCredentialDescription } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from '../constants';
import { UserInputError } from '../inputError';
import { asText, isRecord } from '../json';
import {
	flag,
	optionalText,
	valuesOf,
	type Changes,
	type Field,
	type Fields,
} from '../operations/fields';
import { parametersOf } from '../operations/parameters';
import { keepRecordsIn, KEEP_RECORDS_IN } from './keepIn';
import { onlyOnce, type Delivery } from './onlyOnce';
import type { Outgoing } from './sentRow';
import { sendingFields } from './sendingFields';
import { Stores } from './stores';
import { sent } from './tables/sent';

/*
 * *Only Once* as an option of an operation that sends or changes something: its fields, and what goes around the operation.
 */

const whenOn: Changes = { displayOptions: { show: { onlyOnce: [true] } } };

const whereOn = <Value>(field: Field<Value>): Field<Value> => ({
	...field,
	describe: (name) => field.describe(name).map((property) => ({ ...property, ...whenOn })),
});

/** The fields of the option. */
export const onceFields = {
	onlyOnce: flag(
		'Only Once',
		false,
		'Whether to keep a record of what was sent or changed, so that a message delivered again or a run repeated does not do it a second time',
		{ noDataExpression: true },
	),
	onlyOnceKey: optionalText('Reference', {
		placeholder: 'e.g. birthday-2026',
		description:
			"What it is about, e.g. an order number. With the same reference, nothing is done for the same recipient a second time. Left empty, it is that of the message (wechat.dedupeKey) or the field 'key' of the item, and counts for this node alone; one of your own counts for every node with this operation.",
		...whenOn,
	}),
	[KEEP_RECORDS_IN]: whereOn(keepRecordsIn([sent], false)),
};

/** Fields with those of the option, which come before the optional ones. */
export function withOnceFields({ additionalFields, ...fields }: Fields): Fields {
	const all = { ...fields, ...onceFields };
	return additionalFields ? { ...all, additionalFields } : all;
}

/** Credentials of a node with the option: the account, and the database where it is chosen. */
export const onceCredentials: INodeCredentialDescription[] = [
	{ name: CREDENTIAL_TYPE, required: true },
	{
		name: 'postgres',
		required: true,
		displayOptions: { show: { [KEEP_RECORDS_IN]: ['postgres'] } },
	},
];

/** Something that an operation sends for an item. */
export interface OnceOutgoing
	extends Pick<Outgoing, 'isRepeatable' | 'openId' | 'repeatableForMs' | 'what'> {
	/** Which operation: what the key begins with. */
	operation: string;
	/** To whom or what it goes; '' when it is no one thing. */
	target: string;
	/** Whether there can be but one for the target, so that it needs no key, e.g. the reply to a comment. */
	isKnownByTarget?: boolean;
	/** The key of what it answers, where that is known without the item. */
	givenKey?: string;
}

const storesByRun = new WeakMap<IExecuteFunctions, Stores>();

/** The records of a node with the option, or of an operation of it that keeps records anyhow. */
export function storesOf(ctx: IExecuteFunctions): Stores {
	const known = storesByRun.get(ctx);
	if (known) return known;
	const store = onceFields[KEEP_RECORDS_IN].read(parametersOf(ctx, 0), KEEP_RECORDS_IN);
	const stores = new Stores(ctx, store, {
		tables: [sent],
		known: () => [],
		write: () => undefined,
	});
	storesByRun.set(ctx, stores);
	return stores;
}

/** The key by which an item is known: that of the message it came with, or one of its own. */
function keyOfItem({ wechat, key }: IDataObject): string {
	if (isRecord(wechat) && typeof wechat.dedupeKey === 'string') return wechat.dedupeKey;
	return asText(key);
}

const MARK_LENGTH = 8;

/** A few characters that tell the nodes of all canvases apart, and stay the same when one is renamed. */
function markOf(ctx: IExecuteFunctions): string {
	const { id, name } = ctx.getNode();
	const whole = `${ctx.getWorkflow().id ?? ''} ${id || name}`;
	return createHash('sha256').update(whole).digest('hex').slice(0, MARK_LENGTH);
}

/**
 * The key under which something goes out for an item.
 *
 * @throws UserInputError when there is no key by which a second one would be known
 */
export function onceKeyOf(
	ctx: IExecuteFunctions,
	itemIndex: number,
	{ operation, target, isKnownByTarget, givenKey }: OnceOutgoing,
): string {
	const own = valuesOf(onceFields, parametersOf(ctx, itemIndex)).onlyOnceKey;
	const begin = [operation, target].filter((part) => part !== '').join(':');
	if (own.trim() !== '') return `${begin}:${own.trim()}`;
	if (isKnownByTarget) return begin;
	const ofItem = givenKey ?? keyOfItem(ctx.getInputData()[itemIndex]?.json ?? {});
	if (ofItem !== '') return `${begin}:${ofItem}@${markOf(ctx)}`;
	throw new UserInputError(
		"'Only Once' needs a reference, and the item has none",
		"Fill in 'Reference' with what is the same when this is repeated and different otherwise, e.g. {{ $('WeChat Official Account Trigger').item.json.wechat.dedupeKey }} or an order number.",
	);
}

/** Whether the option is on for this node. */
export const isOnlyOnce = (ctx: IExecuteFunctions): boolean =>
	valuesOf(onceFields, parametersOf(ctx, 0)).onlyOnce;

/**
 * Sends something for an item, once; what it gives is for `sendingFields` to say.
 *
 * @throws what `send` throws; UserInputError when there is no key
 */
export async function sendOnce(
	ctx: IExecuteFunctions,
	itemIndex: number,
	outgoing: OnceOutgoing,
	send: (delivery: Delivery) => Promise<IDataObject>,
): Promise<IDataObject> {
	const key = onceKeyOf(ctx, itemIndex, outgoing);
	const records = await storesOf(ctx).of(itemIndex);
	const sending = await onlyOnce(records, { ...outgoing, key }, Date.now(), send);
	return sendingFields({ key, openId: outgoing.openId }, sending);
}
