import { CONVERSATION, type Conversation } from '../conversations';
import { DAY_MS } from '../../../shared/calendar/days';
import { interactionsIn, type Facts } from '../facts';
import type { Interaction } from '../interactions';
import { isActivityOffer, isMenuTap, isOwnAction, isParticipation } from '../kinds';
import { ratio, type Measure } from '../measure';
import { boundsOf, type Period } from '../period';

const peopleIn = (rows: readonly Interaction[]): Set<string> =>
	new Set(rows.map(({ openId }) => openId).filter((openId) => openId !== ''));

/**
 * Of people for whom something began, those for whom it led to something within a time. They count when
 * that time is over, in the period in which it ends; so a figure never changes afterwards.
 */
function ledTo(
	facts: Facts,
	{ start, end }: { start: number; end: number },
	within: number,
	isBeginning: (row: Interaction) => boolean,
	isSuccess: (row: Interaction) => boolean,
): Measure {
	const began = new Set<string>();
	const latest = new Map<string, number>();
	const reached = new Set<string>();
	for (const row of interactionsIn(facts, start - within, end)) {
		const beganAt = latest.get(row.openId);
		if (isSuccess(row) && beganAt !== undefined && row.at <= beganAt + within) {
			reached.add(row.openId);
		}
		if (isBeginning(row) && row.openId !== '' && row.at < end - within) {
			began.add(row.openId);
			latest.set(row.openId, row.at);
		}
	}
	return ratio(reached.size, began.size);
}

/** Participants by people told about the activities of the period, or by all followers at its start. */
function participation(facts: Facts, period: Period, rows: readonly Interaction[]): Measure {
	const participants = peopleIn(rows.filter(isParticipation));
	const activities = new Set(
		rows
			.filter((row) => isParticipation(row) || isActivityOffer(row))
			.map(({ activityId }) => activityId),
	);
	if (activities.size === 0) return ratio(undefined, undefined);
	const { end } = boundsOf(period);
	const told = peopleIn(
		facts.interactions.filter(
			(row) => row.at < end && activities.has(row.activityId) && isActivityOffer(row),
		),
	);
	if (told.size > 0) return ratio(participants.size, new Set([...told, ...participants]).size);
	const followers = facts.statistics.last('cumulate_user', period.from - 7, period.from - 1);
	return ratio(participants.size, followers ?? facts.statistics.on('cumulate_user', period.from));
}

const isSolved = ({ wentToPerson, repeatedQuestion, isOpen }: Conversation): boolean =>
	!wentToPerson && !repeatedQuestion && !isOpen;

/** Conversion layer: what taps, questions, invitations and coupons led to. */
export function conversionLayer(facts: Facts, period: Period): Record<string, Measure> {
	const { own } = facts;
	const bounds = boundsOf(period);
	const rows = interactionsIn(facts, bounds.start, bounds.end);
	const active = peopleIn(rows.filter((row) => isOwnAction(row, own)));
	const finished = facts.conversations.filter(
		({ start }) => start >= bounds.start - CONVERSATION && start < bounds.end - CONVERSATION,
	);
	const automatic = finished.filter(({ isFirstAnswerAuto }) => isFirstAnswerAuto);
	return {
		activityParticipationRate: participation(facts, period, rows),
		menuClickRate: ratio(peopleIn(rows.filter(isMenuTap)).size, active.size),
		menuConversionRate: ledTo(facts, bounds, DAY_MS, isMenuTap, ({ kind }) => own.goal.has(kind)),
		autoResolutionRate: ratio(automatic.filter(isSolved).length, automatic.length),
		handOverRate: ratio(
			finished.filter(({ wentToPerson }) => wentToPerson).length,
			finished.length,
		),
		groupJoinRate: ledTo(
			facts,
			bounds,
			DAY_MS,
			({ kind }) => own.groupOffer.has(kind),
			({ kind }) => own.groupJoin.has(kind),
		),
		couponUseRate: ledTo(
			facts,
			bounds,
			7 * DAY_MS,
			({ kind }) => own.couponGiven.has(kind),
			({ kind }) => own.couponUsed.has(kind),
		),
	};
}
