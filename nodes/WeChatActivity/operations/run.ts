import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { nowOf, optionsOf } from '../../shared/engagement/fields';
import { knownRows } from '../../shared/engagement/rows';
import { UserInputError } from '../../shared/inputError';
import { RowReader, type Row } from '../../shared/rows/row';
import { Book } from '../engine/book';
import { readRows } from '../engine/row';
import type { ActivityEvent, Window } from '../engine/step';

const isObject = (value: unknown): value is Row => typeof value === 'object' && value !== null;

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === '';

/** The first of some values that is filled in. */
const firstOf = (...values: unknown[]): unknown => values.find((value) => !isBlank(value));

/** One run of the node: its items, fields and known rows. */
export class Run {
	constructor(readonly ctx: IExecuteFunctions) {}

	/** Whether the items are the known rows, so that there is one answer for all of them. */
	get isWhole(): boolean {
		return this.ctx.getNodeParameter('rowsFrom', 0, '') === 'firstInput';
	}

	/** Rows that a field group of `rowsFields` points to. */
	rows(name: string, label: string): Row[] {
		if (this.ctx.getNodeParameter(`${name}From`, 0) !== 'firstInput') {
			return knownRows(this.ctx, name, label);
		}
		const rows = this.ctx.getInputData().map(({ json }): Row => json);
		return rows.filter((row) => Object.keys(row).length > 0);
	}

	/** The known rows of the activities. */
	book(): Book {
		return new Book(readRows(this.rows('rows', 'Known Rows')));
	}

	/** A list that is defined in the node (`<name>.entry`) or comes as JSON. */
	list(name: string, label: string): Row[] {
		if (this.ctx.getNodeParameter(`${name}From`, 0) === 'json') {
			return knownRows(this.ctx, name, label);
		}
		return this.entries(`${name}Defined`);
	}

	/** The entries of a fixed collection. */
	entries(name: string): Row[] {
		const entries: unknown = this.ctx.getNodeParameter(`${name}.entry`, 0, []);
		return Array.isArray(entries) ? entries.filter(isObject) : [];
	}

	/** A reader of fields of an item, by their labels. */
	reader(fields: Record<string, unknown>, itemIndex: number): RowReader {
		return new RowReader(fields, `Item ${itemIndex + 1}`);
	}

	/** Text of a field; '' when it is blank. */
	text(name: string, label: string, itemIndex: number): string {
		const value: unknown = this.ctx.getNodeParameter(name, itemIndex, '');
		return this.reader({ [label]: value }, itemIndex)
			.text(label, '')
			.trim();
	}

	/** Text of a field that has to be filled in. */
	required(name: string, label: string, itemIndex: number): string {
		const text = this.text(name, label, itemIndex);
		if (text !== '') return text;
		throw new UserInputError(
			`[Item ${itemIndex + 1}] '${label}' is empty`,
			`Fill in '${label}'. If it is an expression, check that the item has the value.`,
		);
	}

	number(name: string, label: string, itemIndex: number, min = 0): number {
		const value: unknown = this.ctx.getNodeParameter(name, itemIndex, '');
		return this.reader({ [label]: value }, itemIndex).number(label, { min, integer: true });
	}

	activityId(itemIndex: number): string {
		return this.required('activityId', 'Activity ID', itemIndex);
	}

	options(): IDataObject {
		return optionsOf(this.ctx, 0);
	}

	/** A number of the options; `fallback` when it is not set. */
	option(name: string, label: string, fallback: number, min = 0): number {
		const reader = new RowReader({ [label]: this.options()[name] }, 'Options');
		return reader.number(label, { fallback, min, integer: true });
	}

	optionText(name: string, fallback = ''): string {
		const value = this.options()[name];
		return isBlank(value) ? fallback : String(value);
	}

	optionFlag(name: string, fallback: boolean): boolean {
		const value = this.options()[name];
		return typeof value === 'boolean' ? value : fallback;
	}

	/** A time of the options, epoch milliseconds. */
	optionTime(name: string, label: string): number | undefined {
		const reader = new RowReader({ [label]: this.options()[name] }, 'Options');
		return reader.has(label) ? reader.time(label) : undefined;
	}

	window(): Window {
		return {
			startsAt: this.optionTime('startsAt', 'Starts At'),
			endsAt: this.optionTime('endsAt', 'Ends At'),
		};
	}

	now(itemIndex: number): number {
		return nowOf(this.ctx, itemIndex);
	}

	json(itemIndex: number): IDataObject {
		return this.ctx.getInputData()[itemIndex]?.json ?? {};
	}

	/**
	 * The event of an item: an item of the trigger, or a row with `openId`, `key`, `at` and `text`. What is
	 * filled in under *Event* goes before.
	 *
	 * @throws UserInputError when it has no OpenID or no key
	 */
	event(itemIndex: number): ActivityEvent {
		const reader = this.eventReader(itemIndex, ['openId', 'key']);
		return {
			openId: reader.text('openId'),
			key: reader.text('key'),
			at: reader.has('at') ? reader.time('at') : this.now(itemIndex),
			text: reader.text('text', ''),
		};
	}

	/** The person of an item, where nothing is written down and no key is needed. */
	openId(itemIndex: number): string {
		return this.eventReader(itemIndex, ['openId']).text('openId');
	}

	/** Key and time of something that staff did. */
	act(itemIndex: number): { key: string; at: number } {
		const reader = this.eventReader(itemIndex, ['key']);
		const at = reader.has('at') ? reader.time('at') : this.now(itemIndex);
		return { key: reader.text('key'), at };
	}

	private eventReader(itemIndex: number, needed: string[]): RowReader {
		const json = this.json(itemIndex);
		const given: unknown = this.ctx.getNodeParameter('event', itemIndex, {});
		const set = isObject(given) ? given : {};
		const meta: Row = isObject(json.wechat) ? json.wechat : {};
		const reader = this.reader(
			{
				openId: firstOf(set.openId, json.openId, meta.openId, json.FromUserName),
				key: firstOf(set.key, json.key, meta.dedupeKey),
				// The time of the message itself comes first: it stays the same when it is delivered again.
				at: firstOf(set.at, json.at, json.CreateTime, meta.receivedAt),
				text: firstOf(set.text, json.text, json.Content, json.EventKey),
			},
			itemIndex,
		);
		const missing = needed.find((column) => !reader.has(column));
		if (missing === undefined) return reader;
		throw reader.error(
			missing,
			'is missing',
			`Use items of the trigger or rows with a column '${missing}', or fill it in under 'Event'.`,
		);
	}
}
