/**
 * What the package does by itself when WeChat answers with a code.
 * - `refreshToken`: get a fresh access token and send the call once more
 * - `retryBusy`, `retrySecond`, `retryMinute`: the platform did nothing yet; wait and repeat
 * - `none`: the person has to act
 */
export type Reaction = 'refreshToken' | 'retryBusy' | 'retrySecond' | 'retryMinute' | 'none';

export interface ErrorAdvice {
	/** What happened, in words. */
	meaning: string;
	/** What the person can do about it. */
	advice: string;
	reaction: Reaction;
}

type Row = [codes: number[], meaning: string, advice: string, reaction?: Reaction];

const ASK_AGAIN = 'Nothing was changed. Run the workflow again in a minute.';
const CHECK_ID =
	'Check the value in the node; it may belong to another account or may have been deleted.';
const REPORT = 'This is not caused by your data. Please report it to the maintainers with the rid.';
const PLATFORM =
	'the WeChat Developer Platform (微信开发者平台, developers.weixin.qq.com/platform)';
const CONSOLE = 'Open the WeChat console (mp.weixin.qq.com) and look at the notices there.';

/**
 * WeChat's error codes and what a non-developer can do about each. Meanings follow the platform's
 * global error table; a code may stand for several causes, then the advice names the usual ones.
 */
