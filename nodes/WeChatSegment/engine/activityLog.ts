import { integerAt } from './typedArrays';
import { ActivityRows } from './activityRows';
import { FEW, FloatColumn, sortRows } from './columns';
import type { ContactRules, Contacts, Known } from './contacts';
import { dayOf } from '../../shared/calendar/days';
import { hash53 } from './hash';
import { NameIndex } from './nameIndex';
import { largest, medianOf } from './numbers';

/** Value of a row in the column of what does not belong to it. */
const NONE = Number.NaN;

/**
 * Takes the activities of all followers, one after the other and in any order, and sums them up per
 * follower. A row that comes twice (same key) counts once. Numbers are kept in typed arrays, so that
 * millions of rows fit.
 */
export class ActivityLog {
	private readonly people = new NameIndex();
	private readonly rows = new ActivityRows();
	private readonly firstAt = new FloatColumn(NONE);
	private readonly lastAt = new FloatColumn(NONE);
	private readonly frequency = new FloatColumn(NONE);
	private readonly monetary = new FloatColumn(NONE);
	private readonly gapDays = new FloatColumn(NONE);
	private readonly leftAt = new FloatColumn(NONE);
	private readonly joinedAt = new FloatColumn(NONE);
	private hasOrders = false;

	/**
	 * An activity.
	 *
	 * @param at epoch milliseconds
	 * @param key by which a repeated row is known; without it, time and points
	 */
	add(openId: string, at: number, points: number, key?: string): void {
		this.push(openId, at, points, NONE, key);
	}

	/** An order; `amount` in fen. It is an activity without points. */
	addOrder(openId: string, at: number, amount: number, key?: string): void {
		this.hasOrders = true;
		this.push(openId, at, 0, amount, key);
	}

	/** The person followed or left; the latest of all such events counts, leaving at a tie. */
	follows(openId: string, at: number, isFollower: boolean): void {
		const index = this.people.indexOf(openId);
		raise(isFollower ? this.joinedAt : this.leftAt, index, at);
	}

	/** Facts from elsewhere. Where several rows tell different things the largest counts. */
	know(openId: string, { firstAt, lastAt, frequency, monetary, gapDays }: Known): void {
		const index = this.people.indexOf(openId);
		if (firstAt !== undefined && !(this.firstAt.get(index) <= firstAt)) {
			this.firstAt.set(index, firstAt);
		}
		if (lastAt !== undefined) raise(this.lastAt, index, lastAt);
		if (frequency !== undefined) raise(this.frequency, index, frequency);
		if (monetary !== undefined) raise(this.monetary, index, monetary);
		if (gapDays !== undefined) raise(this.gapDays, index, gapDays);
	}

	/** Sums up what was added. */
	finish(rules: ContactRules): Contacts {
		const count = this.people.names.length;
		const column = () => new Float64Array(count).fill(NONE);
		const contacts: Contacts = {
			openIds: this.people.names,
			firstAt: column(),
			lastAt: column(),
			recencyDays: column(),
			frequency: column(),
			monetary: column(),
			gapDays: column(),
			activeDays: column(),
			isFollower: new Uint8Array(count),
		};
		const { starts, order } = this.rows.byOwner(count);
		const useOrders = rules.monetaryOf === 'auto' ? this.hasOrders : rules.monetaryOf === 'orders';
		for (let index = 0; index < count; index++) {
			const start = integerAt(starts, index);
			const end = this.keepDistinct(order, start, integerAt(starts, index + 1), rules.now);
			this.sumUp(contacts, index, order, start, end, rules, useOrders);
		}
		return contacts;
	}

	private push(openId: string, at: number, points: number, amount: number, key?: string): void {
		const identity = hash53(key ?? `${at}|${points}|${amount}`);
		this.rows.push(this.people.indexOf(openId), at, identity, points, amount);
	}

	private readonly byTime = (a: number, b: number): number =>
		this.rows.at(a) - this.rows.at(b) ||
		this.rows.points(a) - this.rows.points(b) ||
		this.rows.amount(a) - this.rows.amount(b);

	/**
	 * Puts the rows of one follower that count in front, by time: those up to now, each key once (its
	 * earliest row).
	 *
	 * @returns where they end
	 */
	private keepDistinct(rows: Int32Array, start: number, end: number, now: number): number {
		sortRows(rows, start, end, this.byTime);
		const isKept = this.keptIn(rows, start, end);
		let kept = start;
		for (let place = start; place < end; place++) {
			const row = integerAt(rows, place);
			if (this.rows.at(row) > now) break;
			if (!isKept(this.rows.identity(row), kept)) rows[kept++] = row;
		}
		return kept;
	}

	/** Whether a key is among the rows kept so far: a look along the few of most people, else a set. */
	private keptIn(rows: Int32Array, start: number, end: number) {
		if (end - start <= FEW) {
			return (identity: number, kept: number): boolean => {
				for (let place = start; place < kept; place++) {
					if (this.rows.identity(integerAt(rows, place)) === identity) return true;
				}
				return false;
			};
		}
		const seen = new Set<number>();
		return (identity: number): boolean => {
			const isKnown = seen.has(identity);
			seen.add(identity);
			return isKnown;
		};
	}

	private sumUp(
		contacts: Contacts,
		index: number,
		rows: Int32Array,
		start: number,
		end: number,
		{ now, windowDays, frequencyOf }: ContactRules,
		useOrders: boolean,
	): void {
		const today = dayOf(now);
		const gaps: number[] = [];
		let [activeDays, frequency, monetary, lastDay] = [0, 0, 0, Number.NEGATIVE_INFINITY];
		for (let place = start; place < end; place++) {
			const row = integerAt(rows, place);
			const day = dayOf(this.rows.at(row));
			const isNewDay = day !== lastDay;
			if (isNewDay && activeDays > 0) gaps.push(day - lastDay);
			if (isNewDay) activeDays += 1;
			lastDay = day;
			if (day <= today - windowDays) continue;
			if (isNewDay || frequencyOf === 'events') frequency += 1;
			const value = useOrders ? this.rows.amount(row) : this.rows.points(row);
			if (!Number.isNaN(value)) monetary += value;
		}
		const ownFirst = end > start ? this.rows.at(integerAt(rows, start)) : NONE;
		const ownLast = end > start ? this.rows.at(integerAt(rows, end - 1)) : NONE;
		const lastAt = largest(ownLast, this.lastAt.get(index));
		const joinedAt = this.joinedAt.get(index);
		const firstAt = -largest(
			-ownFirst,
			largest(-this.firstAt.get(index), largest(-joinedAt, -this.lastAt.get(index))),
		);
		contacts.firstAt[index] = firstAt;
		contacts.lastAt[index] = lastAt;
		const since = Number.isNaN(lastAt) ? firstAt : lastAt;
		contacts.recencyDays[index] = Number.isNaN(since) ? 0 : today - dayOf(Math.min(since, now));
		contacts.frequency[index] = largest(frequency, this.frequency.get(index));
		contacts.monetary[index] = largest(monetary, this.monetary.get(index));
		contacts.gapDays[index] = largest(medianOf(gaps), this.gapDays.get(index));
		contacts.activeDays[index] = activeDays;
		contacts.isFollower[index] = this.leftAt.get(index) >= largest(joinedAt, -Infinity) ? 0 : 1;
	}
}

function raise(column: FloatColumn, index: number, value: number): void {
	column.set(index, largest(value, column.get(index)));
}
