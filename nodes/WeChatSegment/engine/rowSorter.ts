import { DEPARTURES, spelledAsUsual } from '../../shared/message/kinds';
import type { RowReader } from '../../shared/rows/row';
import { activityClassOf, type Weights } from '../../shared/segment/activity';
import type { ActivityLog } from './activityLog';
import { DAY_MS } from '../../shared/calendar/days';

/** Columns by which a row is known as one of sums per follower. */
const CONTACT_COLUMNS = [
	'frequency',
	'isFollower',
	'lastAt',
	'monetary',
	'recencyDays',
	'subscribedAt',
];

/** Puts rows of interactions, orders and contacts into the log; those after now do not count yet. */
export class RowSorter {
	constructor(
		private readonly log: ActivityLog,
		private readonly weights: Weights,
		private readonly now: number,
	) {}

	/** @throws UserInputError when the row is none of the three, or a column cannot be read */
	add(reader: RowReader): string {
		const openId = reader.text('openId');
		if (reader.has('amount')) this.addOrder(reader, openId);
		else if (reader.has('kind')) this.addInteraction(reader, openId);
		else if (CONTACT_COLUMNS.some((column) => reader.has(column))) this.addContact(reader, openId);
		else {
			throw reader.error(
				'kind',
				'is missing, and so is every other column that could tell what the row is',
				"Interactions have 'kind' and 'at', orders 'amount' and 'at', contacts 'lastAt' or 'recencyDays'.",
			);
		}
		return openId;
	}

	private addOrder(reader: RowReader, openId: string): void {
		const amount = reader.number('amount', { min: 0, integer: true });
		const at = reader.time('at');
		if (at <= this.now) this.log.addOrder(openId, at, amount, this.keyOf(reader));
	}

	private addInteraction(reader: RowReader, openId: string): void {
		const kind = spelledAsUsual(reader.text('kind'));
		const at = reader.time('at');
		const group = activityClassOf(kind);
		const points = reader.number('points', { fallback: group ? this.weights[group] : 0, min: 0 });
		if (at > this.now) return;
		if (kind === 'event.subscribe' || DEPARTURES.has(kind)) {
			this.log.follows(openId, at, kind === 'event.subscribe');
		}
		if (group) this.log.add(openId, at, points, this.keyOf(reader));
		// What the phone, the staff or WeChat report of somebody does not bring back who has left.
		else if (!kind.startsWith('event.')) this.log.know(openId, {});
	}

	private addContact(reader: RowReader, openId: string): void {
		const number = (column: string) =>
			reader.has(column) ? reader.number(column, { min: 0 }) : undefined;
		const time = (column: string) => (reader.has(column) ? reader.time(column) : undefined);
		const recencyDays = number('recencyDays');
		this.log.know(openId, {
			firstAt: time('subscribedAt'),
			lastAt:
				time('lastAt') ?? (recencyDays === undefined ? undefined : this.now - recencyDays * DAY_MS),
			frequency: number('frequency'),
			monetary: number('monetary'),
			gapDays: number('medianGapDays'),
		});
		if (!reader.flag('isFollower', true)) this.log.follows(openId, this.now, false);
	}

	/** Without a key, kind and time tell two rows of a follower apart. */
	private keyOf(reader: RowReader): string | undefined {
		if (reader.has('key')) return reader.text('key');
		return reader.has('kind') ? `${reader.text('kind')}|${reader.time('at')}` : undefined;
	}
}
