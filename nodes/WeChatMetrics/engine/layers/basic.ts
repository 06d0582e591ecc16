import { boundsOf, type Period } from '../period';
import { interactionsIn, type Facts } from '../facts';
import type { Interaction } from '../interactions';
import { isComment, isFollow, isMessage, isOwnAction, isUnfollow } from '../kinds';
import { figure, ratio, type Measure } from '../measure';
import { ascending, quantile } from '../order';
import { metBy } from '../clocks';

/** Counts rows of a period; undefined where no row can be expected, because recording began later. */
function counted(
	facts: Facts,
	period: Period,
	rows: readonly Interaction[],
	isCounted: (row: Interaction) => boolean,
): number | undefined {
	return period.to < facts.knownFrom ? undefined : rows.filter(isCounted).length;
}

/** Times to the first answer by a person, in seconds, of answers given in the period. */
function firstResponses(facts: Facts, start: number, end: number): number[] {
	const times: number[] = [];
	const add = (askedAt: number, answeredAt: number | undefined) => {
		if (answeredAt !== undefined && answeredAt >= start && answeredAt < end) {
			times.push(Math.max(0, answeredAt - askedAt) / 1_000);
		}
	};
	for (const { start: askedAt, firstPersonAnswerAt } of facts.conversations) {
		add(askedAt, firstPersonAnswerAt);
	}
	for (const { at, personAnsweredAt } of facts.comments) add(at, personAnsweredAt);
	return ascending(times);
}

function replyShare(facts: Facts, start: number, end: number): Measure {
	const inside = (at: number) => at >= start && at < end;
	const conversations = facts.conversations.filter((conversation) => inside(conversation.start));
	const comments = facts.comments.filter(({ at }) => inside(at));
	const answered =
		conversations.filter(({ firstAnswerAt }) => firstAnswerAt !== undefined).length +
		comments.filter(({ answeredAt }) => answeredAt !== undefined).length;
	return ratio(answered, conversations.length + comments.length);
}

/** Basic layer: reading, following, messages and how they are answered. */
export function basicLayer(facts: Facts, period: Period): Record<string, Measure> {
	const { statistics, own } = facts;
	const { from, to } = period;
	const { start, end } = boundsOf(period);
	const rows = interactionsIn(facts, start, end);
	const count = (isCounted: (row: Interaction) => boolean) =>
		counted(facts, period, rows, isCounted);
	const reads = statistics.sum('read_user', from, to);
	const gained = statistics.sum('new_user', from, to) ?? count(isFollow);
	const lost = statistics.sum('cancel_user', from, to) ?? count(isUnfollow);
	const acts = rows.filter((row) => row.openId !== '' && isOwnAction(row, own));
	const active = new Set(acts.map(({ openId }) => openId));
	const responses = firstResponses(facts, start, end);
	const { met, all } = metBy(facts.clocks, start, end);
	const rowsOf = (isKept: boolean, isCounted: (row: Interaction) => boolean) =>
		isKept ? count(isCounted) : undefined;
	return {
		reads: figure(reads),
		likeRate: ratio(statistics.sum('like_user', from, to), reads),
		shareRate: ratio(statistics.sum('share_user', from, to), reads),
		favouriteRate: ratio(statistics.sum('collection_user', from, to), reads),
		wowRate: ratio(statistics.sum('zaikan_user', from, to), reads),
		comments: figure(
			statistics.sum('comment_count', from, to) ?? rowsOf(facts.comments.length > 0, isComment),
		),
		followers: figure(statistics.last('cumulate_user', from, to)),
		newFollowers: figure(gained),
		lostFollowers: figure(lost),
		netFollowers: figure(gained === undefined || lost === undefined ? undefined : gained - lost),
		activeUsers: figure(period.to < facts.knownFrom ? undefined : active.size),
		messages: figure(statistics.sum('msg_count', from, to) ?? rowsOf(facts.hasMessages, isMessage)),
		replyShare: replyShare(facts, start, end),
		firstResponseMedian: figure(quantile(responses, 0.5)),
		firstResponseP90: figure(quantile(responses, 0.9)),
		slaMet: ratio(met, all),
	};
}