export const ERROR_ROWS: readonly Row[] = [
	// Platform state
	[[-1], 'WeChat is busy', ASK_AGAIN, 'retryBusy'],
	[[61450], 'WeChat customer service system is busy', ASK_AGAIN, 'retryBusy'],
	[[268487001], 'WeChat is busy with another change of the same list', ASK_AGAIN, 'retryBusy'],
	[
		[45011],
		'Too many calls in a minute',
		'Add a Wait node or lower the batch size, then run again.',
		'retryMinute',
	],
	[
		[44990],
		'Too many calls in a second',
		'Lower the number of parallel runs, then run again.',
		'retrySecond',
	],
	[
		[42010],
		'Broadcasts were sent too fast',
		'Wait a minute between two broadcasts.',
		'retryMinute',
	],
	[
		[45066],
		'The same broadcast was repeated within a minute',
		'Wait a minute, then run again.',
		'retryMinute',
	],

	// Access token and credential
	[
		[40001, 40014, 42001, 42007],
		'WeChat did not accept the access token',
		'Check AppID and AppSecret in the credential. If another system fetches tokens of this account through the old cgi-bin/token call, switch it to cgi-bin/stable_token.',
		'refreshToken',
	],
	[[41001], 'The access token is missing', REPORT],
	[
		[40029, 40163, 42003],
		'The authorization code is not valid or was used',
		'A code works once, for five minutes. Send the person to the authorization link again.',
	],
	[
		[40030, 42002],
		'The authorization of the person has ended',
		'It lasts 30 days. Send the person to the authorization link again.',
	],
	[
		[40002],
		'A value of the call is not valid',
		'Check the ID that you gave, e.g. the Publication ID. When the call for the access token is refused, report it to the maintainers.',
	],
	[
		[40013],
		'The AppID is not valid',
		`Copy the AppID again from Basic Information (基础信息) of ${PLATFORM} into the credential.`,
	],
	[
		[40125],
		'The AppSecret is not valid',
		`The AppSecret is wrong or was reset. Copy the present one from Development Keys (开发密钥) of ${PLATFORM} into the credential.`,
	],
	[
		[40164],
		'The IP address of this n8n is not in the IP whitelist',
		`Add the address to the API IP whitelist (IP 白名单) in Development Keys (开发密钥) of ${PLATFORM}; it takes some minutes. If the address changes often, set API Base URL in the credential to a proxy with a fixed address.`,
	],
	[
		[40243],
		'The AppSecret is frozen',
		`Unfreeze it in Development Keys (开发密钥) of ${PLATFORM}.`,
	],
	[[41002], 'The AppID is missing', 'Fill in AppID in the credential.'],
	[[41004], 'The AppSecret is missing', 'Fill in AppSecret in the credential.'],
	[
		[89501, 89503],
		'The account administrator has to confirm this IP address',
		'Ask the administrator to confirm the request that WeChat sent to their phone, then run again.',
	],
	[
		[89504, 89505],
		'The call is waiting for the account administrator',
		'Ask the administrator to confirm in WeChat within 30 minutes.',
	],
	[
		[89506, 89507],
		'The account administrator refused this IP address',
		'Agree with the administrator, then try again after an hour (89507) or a day (89506).',
	],
	[
		[61024],
		'The AppID belongs to a third-party platform',
		'Use the AppID of the Official Account itself.',
	],
	[
		[61003, 61007, 61016],
		'The account has not authorized this third-party platform',
		'Use AppID and AppSecret of the Official Account itself.',
	],

	// Abilities of the account
	[
		[48001, 50001, 61004],
		'This account is not allowed to call this API',
		'The account type or its verification lacks this ability: templates, QR codes and web authorization need a verified service account, most others a verified account; verified means certified as an enterprise (企业认证). See the account table in the README.',
	],
	[
		[48002],
		'The follower has switched off messages from this account',
		'The message cannot be delivered to this person.',
	],
	[
		[48003],
		'The broadcast agreement has not been accepted',
		'Accept it once in the WeChat console.',
	],
	[[48004], 'WeChat has banned this API for the account', CONSOLE],
	[[48005], 'The material is used by a menu or an auto-reply', 'Remove it there first.'],
	[
		[48006],
		'All quota resets of this month are used',
		'Wait until next month; an account has ten a month.',
	],
	[[48008], 'This account may not send this kind of message', 'Choose another message type.'],
	[
		[45103, 45106, 48009],
		'WeChat has retired this call',
		'Use the operation that took its place, e.g. drafts instead of news in the material library; update the package if there is a newer one.',
	],
	[[45102, 45501], 'WeChat has blocked this API for a while', CONSOLE],
	[[45087, 45094], 'WeChat has blocked customer service messages of the account', CONSOLE],
	[
		[43104],
		'The account has no permission for this kind of notice',
		'Switch subscription notices (订阅通知) on in the WeChat console.',
	],
	[[43106], 'WeChat lets the account add no templates, as a punishment', CONSOLE],
	[[49001], 'The AppID is that of another account', 'Use the credential of the same account.'],
	[
		[48021],
		'The draft was only saved automatically',
		'Open the draft in the WeChat console and save it once by hand.',
	],
	[[50002, 50003], 'The account is restricted or frozen', CONSOLE],
	[[50004, 50007], 'The account is punished or closed and may not use tokens', CONSOLE],

	// People
	[
		[40003],
		'The OpenID is not valid',
		'The OpenID is misspelled, or belongs to a follower of another account.',
	],
	[
		[43004, 50005],
		'The person does not follow the account',
		'They have unfollowed, or never followed. Remove them from the list.',
	],
	[
		[43006, 43019],
		'The person is in the blacklist',
		'Remove them from the blacklist in the WeChat console first.',
	],
	[
		[43101],
		'The person has not agreed to this notice, or the agreement is used up',
		'Each agreement allows one notice. Ask for it again in an article, a menu or a web page.',
	],
	[
		[49003],
		'The OpenID does not belong to this account',
		'Use the OpenIDs of this account; the same person has another one in each account.',
	],
	[
		[40031, 40032],
		'The list of OpenIDs is too long or not valid',
		'Check the OpenIDs and the number of recipients.',
	],
	[[40130], 'The list needs at least two OpenIDs', 'Add a second recipient.'],
	[[44005], 'The list is empty', 'Fill in at least one entry.'],
	[[45019], 'The list of OpenIDs is too long', 'Split it into several items.'],
	[
		[40132],
		'The WeChat ID is not valid',
		'Use the WeChat ID (微信号) of a person who follows the account, as it stands in their profile.',
	],
	[
		[40092],
		'The remark is not valid',
		'A remark has fewer than 30 bytes (about 10 Chinese characters).',
	],
	[
		[70000],
		'WeChat blocked the message to protect a minor',
		'The message cannot be delivered to this person.',
	],

	// Media and content
	[
		[40007],
		'The media ID is not valid',
		'Temporary media live three days. Upload the file again and use the new ID.',
	],
	[
		[41006, 46001],
		'The media does not exist',
		'It may have been deleted. Upload the file again and use the new ID.',
	],
	[
		[40128],
		'WeChat wants a permanent file here',
		"Upload it with 'Media > Upload Permanent' and use the new ID.",
	],
	[
		[41005, 44001, 44006],
		'The file is missing or empty',
		"Check that the item holds a file under the name in 'Input Data Field Name'.",
	],
	[
		[40113, 40137, 40160],
		'WeChat does not know the format of the file',
		'Save pictures as jpg or png (WebP, AVIF and HEIC are not taken, whatever the file is called), voices as mp3, videos as mp4.',
	],
	[
		[45034, 45074, 45101],
		'The material library is full',
		'It holds 100,000 pictures and 1,000 files of each other kind. Delete what is not used any more.',
	],
	[[46007], 'WeChat is still converting the file', ASK_AGAIN],
	[
		[45161, 48013],
		'The video cannot be broadcast',
		"Upload it with 'Media > Upload Permanent' as a video and use the new ID.",
	],
	[
		[48014],
		'WeChat has not approved the video',
		'Look at its review in the WeChat console, then run again.',
	],
	[
		[40004, 40005, 40006, 40009, 40010, 40011, 40012, 45068],
		'WeChat does not accept the file',
		'Check file type and size: images 10 MB (jpg, png, gif), voice 2 MB (mp3, amr), video 10 MB (mp4), thumbnails 64 KB (jpg).',
	],
	[[40008], 'The message type is not valid', 'Choose another message type.'],
	[[40033, 47002], 'The text contains escaped characters', REPORT],
	[[40066, 43001, 43002, 43003], 'WeChat does not know this call', REPORT],
	[[40035, 40097, 40101, 45021], 'A parameter is not valid', 'Check the values in the node.'],
	[
		[41003, 41008, 41009, 41010, 41011],
		'A value is missing',
		'Fill in the required fields of the node.',
	],
	[[40213, 40214], 'A link in the text is not valid', 'Write it as <a href="https://…">words</a>.'],
	[
		[40165, 40166, 40168, 45086],
		'The mini program is not valid here',
		'Link the mini program to the account and use a page that it has.',
	],
	[[44002, 44003, 44004], 'The content is empty', 'Fill in the text or the articles.'],
	[
		[45001, 45002, 45003, 45004, 45005, 45006, 45007, 45008],
		'The content is too long',
		'Shorten the text, title or summary; a news message of customer service holds one article.',
	],
	[
		[40192, 45110],
		'The name of the author is too long',
		'Shorten it: WeChat takes up to 16 characters.',
	],
	[
		[40155],
		'The article links to the home page of another account',
		'Remove that link; links to single articles are allowed.',
	],
	[
		[40193, 40194],
		'The recommendation of the images is too long or not allowed',
		'Shorten or reword it.',
	],
	[[40215, 40216, 45020], 'WeChat does not take these images', 'Use up to 20 images.'],
	[
		[53401, 53402],
		'The cover could not be cropped',
		'Use a jpg or png of at least 300 × 300 pixels, and corners between 0 and 1.',
	],
	[
		[45166, 41039, 40114],
		'WeChat does not accept the draft',
		'Check content, source URL and article index.',
	],
	[[40038, 47001], 'WeChat could not read the request', REPORT],
	[[87009], 'The signature of the content is not valid', 'Check the values in the node.'],
	[[87014], 'The content is considered risky', 'Rewrite the text or replace the picture.'],

	// Messages
	[
		[40036, 40037, 48011],
		'The template ID is not valid',
		'Choose the template again; it may have been deleted or belong to another account.',
	],
	[[40039], 'The URL is not valid', 'Use a complete address that starts with https://.'],
	[
		[40249],
		'WeChat forbids marketing content in template messages',
		'Use a broadcast or a customer service message for offers.',
	],
	[[43116], 'WeChat has restricted this template', CONSOLE],
	[
		[43102, 43103, 43105],
		'The template is of another kind',
		'Choose a template of subscription notices; those of template messages have their own operation.',
	],
	[[45012, 45013, 45014], 'The template message is too long', 'Shorten the values of its fields.'],
	[[45051], 'The link of the template message is not valid', 'Use an address with https://.'],
	[[45098, 45099], 'The menu message is too long', 'Use fewer answers, or shorter ones.'],
	[[44007], 'The message was sent already', 'No action is needed.'],
	[
		[47003],
		'A field of the template does not fit its format',
		'Shorten or correct the field that the message names, e.g. a thing field holds 20 characters.',
	],
	[
		[45015],
		'The reply window is over',
		'A follower can be written to for 48 hours after their message, or one minute after a menu tap, a scan or following. Send a template message or subscription notice instead.',
	],
	[
		[45047],
		'The number of customer service messages is used up',
		'Five are allowed after each message of the follower. Wait until they write again.',
	],
	[
		[45028],
		'The broadcast quota is used up',
		'A verified subscription account has one a day, a service account four a month.',
	],
	[
		[45065],
		'This broadcast was sent already',
		'The message ID in the output is that of the first one; nothing was sent twice.',
	],
	[[45067], 'The client message ID is too long', 'Use at most 32 bytes.'],
	[
		[40059, 40060, 40065, 40204],
		'The broadcast or its article was not found',
		'Use the message ID that the broadcast gave, and an article number that it has; only articles and videos sent by API can be deleted.',
	],
	[[45083, 45084, 45085], 'The broadcast speed is not valid', 'Choose one of the five speeds.'],
	[
		[45062, 45113, 45162, 48022],
		'WeChat does not send this broadcast by API',
		'Cards, goods and articles with advertisements can only be sent from the WeChat console (mp.weixin.qq.com).',
	],
	[[40062], 'The title is too long', 'A one-time message has a title of up to 15 characters.'],
	[
		[40102],
		'The industry is not valid',
		'Choose two industries of the list in the WeChat console.',
	],
	[
		[43100],
		'The industry was changed this month already',
		'It can be changed once a month. Wait until next month.',
	],
	[
		[45026],
		'The account has as many templates as WeChat allows',
		'Delete a template that is not used any more.',
	],
	[
		[45027],
		'The template belongs to another industry',
		'Choose a template of the industries of the account.',
	],
	[
		[41030],
		'The mini program page is not valid',
		'Use a page that exists in the published mini program.',
	],
	[[45072], 'The typing command is not valid', REPORT],
	[
		[45080],
		'The typing status needs a message of the follower within the last 30 seconds',
		'Send it right after their message.',
	],
	[[45081], 'The typing status is shown already', 'No action is needed.'],
	[
		[40246, 40247],
		'The template cannot be added from this library',
		'Choose a template of the category library and its keywords.',
	],

	// Limits of numbers
	[
		[45009],
		'The daily quota of this API is used up',
		'It is filled again at midnight (Beijing time). Call it less often, or reset the quota by Account > Reset Quota.',
	],
	[
		[45040],
		'The monthly quota of this API is used up',
		'It is filled again at the beginning of the month (Beijing time).',
	],
	[[45061], 'The same was changed a moment ago', ASK_AGAIN],
	[[45029], 'The account has reached the limit of permanent QR codes', 'Use temporary QR codes.'],
	[
		[40052, 40053, 40129],
		'The scene of the QR code is not valid',
		'Use a number from 1 (permanent ones up to 100,000) or a text of 1 to 64 characters.',
	],

	// Tags
	[[45018, 45056], 'The account has 100 tags already', 'Delete a tag first.'],
	[
		[45057],
		'The tag has more than 100,000 followers',
		'Remove the tag from its followers first, then delete it.',
	],
	[[45016, 45058], 'Tags 0, 1 and 2 belong to WeChat', 'They can be neither changed nor deleted.'],
	[[45059], 'The follower has 20 tags already', 'Remove another tag from this follower first.'],
	[[40051, 45157], 'The tag name is not valid or is taken', 'Choose another name.'],
	[[45017, 45158], 'The tag name is too long', 'Use at most 30 characters.'],
	[
		[40050, 40152, 45159],
		'The tag does not exist',
		'Choose the tag again; it may have been deleted.',
	],
	[[45169], 'The same follower is being tagged by another call', ASK_AGAIN, 'retrySecond'],
	[
		[45171],
		'Some followers could not be tagged',
		'The failed OpenIDs are named in the output; run again for them.',
	],

	// Menu
	[[46002, 46003], 'The account has no menu', 'Create a menu first.'],
	[
		[40119, 40120],
		'The type of a menu button is not valid here',
		'A button with entries below it has no type of its own; choose a type for each of the others.',
	],
	[
		[40117, 40118, 40121, 45048],
		'A menu button shows something that menus cannot show',
		'Choose a permanent image, voice or video, or a published article.',
	],
	[[45010], 'The menu was changed too often', 'A menu can be made 1,000 times a day.'],
	[
		[45064],
		'The mini program of a menu button is not linked to the account',
		'Link it under Mini Program Management (小程序管理) of the WeChat console (mp.weixin.qq.com).',
	],
	[[46004, 65302], 'The person was not found', CHECK_ID],

	// Comments
	[
		[48015, 88000],
		'This account has no comment function',
		'Comments (留言) have to be opened by WeChat for the account; articles published before that have none.',
	],
	[
		[88001],
		'The article was not found',
		'Use the msg_data_id of a published article (the mid of its long URL), not the ID of a draft or material.',
	],
	[[88002, 88011], 'WeChat has limited this article for safety', CONSOLE],
	[
		[88003],
		'The article has reached the limit of featured comments',
		'Remove a featured comment first.',
	],
	[[88004], 'The follower has deleted the comment', 'No action is needed.'],
	[
		[88005],
		'The comment has an answer already',
		'A comment takes one answer; delete it first to write a new one.',
	],
	[[88006], 'WeChat refused the comment operation', ASK_AGAIN],
	[[88007], 'The answer is empty or too long', 'Write a shorter answer.'],
	[[88008], 'The comment does not exist', 'It may have been deleted.'],
	[[88009], 'The answer does not exist', 'It may have been deleted already.'],
	[[88010], 'The number of comments asked for is out of range', REPORT],

	// Publishing
	[
		[10170001, 10170002, 10170003],
		'WeChat gives no card for this product',
		'Check the product ID, that the product is on sale in the shop (微信小店) linked to the account, and that the kind of card fits the kind of article.',
	],
	[
		[53404, 53405, 53406],
		'The account may not use goods in articles',
		'Remove the goods from the article.',
	],
	[[53500], 'WeChat has blocked publishing for the account', CONSOLE],
	[[53501], 'Publishing is too frequent', 'Wait some minutes between two publications.'],
	[[53502], 'The publish ID is not valid', CHECK_ID],
	[
		[53503, 53504, 53505],
		'The draft cannot be published by API',
		'Open the draft in the WeChat console, save it by hand, or publish it there.',
	],
	[[53600], 'The article ID is not valid', CHECK_ID],

	// Statistics
	[[61500], 'The date is not valid', 'Use dates as yyyy-MM-dd.'],
	[
		[61501],
		'The days are too many for one call, or not over yet',
		'Ask for fewer days, up to yesterday.',
	],
	[
		[61503],
		'The statistics are not ready yet',
		'Yesterday is available after 08:00 (Beijing time). Try again later.',
	],
	[[47009], 'WeChat has retired this statistics call', 'Use the newer article statistics.'],

	// Diagnostics
	[
		[40201],
		'The account has no server URL',
		`Enter it in the server configuration (服务器配置) under Domain and Message Push (域名与消息推送配置) of ${PLATFORM}.`,
	],
	[[40202, 40203], 'The callback check is not valid', 'Choose another check or operator.'],
	[
		[76001, 76002, 76003, 76004],
		'The request ID cannot be looked up',
		'It must be of this account and at most seven days old.',
	],
	[
		[76021, 76022],
		'The API path is not known or not permitted',
		'Use a path like /cgi-bin/message/custom/send.',
	],
];

