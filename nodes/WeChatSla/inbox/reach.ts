import type { Background } from '../../shared/contact/profile';
import { interactionsOf } from '../../shared/contact/profile';
import { checkReachability, type Interaction } from '../../shared/message/reachability';
import { toEpoch } from '../../shared/rows/row';
import { RECORD_KEY } from '../check/chats';
import type { EventRow } from '../records/book';

/** Why nothing can be sent. */
export type Barrier = 'answered' | 'closed' | 'left' | 'usedUp';

/** Whether, and how far, somebody can be answered now. */
export type Reach =
	| { can: true; isPublic: true }
	| {
			can: true;
			isPublic: false;
			messagesLeft: number;
			/** Epoch milliseconds. */
			until: number | undefined;
	  }
	| {
			can: false;
			why: Barrier;
			/** Subscription notices that the follower has agreed to. */
			notices: number;
	  };

/** What the cases know of a conversation and nobody else: its messages, and replies in the tool of customer service. */
function fromCases(events: readonly EventRow[], done: Background['done']): Interaction[] {
	const known = new Set(done.map(({ key }) => `event:${key}`));
	return events.flatMap(({ key, kind, at }): Interaction[] => {
		if (kind === 'userMessage' && !known.has(key)) return [{ kind: 'text', at: at ?? 0 }];
		const isRecord = kind === 'personReply' && key.startsWith(RECORD_KEY);
		return isRecord ? [{ kind: 'sent', at: at ?? 0 }] : [];
	});
}

/** Whether WeChat takes a customer service message to a follower now. */
export function reachOfChat(
	background: Pick<Background, 'done' | 'sent'>,
	events: readonly EventRow[],
	{ isFollower, now }: { isFollower: boolean; now: number },
): Reach {
	const all = [...interactionsOf(background), ...fromCases(events, background.done)];
	const found = checkReachability(all, now);
	const notices = found.notices.length;
	if (!isFollower || !found.isFollower) return { can: false, why: 'left', notices: 0 };
	if (found.canWrite) {
		const until = toEpoch(found.until);
		return { can: true, isPublic: false, messagesLeft: found.messagesLeft, until };
	}
	const unused = all.filter(({ kind }) => kind !== 'sent');
	const why = checkReachability(unused, now).canWrite ? 'usedUp' : 'closed';
	return { can: false, why, notices };
}

/** Whether a comment can be answered: it takes one answer, which everybody sees. */
export const reachOfComment = (isAnswered: boolean): Reach =>
	isAnswered ? { can: false, why: 'answered', notices: 0 } : { can: true, isPublic: true };
