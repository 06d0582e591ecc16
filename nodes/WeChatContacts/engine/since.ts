import type { Contact } from '../../shared/contact/contact';
import { FOLLOW } from './changes';

/** What became of a follower since a moment. */
export type Since = 'left' | 'silent' | 'written';

/** A moment from which on a follower is looked at. */
export interface Beginning {
	/** Epoch milliseconds. */
	at: number;
	/** What it was; '' when it is only a moment. */
	kind: string;
}

/**
 * Whether a follower has written since a moment, so that WeChat takes messages. Whoever has followed anew is gone for
 * what an earlier follow began: the later one has begun it again.
 */
export function answerSince(contact: Contact | undefined, { at, kind }: Beginning): Since {
	if (!contact?.isFollower || contact.leftAt !== null) return 'left';
	if (kind === FOLLOW && (contact.subscribedAt ?? 0) > at) return 'left';
	return (contact.lastContactAt ?? -Infinity) >= at ? 'written' : 'silent';
}
