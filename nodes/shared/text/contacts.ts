import { countSigns } from './contactSigns';
import { spokenDigits } from './spokenDigits';

/** Contact data in a text. */
export interface Contact {
	/** `account`: of another network, or a code that opens something in another app. */
	type: 'account' | 'email' | 'mobile' | 'qq' | 'url' | 'weChatId';
	/** As it is meant, or masked. */
	value: string;
}

const MAX_CONTACTS = 10;

/*
 * Every pattern begins at a word boundary or a fixed word and has bounded repetitions, so that reading costs a
 * constant per character whatever a text consists of.
 */

/** The dot of an address, also in words: www点maicha点com. */
const DOT = /(?:\.|。|\s?点\s?|\(?dot\)?)/.source;
const ENDING =
	/(?:com|cn|net|org|top|xyz|cc|vip|club|shop|site|store|online|icu|info|link|live|app|ly|io|me|tv|fun|ltd|wang|work|cloud|biz|hk|tw|ru|to)/
		.source;

const EMAIL = new RegExp(
	`(?<![\\w.%+-])([\\w.%+-]{1,64})\\s?(?:@|艾特|\\(at\\)|\\[at\\])\\s?([\\w-]{1,63}(?:${DOT}[\\w-]{1,63}){1,4})`,
	'g',
);
const AT = /@|艾特|[([]at[)\]]/;
const URL = /(?:https?:\/\/|(?<![\w.@])www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]{3,300}/g;
/** Addresses without the beginning: t.cn/A6xY, www点maicha点com. */
const BARE_URL = new RegExp(
	`(?<![\\w@.\\-/%])(?:www${DOT})?([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)${DOT}${ENDING}(?![\\w])(?:/[\\w\\-.~?=&%]{0,100})?`,
	'g',
);
/** Mainland mobile numbers: 11 digits from 13 to 19, as people group them, with or without +86. */
const MOBILE = /(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?!\d)/g;
/** The same with something between any two digits: 1 3 8-1.2.3 … */
const SPACED_MOBILE = /(?<!\d)(1(?:[ \-._*~/]{0,3}\d){10})(?![ \-._]?\d)/g;

/** What people write for WeChat so that a filter does not see it. */
const WECHAT =
	/(?:微信号?|wei ?xin|wei信|微x号?|w信|微[❤♥💗心芯星兴鑫]\ufe0f?|[薇威徽维为]信|薇[❤♥心❣]\ufe0f?|卫星|v[信❤♥x]\ufe0f?|\bvx|\bwx|\bwechat|绿泡泡|绿色软件)/u
		.source;
/** Letters and signs that mean it where somebody is asked to add, or an ID follows at once. */
const SHORT = /(?:微|薇|威|徽|v|w|[❤♥💗心]\ufe0f?|威x|vv)/u.source;
const ADD =
	/(?:加|[+➕]|家|佳|嘉|伽|茄|架|jia|\+莪|找|私|联系|我的?|或|搜|扫)(?:我|莪|一下|个|下|本人|老师|助理|客服|学姐)?/u
		.source;
const ID = /([a-z][\w-]{4,19}|[1-9]\d{5,11})/.source;
const LOOSE_ID = /([a-z][a-z_-]{0,18}[\d_][\w-]{2,18}|[a-z]{6,19}(?![a-z])|[1-9]\d{5,11}(?!\d))/
	.source;

const WECHAT_ID = new RegExp(
	`${WECHAT}(?:id|号|后缀)?(?:[是为搜一搜加]{0,4})[^\\p{L}\\p{N}\\n]{0,6}${ID}`,
	'gu',
);
const ADDED_ID = new RegExp(
	`(?:${ADD}[^\\p{L}\\p{N}\\n]{0,4}${SHORT}(?:号|id)?[^\\p{L}\\p{N}\\n]{0,5}|(?<![\\p{L}\\p{N}])${SHORT}(?:号|x)?\\s?[:：]\\s?)${LOOSE_ID}`,
	'gu',
);
/** Spaced letters and digits behind the word: vx: a b c 1 2 3. */
const SPACED_ID = new RegExp(
	`(?:${WECHAT}|${ADD}${SHORT})(?:id|号)?[^\\p{L}\\p{N}\\n]{0,4}((?:[a-z\\d][ .·-]){4,18}[a-z\\d])(?![a-z\\d])`,
	'gu',
);
const QQ =
	/(?:(?<![a-z])qq?(?![a-z糖版])|扣扣|抠抠|企鹅号?|球球号?|口口|鹅号)(?:群|号|裙)?[^\n\d]{0,8}([1-9](?:[ \-._]?\d){4,10})(?![ \-._]?\d)/g;
const GROUP = /(?:群号?|裙号?|君羊)[^\p{L}\p{N}\n]{0,3}([1-9]\d{6,10})(?!\d)/gu;
/** Of other networks, and codes that open something in another app (淘口令). */
const ACCOUNT =
	/(?:telegram|电报|飞机号?|\btg|whatsapp|skype|陌陌号?|探探号?|抖音号|快手号|小红书号|\bline|discord|signal|蝙蝠|yy号|\bins)[^\p{L}\p{N}\n]{0,4}(?:id)?[^\p{L}\p{N}\n]{0,3}@?([a-z][\w-]{4,31}|\d{6,12})/gu;
