/** Contact data in a text. */
export interface Contact {
	type: 'email' | 'mobile' | 'url' | 'weChatId';
	/** As found, or masked. */
	value: string;
}

const MAX_CONTACTS = 10;

/*
 * Every pattern begins at a word boundary or a fixed word and has bounded repetitions, so that reading costs a
 * constant per character whatever a text consists of.
 */
const EMAIL = /(?<![\w.%+-])[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
const URL = /(?:https?:\/\/|(?<![\w.@])www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]{3,300}/g;
/** Mainland mobile numbers: 11 digits from 13 to 19, as people group them, with or without +86. */
const MOBILE = /(?<!\d)(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?!\d)/g;
/** 微信号: a letter, then 5 to 19 letters, digits, - and _; or what follows "微信" as a number. */
const WECHAT_ID =
	/(?:微信号?|威信|薇信|徽信|\bvx|\bwx|\bv信|\bwechat)(?:id|号)?[是为]?[:： ]{0,3}([a-z][\w-]{5,19}|[1-9]\d{5,11})/g;

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
		case 'weChatId':
			return { type, value: `${value.slice(0, 2)}***${value.slice(-1)}` };
		case 'url':
			// A path or query may carry a name or a token.
			return { type, value: value.replace(/^((?:https?:\/\/)?[^/?#]{1,100}).*$/s, '$1') };
	}
}

/**
 * Mobile numbers, e-mail addresses, WeChat ids and URLs, each once.
 *
 * @param text in the form of `normalise` (lower case, full-width digits as plain ones)
 */
export function findContacts(text: string, isMasked: boolean): Contact[] {
	const emails = text.includes('@') ? all(text, EMAIL, 'email', 0) : [];
	const urls = /www\.|:\/\//.test(text) ? all(text, URL, 'url', 0) : [];
	const mobiles = (/\d/.test(text) ? all(text, MOBILE, 'mobile', 1) : []).map(
		({ type, value }) => ({ type, value: value.replace(/[- ]/g, '') }),
	);
	const numbers = new Set(mobiles.map(({ value }) => value));
	// A WeChat id that is a mobile number is listed once, as the number.
	const ids = all(text, WECHAT_ID, 'weChatId', 1).filter(({ value }) => !numbers.has(value));
	const found = [...emails, ...urls, ...mobiles, ...ids];
	const unique = new Map(found.map((contact) => [`${contact.type}:${contact.value}`, contact]));
	return [...unique.values()]
		.slice(0, MAX_CONTACTS)
		.map((contact) => (isMasked ? masked(contact) : contact));
}
