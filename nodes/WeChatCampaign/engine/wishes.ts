import { Commands } from '../../shared/commands/commands';
import { wantsMessages, wantsNoMore } from '../../shared/commands/wishes';

/** What a follower wants about messages of campaigns. */
export type Wish = 'declined' | 'granted';

/** Words of the account's own, besides the usual ones. */
export interface WishWords {
	declined: Commands;
	granted: Commands;
}

/** The words of an account, ready for many messages. */
export const wishWords = (
	more: { declined?: readonly string[]; granted?: readonly string[] } = {},
): WishWords => ({
	declined: new Commands(more.declined ?? []),
	granted: new Commands(more.granted ?? []),
});

/** What a text says about messages of campaigns; undefined when it says nothing. */
export function wishOf(text: string, { declined, granted }: WishWords): Wish | undefined {
	// Who is not sure of it gets no more messages.
	if (wantsNoMore(text) || declined.isCalledBy(text)) return 'declined';
	return wantsMessages(text) || granted.isCalledBy(text) ? 'granted' : undefined;
}
