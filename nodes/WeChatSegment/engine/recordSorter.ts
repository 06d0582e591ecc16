import { DEPARTURES, spelledAsUsual } from '../../shared/message/kinds';
import type { RowOf } from '../../shared/records/table';
import type { comments } from '../../shared/records/tables/comments';
import type { contacts } from '../../shared/records/tables/contacts';
import type { interactions } from '../../shared/records/tables/interactions';
import { activityClassOf, type Weights } from '../../shared/segment/activity';
import type { ActivityLog } from './activityLog';

/** Puts what the records tell of followers into the log. What happened after now does not count yet. */
export class RecordSorter {
	private readonly people = new Set<string>();

	constructor(
		private readonly log: ActivityLog,
		private readonly weights: Weights,
		private readonly now: number,
	) {}

	/** A follower, who may never have done anything. */
	addContact({ openId, subscribedAt, lastAt, isFollower }: RowOf<typeof contacts>): void {
		if (openId === '') return;
		this.people.add(openId);
		const isPast = (at: number | null): at is number => at !== null && at <= this.now;
		this.log.know(openId, {
			...(isPast(subscribedAt) ? { firstAt: subscribedAt } : {}),
			...(isPast(lastAt) ? { lastAt } : {}),
		});
		if (!isFollower) this.log.follows(openId, this.now, false);
	}

	/** What a follower did or ordered; what the account did itself is no sign of life. */
	addInteraction(row: RowOf<typeof interactions>): void {
		const { key, openId, at, amountFen, isOutgoing, points } = row;
		if (openId === '' || at === null || at > this.now || isOutgoing) return;
		if (amountFen !== null) {
			this.log.addOrder(openId, at, amountFen, key);
			return;
		}
		const kind = spelledAsUsual(row.kind);
		const group = activityClassOf(kind);
		if (kind === 'event.subscribe' || DEPARTURES.has(kind)) {
			this.log.follows(openId, at, kind === 'event.subscribe');
		}
		if (group) this.log.add(openId, at, points ?? this.weights[group], key);
	}

	/** A comment of somebody among the followers who were added; people who do not follow comment as well. */
	addComment({ key, openId, commentedAt }: RowOf<typeof comments>): void {
		if (!this.people.has(openId) || commentedAt === null || commentedAt > this.now) return;
		this.log.add(openId, commentedAt, this.weights.comment, key);
	}
}
