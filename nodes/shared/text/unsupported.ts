/** What WeChat writes in place of a message that it cannot pass on, in the spellings that were seen. */
const UNSUPPORTED =
	/^[【[［]?(?:收到)?不支[持援]的(?:消息|訊息)[类類]型[，,、]?[暂暫][时時]?[无無]法[显顯]示[。.]?[】\]］]?[。.]?$/;

/** Without it no notice needs to be looked for. */
const ANY = /[显顯]/;

/** Longer texts are not looked at: the notice has twenty characters. */
const MAX_LENGTH = 60;

/** Whether a text is WeChat's notice that it could not pass on a message, and nothing that the follower wrote. */
export function isUnsupportedNotice(text: string): boolean {
	return text.length <= MAX_LENGTH && ANY.test(text) && UNSUPPORTED.test(text.replace(/\s/g, ''));
}
