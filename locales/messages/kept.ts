/*
 * What looks like a sentence in the sources and is read by machines, or by a person in another way. Everything
 * else that looks like one is a message, and needs its Chinese.
 */

/** Modules whose words are markup, styles, SQL, lists of words, or texts with a language of their own. */
export const KEPT_MODULES: readonly RegExp[] = [
	/^nodes\/WeChatOfficialAccount\/engine\/article\/(?:allowed|parse|themes|tokens|tree)\.ts$/,
	/^nodes\/WeChatSla\/inbox\/page\//,
	/^nodes\/WeChatMetrics\/engine\/(?:chart|page)\//,
	/^nodes\/WeChatMetrics\/engine\/menu\.ts$/,
	/^nodes\/shared\/records\/postgres\/sql\.ts$/,
	/^nodes\/shared\/commands\//,
	/^nodes\/shared\/text\/(?!pattern\.ts)/,
];

/** Calls whose arguments nobody at the canvas sees: faults of the program, what n8n reads, details for a log. */
export const KEPT_CALLS: ReadonlySet<string> = new Set([
	'Error',
	'RangeError',
	'debug',
	'evaluateExpression',
	'info',
	'setHeader',
	'tokenExpired',
	'update',
	'words',
]);

/** Properties of declarations: what n8n shows has its own catalogue, the rest is for documents and n8n alone. */
export const KEPT_PROPERTIES: ReadonlySet<string> = new Set([
	'action',
	'active',
	'baseURL',
	'default',
	'description',
	'displayName',
	'endpoints',
	'hint',
	'holds',
	'inactive',
	'key',
	'keyValue',
	'limits',
	'message',
	'notice',
	'placeholder',
	'subtitle',
	'what',
]);

/** Calls in which those properties are what a person reads when something has happened. */
export const THROWN: ReadonlySet<string> = new Set([
	'CallbackError',
	'NodeApiError',
	'NodeOperationError',
	'RecordsError',
	'UserInputError',
	'WeChatTransportError',
]);

/** Tables of what a person reads in an output, be it a word alone. */
export const TOLD_BY: ReadonlySet<string> = new Set(['REASONS']);

/** Single texts: keys of rows, formats, what is compared, parts of descriptions. */
export const KEPT_TEXTS: ReadonlySet<string> = new Set([
	// Compared, or part of a key.
	'Answer to a comment',
	'Customer service message from the inbox',
	'Error in workflow',
	'Question to staff',
	'Staff message',
	'key {key}',
	'postgres {id} {prefix}',
	'repeat count',
	'success, replied late',
	'tag {tagId}',
	// For documents.
	' per call',
	'{step} days',
	// Names that only n8n reads.
	'Step {position}',
	'WeChat records',
	// The same in both languages.
	'SLA 达标率',
	'VIP',
	// Examples that need no words, and parts of descriptions, which are translated as a whole.
	'Whose message is nothing but such a word ({ASKING}), or who has scanned the code of a group; others go on',
	'Whose message is nothing but such a word ({SAYING}); others go on',
	'e.g. 6B6scMBcDx-F0mVQo8nTBCSnsg5rLFe_rm6YLrYm5WsJ',
	'e.g. anna@gh_account',
	'e.g. {{ $json.query.id }}',
	'joined a group',
	'used a coupon',
	'was given a coupon',
	'was shown the way into a group',
	'wechat_…_{name}: {holds}',
]);
