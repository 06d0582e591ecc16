import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../shared/json';
import { wordsOf } from '../../shared/message/words';
import { collection, optionalText } from '../../shared/operations/fields';
import { RowReader, type Row } from '../../shared/rows/row';
import type { ActivityEvent } from '../engine/step';

/** For input items that are neither items of the trigger nor rows with the usual columns. */
export const eventField = collection(
	'Event',
	'Add field',
	{
		key: optionalText('Event ID', {
			placeholder: 'e.g. {{ $json.wechat.dedupeKey }}',
			description: 'The same for a repeated delivery and for no other event',
		}),
		openId: optionalText('OpenID', { placeholder: 'e.g. {{ $json.wechat.openId }}' }),
		text: optionalText('Text', { description: 'What the person wrote or chose' }),
		at: optionalText('Time', { placeholder: 'e.g. 2026-11-24T09:00:00+08:00' }),
	},
	{
		description:
			'What happened. Items of the trigger and rows with the columns openId, key, at and text need nothing here.',
	},
);

/** What is filled in under *Event*; it goes before what the item says. */
export type EventGiven = Readonly<Record<'at' | 'key' | 'openId' | 'text', string | undefined>>;

/** An item and what is filled in for it. */
export interface EventSource {
	json: IDataObject;
	given: EventGiven;
	itemIndex: number;
	/** Epoch milliseconds, for items that tell no time. */
	now: number;
}

type Column = keyof EventGiven;

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The first of some values that is filled in. */
const firstOf = (...values: unknown[]): unknown => values.find((value) => !isBlank(value));

/** Events that bring words: a tap on the menu brings its key. A QR scene or the page of a link is none. */
export const TAP = 'event.CLICK';

function readerOf({ json, given, itemIndex }: EventSource, needed: Column[]): RowReader {
	const meta: Row = isRecord(json.wechat) ? json.wechat : {};
	const isOtherEvent = String(meta.kind ?? '').startsWith('event.') && meta.kind !== TAP;
	const reader = new RowReader(
		{
			openId: firstOf(given.openId, json.openId, meta.openId, json.FromUserName),
			key: firstOf(given.key, json.key, meta.dedupeKey),
			// The time of the message itself comes first: it stays the same when it is delivered again.
			at: firstOf(given.at, json.at, json.CreateTime, meta.receivedAt),
			text: firstOf(
				given.text,
				json.text,
				wordsOf(json) ?? json.Content,
				isOtherEvent ? undefined : json.EventKey,
			),
		},
		`Item ${itemIndex + 1}`,
	);
	const missing = needed.find((column) => !reader.has(column));
	if (missing === undefined) return reader;
	throw reader.error(
		missing,
		'is missing',
		`Use items of the trigger or rows with a column '${missing}', or fill it in under 'Event'.`,
	);
}

const timeOf = (reader: RowReader, now: number): number =>
	reader.has('at') ? reader.time('at') : now;

/**
 * The event of an item: an item of the trigger, or a row with `openId`, `key`, `at` and `text`.
 *
 * @throws UserInputError when it has no OpenID or no key
 */
export function eventOf(source: EventSource): ActivityEvent {
	const reader = readerOf(source, ['openId', 'key']);
	return {
		openId: reader.text('openId'),
		key: reader.text('key'),
		at: timeOf(reader, source.now),
		text: reader.text('text', ''),
	};
}

/** The person of an item, where nothing is written down and no key is needed. */
export const openIdOf = (source: EventSource): string =>
	readerOf(source, ['openId']).text('openId');

/** What the person of an item wrote, or the menu key that was tapped; '' for everything else. */
export const textOf = (source: EventSource): string => readerOf(source, []).text('text', '');

/** Key and time of something that staff did. */
export function actOf(source: EventSource): { key: string; at: number } {
	const reader = readerOf(source, ['key']);
	return { key: reader.text('key'), at: timeOf(reader, source.now) };
}