/** Families of codes that share a meaning; looked up when the code itself has no row. */
export const ERROR_FAMILIES: ReadonlyArray<
	[from: number, to: number, meaning: string, advice: string, reaction?: Reaction]
> = [
	[
		40015,
		40028,
		'The menu is not valid',
		'Check number, names, types and addresses of the buttons.',
	],
	[
		40054,
		40055,
		'The address of a menu button is not valid',
		'Use a complete address that starts with https://.',
	],
	[
		61451,
		61457,
		'The customer service account is not valid',
		'Check the account name (prefix@WeChat ID) and its nickname.',
	],
	[
		65301,
		65320,
		'The personalized menu is not valid',
		'Create the default menu first and check the rule.',
	],
	[
		65400,
		65417,
		'The customer service account or session does not allow this',
		'Check that customer service is enabled, the account exists, and its member is bound and online; chat records span 24 hours.',
	],
	[
		200011,
		200022,
		'The notice template is not valid',
		'Check template, keywords and the number of templates of the account.',
	],
	[
		101000,
		101003,
		'The picture could not be read',
		'Use a sharp jpg or png up to 2 MB, at an address that anyone can open; 101003: the daily quota is used up.',
	],
	[
		200100,
		200100,
		'The notice template is not valid',
		'Check template, keywords and the number of templates of the account.',
	],
	[
		9001001,
		9001036,
		'The shake nearby API refused the call',
		'This API is not part of the package.',
	],
	[9410010, 9410012, 'The short key is not valid', 'Check the short key; it may have expired.'],
	[9500001, 9500002, 'The broadcast ID is not valid', CHECK_ID],
	[268485000, 268488999, 'WeChat is busy', ASK_AGAIN, 'retryBusy'],
];

const BY_CODE = new Map<number, ErrorAdvice>(
	ERROR_ROWS.flatMap(([codes, meaning, advice, reaction = 'none']) =>
		codes.map((code): [number, ErrorAdvice] => [code, { meaning, advice, reaction }]),
	),
);

const UNKNOWN: ErrorAdvice = {
	meaning: 'WeChat refused the call',
	advice:
		'Look the code up in the error table of the WeChat documentation; the rid helps their support.',
	reaction: 'none',
};

/** Advice for an errcode; a general one for codes that WeChat adds later. */
export function adviceFor(errcode: number): ErrorAdvice {
	const exact = BY_CODE.get(errcode);
	if (exact) return exact;
	const range = ERROR_FAMILIES.find(([from, to]) => errcode >= from && errcode <= to);
	if (!range) return UNKNOWN;
	const [, , meaning, advice, reaction = 'none'] = range;
	return { meaning, advice, reaction };
}

/** Every code that has a row of its own, ascending. */
export function knownErrcodes(): number[] {
	return [...BY_CODE.keys()].sort((a, b) => a - b);
}
