import { DAY_MS } from '../../shared/calendar/days';
import { spelledAsUsual } from '../../shared/message/kinds';
import { activityClassOf } from '../../shared/segment/activity';
import { measureLift, type Group, type Lift } from '../../shared/segment/lift';
import { wishOf, type WishWords } from './wishes';

/** Somebody of a campaign: written to, or held out, at a moment. */
export interface Member {
	openId: string;
	isHeldOut: boolean;
	/** Epoch milliseconds. */
	at: number;
}

/** What a follower did. */
export interface Sign {
	openId: string;
	kind: string;
	at: number;
	text: string;
	/** Money of an order, in fen; null for anything else. */
	amountFen: number | null;
}

/** What came of a member within the days that count. */
export interface Return {
	member: Member;
	/** First sign of life; null when there was none. */
	returnedAt: number | null;
	/** Orders, in fen. */
	amountFen: number;
}

/** What a campaign brought, and what it cost. */
export interface Effect {
	treated: Group;
	heldOut: Group;
	/** People whose days are not over yet. */
	waiting: number;
	/** Undefined while one of the groups is empty. */
	lift?: Lift;
	/** People who came back because of the message, as far as the groups tell. */
	broughtBack: number | null;
	treatedFen: number;
	/** Orders beyond what the people held out make expect, in fen. */
	additionalFen: number | null;
}

/** Whether something that a follower did is a sign of life; to opt out is none. */
function isSign({ kind, text, amountFen }: Sign, words: WishWords): boolean {
	if (amountFen !== null) return true;
	if (wishOf(text, words) === 'declined') return false;
	return activityClassOf(spelledAsUsual(kind)) !== undefined;
}

/** What became of those whose days are over, and how many still have days left. */
export function returnsOf(
	members: readonly Member[],
	signs: readonly Sign[],
	{ days, now, words }: { days: number; now: number; words: WishWords },
): { returns: Return[]; waiting: number } {
	const byPerson = new Map<string, Sign[]>();
	for (const sign of signs) {
		if (!isSign(sign, words)) continue;
		const own = byPerson.get(sign.openId);
		if (own) own.push(sign);
		else byPerson.set(sign.openId, [sign]);
	}
	const isOver = ({ at }: Member): boolean => at + days * DAY_MS <= now;
	const returns = members.filter(isOver).map((member): Return => {
		const until = member.at + days * DAY_MS;
		const own = (byPerson.get(member.openId) ?? []).filter(
			({ at }) => at > member.at && at <= until,
		);
		const first = own.reduce((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
		return {
			member,
			returnedAt: Number.isFinite(first) ? first : null,
			amountFen: own.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0),
		};
	});
	return { returns, waiting: members.length - returns.length };
}

const groupOf = (returns: readonly Return[]): Group => ({
	size: returns.length,
	returned: returns.filter(({ returnedAt }) => returnedAt !== null).length,
});

const fenOf = (returns: readonly Return[]): number =>
	returns.reduce((sum, { amountFen }) => sum + amountFen, 0);

/** Compares those who were written to with those who were held out. */
export function effectOf(returns: readonly Return[], waiting: number): Effect {
	const writtenTo = returns.filter(({ member }) => !member.isHeldOut);
	const others = returns.filter(({ member }) => member.isHeldOut);
	const [treated, heldOut] = [groupOf(writtenTo), groupOf(others)];
	const treatedFen = fenOf(writtenTo);
	if (treated.size === 0 || heldOut.size === 0) {
		return { treated, heldOut, waiting, broughtBack: null, treatedFen, additionalFen: null };
	}
	const lift = measureLift(treated, heldOut);
	const expectedFen = (fenOf(others) / heldOut.size) * treated.size;
	return {
		treated,
		heldOut,
		waiting,
		lift,
		broughtBack: Math.round(lift.difference * treated.size),
		treatedFen,
		additionalFen: Math.round(treatedFen - expectedFen),
	};
}