const CODE = /[¥€$£₤(《]([a-z0-9]{8,16})[¥€$£₤)》]/g;
/** Telephones of a town, and 400 numbers. */
const LANDLINE = /(?<![\d-])(?:0\d{2,3}[- ]\d{7,8}|400[- ]?\d{3}[- ]?\d{4})(?![\d-])/g;
const WITH_DIGIT = /\d/;
const WITH_LETTER = /[a-z]/;

function all(text: string, pattern: RegExp, type: Contact['type'], group: number): Contact[] {
	return [...text.matchAll(pattern)].map((match) => ({ type, value: match[group] ?? '' }));
}

/** Hides all but what a person needs to recognise their own data. */
function masked({ type, value }: Contact): Contact {
	switch (type) {
		case 'mobile':
			return { type, value: `${value.slice(0, 3)}****${value.slice(-4)}` };
		case 'email': {
			const [name = '', host = ''] = value.split('@');
			return { type, value: `${name.slice(0, 1)}***@${host}` };
		}
		case 'account':
		case 'qq':
		case 'weChatId':
			return { type, value: `${value.slice(0, 2)}***${value.slice(-1)}` };
		case 'url':
			// A path or query may carry a name or a token.
			return { type, value: value.replace(/^((?:https?:\/\/)?[^/?#]{1,100}).*$/s, '$1') };
	}
}

const withoutSeparators = ({ type, value }: Contact): Contact => ({
	type,
	value: value.replace(/[ \-._*~/]/g, ''),
});

const dotted = (address: string): string =>
	address.replace(/。|\s?点\s?|\(?dot\)?/g, '.').replace(/\.{2,5}/g, '.');

const emailsIn = (text: string): Contact[] =>
	[...text.matchAll(EMAIL)].map(([, name = '', host = '']) => ({
		type: 'email',
		value: `${name}@${dotted(host)}`,
	}));

function mobilesIn(text: string): Contact[] {
	const spaced = all(text, SPACED_MOBILE, 'mobile', 1)
		.map(withoutSeparators)
		.filter(({ value }) => /^1[3-9]/.test(value));
	return [
		...all(text, MOBILE, 'mobile', 1).map(withoutSeparators),
		...spaced,
		...all(text, LANDLINE, 'mobile', 0).map(withoutSeparators),
	];
}

function urlsIn(text: string): Contact[] {
	const full = /www\.|:\/\//.test(text) ? all(text, URL, 'url', 0) : [];
	const bare = all(text, BARE_URL, 'url', 0).map(({ type, value }) => ({
		type,
		value: dotted(value),
	}));
	return [...full, ...bare.filter(({ value }) => !full.some((one) => one.value.includes(value)))];
}

/** IDs of WeChat, of QQ and of other networks. */
function accountsIn(text: string): Contact[] {
	const wechat = [WECHAT_ID, ADDED_ID, SPACED_ID].flatMap((pattern) =>
		all(text, pattern, 'weChatId', 1),
	);
	const qq = [QQ, GROUP].flatMap((pattern) => all(text, pattern, 'qq', 1));
	const codes = all(text, CODE, 'account', 1).filter(
		({ value }) => WITH_DIGIT.test(value) && WITH_LETTER.test(value),
	);
	return [
		...wechat.map(({ type, value }) => ({ type, value: value.replace(/[ .·]/g, '') })),
		...qq.map(withoutSeparators),
		...all(text, ACCOUNT, 'account', 1),
		...codes,
	];
}

/** The fewest signs that each kind can do with: most texts have fewer, and need no pattern. */
const FEWEST = { mobile: 10, url: 2, account: 4 };

/** Contact data in one reading of a text. */
function contactsOfReading(text: string): Record<'emails' | 'mobiles' | 'accounts', Contact[]> {
	const { digits, all } = countSigns(text);
	return {
		emails: AT.test(text) ? emailsIn(text) : [],
		mobiles: digits >= FEWEST.mobile ? mobilesIn(text) : [],
		accounts: all >= FEWEST.account ? accountsIn(text) : [],
	};
}

/**
 * Mobile numbers, e-mail addresses, IDs of WeChat, QQ and other networks, and URLs, each once; also where they are
 * disguised: spaced, in words, with other characters for 微信, without the beginning of an address.
 *
 * @param text in the form of `normalise` (lower case, full-width and circled digits as plain ones)
 */
export function findContacts(text: string, isMasked: boolean): Contact[] {
	const spoken = spokenDigits(text);
	const readings = (spoken === text ? [text] : [text, spoken]).map(contactsOfReading);
	const mobiles = readings.flatMap((reading) => reading.mobiles);
	const emails = readings.flatMap((reading) => reading.emails);
	const numbers = new Set(mobiles.map(({ value }) => value));
	// An ID that is a mobile number is listed once, as the number; an address within one of mail is none of its own.
	const ids = readings
		.flatMap((reading) => reading.accounts)
		.filter(({ value }) => !numbers.has(value));
	const urls = (countSigns(text).letters >= FEWEST.url ? urlsIn(text) : []).filter(
		({ value }) => !emails.some((email) => email.value.endsWith(value)),
	);
	if (emails.length + urls.length + mobiles.length + ids.length === 0) return [];
	const unique = new Map(
		[...emails, ...urls, ...mobiles, ...ids].map((contact) => [
			`${contact.type === 'weChatId' || contact.type === 'qq' ? 'id' : contact.type}:${contact.value}`,
			contact,
		]),
	);
	return [...unique.values()]
		.slice(0, MAX_CONTACTS)
		.map((contact) => (isMasked ? masked(contact) : contact));
}
