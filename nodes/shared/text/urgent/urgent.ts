import { once } from 'lodash';
import { normalise } from '../normalise';
import { UrgentFinder } from './finder';
import type { Urgent, UrgentKind } from './kinds';
import { isUnlikely, likeUrgent } from './likeness';
import { joined, tidy } from './tidy';
import type { Spotted } from './wordLists';
import { FAMILIES } from './words';

export { URGENT_KINDS, type Urgent, type UrgentKind } from './kinds';

/** The kind that stands apart. */
export const SELF_HARM = 'selfHarm' satisfies UrgentKind;

const finder = once(() => new UrgentFinder(FAMILIES));

/**
 * What in a text cannot wait: one entry for each kind, `selfHarm` first; empty for most texts. Words alone do not
 * count (12345 as a number of a member, 会过敏吗, 跳楼价): what happened to whom has to be told, or threatened with.
 * The time is linear in the length of the text, of which `normalise` bounds the length.
 *
 * @param text as written
 */
export function urgentIn(text: string): Urgent[] {
	return urgentInNormalised(normalise(text));
}

/** The same for a text that is in the form of `normalise` already. */
export function urgentInNormalised(text: string): Urgent[] {
	const plain = tidy(text);
	const spotted = finder().spot(plain);
	const ruled = ruledInTidy(plain, spotted);
	const lists = spotted.names();
	if (ruled.length === 0) return likeUrgent(plain, lists);
	// A word too many costs a look, a word too few a life.
	return ruled[0]?.kind !== SELF_HARM && isUnlikely(plain, lists) ? [] : ruled;
}

/** What the rules find, and what the likeness is judged by; for learning it. */
export function readForLearning(text: string): { plain: string; marks: string[]; ruled: Urgent[] } {
	const plain = tidy(normalise(text));
	const spotted = finder().spot(plain);
	return { plain, marks: spotted.names(), ruled: ruledInTidy(plain, spotted) };
}

function ruledInTidy(plain: string, spotted: Spotted): Urgent[] {
	const found = finder().find(spotted);
	if (found[0]?.kind === SELF_HARM) return found;
	const closer = joined(plain);
	if (closer === plain) return found;
	const hidden = finder().find(finder().spot(closer));
	return [...hidden.filter(({ kind }) => kind === SELF_HARM), ...found];
}

/** Whether a machine had better not answer: all kinds but a deadline, which a ready answer may well meet. */
export const needsPerson = (kind: UrgentKind): boolean => kind !== 'deadline';
