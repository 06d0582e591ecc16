import { normalise, stripPunctuation } from '../../shared/text/normalise';

/** What a follower wants about messages of campaigns. */
export type Wish = 'declined' | 'granted';

const OPT_OUT =
	'退订 TD 取消订阅 取消提醒 不再接收 不要再发 不要再发了 别再发了 不要提醒 不用提醒 不用了谢谢 勿扰 unsubscribe stop';
const OPT_IN = '提醒我 开启提醒 恢复订阅 订阅提醒 同意接收 同意提醒';

/** Longer texts are no command, whatever they hold. */
const MOST_CHARACTERS = 30;

/** A text as words are compared: its letters and digits. */
const plain = (text: string): string => stripPunctuation(normalise(text)).replace(/^回复/, '');

/** Words as they are compared. */
const asWords = (words: readonly string[]): ReadonlySet<string> =>
	new Set(words.map(plain).filter((word) => word !== ''));

/** Words by which followers say what they want. */
export interface WishWords {
	declined: ReadonlySet<string>;
	granted: ReadonlySet<string>;
}

/** The usual words, and more of them. */
export const wishWords = (
	more: { declined?: readonly string[]; granted?: readonly string[] } = {},
): WishWords => ({
	declined: asWords([...OPT_OUT.split(' '), ...(more.declined ?? [])]),
	granted: asWords([...OPT_IN.split(' '), ...(more.granted ?? [])]),
});

/** Whether a text is one of some words, and nothing else. */
export const isOneOf = (text: string, words: readonly string[]): boolean =>
	text.length <= MOST_CHARACTERS && asWords(words).has(plain(text));

/** What a text says about messages of campaigns; undefined when it says nothing. */
export function wishOf(text: string, { declined, granted }: WishWords): Wish | undefined {
	if (text.length > MOST_CHARACTERS) return undefined;
	const word = plain(text);
	// Who is not sure of it gets no more messages.
	if (declined.has(word)) return 'declined';
	return granted.has(word) ? 'granted' : undefined;
}
