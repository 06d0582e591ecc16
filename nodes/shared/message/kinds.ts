/** Kinds of messages that a follower sends (WeChat: receiving standard messages), as the trigger names them. */
export const MESSAGE_KINDS: ReadonlySet<string> = new Set([
	'image',
	'link',
	'location',
	'shortvideo',
	'text',
	'video',
	'voice',
]);
