import isEqual from 'lodash/isEqual';
import { MessageCrypto } from '../../nodes/shared/callback/crypto';
import { parseBody } from '../../nodes/shared/callback/message';
import { buildEncryptedReply, buildReply } from '../../nodes/shared/callback/reply';
import { SeenSignatures } from '../../nodes/shared/callback/seenSignatures';
import { openMessage, verifyUrl } from '../../nodes/shared/callback/verify';
import { parseXml } from '../../nodes/shared/callback/xml';
import { parseJson } from '../../nodes/shared/json';
import { withoutForbidden } from '../../nodes/shared/text/characters';
import { growthOf, MOST_GROWTH } from '../harness/growth';
import { decrypt, toXml } from '../simulator/envelope';
import { DEFAULT_ACCOUNT } from '../simulator/state';
import type { Dice } from './dice';
import { damaged, encrypted, frameOf, isWhole } from './frame';
import { fragment, hostileText, mutated } from './mutate';
import {
	accepted,
	appId,
	encodingAesKey,
	message,
	NONCE,
	NOW,
	openedSafe,
	OPTIONS,
	PLAIN,
	plainPush,
	SAFE,
	sealedBody,
	sealedPush,
	soundness,
	tampered,
	token,
	written,
	type Case,
	type Push,
} from './pushes';

/** A body of any content in plaintext mode, rightly signed: accepted or refused, never a crash. */
function readsBody(body: string): Case {
	return {
		input: { body },
		check() {
			const { query } = plainPush(body);
			const fields = accepted(() => openMessage(body, query, PLAIN, OPTIONS).fields);
			return fields && soundness(fields, body);
		},
	};
}

const nested = (dice: Dice): string => {
	const depth = 1 + dice.size(20_000);
	const [open, close] = dice.pick([
		['<a>', '</a>'],
		['<a><b/>', '</a>'],
		['{"a":', '}'],
		['[', ']'],
		['{"a":[', ']}'],
	] as const);
	const isWhole = !dice.oneIn(3);
	const body = open.repeat(depth) + '1' + (isWhole ? close.repeat(depth) : '');
	return open.startsWith('<') ? `<xml>${body}</xml>` : `{"MsgType":"text","x":${body}}`;
};

const large = (dice: Dice): string => {
	const piece = fragment(dice).repeat(1 + dice.size(20_000));
	return dice.pick([
		`<xml ${piece}><MsgType>text</MsgType></xml>`,
		`<xml><MsgType ${piece}>text</MsgType></xml>`,
		`<xml><MsgType>text</MsgType><Content>${piece}</Content></xml>`,
		`<xml><Content><![CDATA[${piece}]]></Content></xml>`,
		`<!DOCTYPE a [${piece}]><xml><MsgType>text</MsgType></xml>`,
		`{"MsgType":"text","Content":"${piece}"}`,
		`{"MsgType":"text",${piece}}`,
	]);
};

/** The kinds of cases, each as often as the others. */
export const KINDS: Record<string, (dice: Dice) => Case> = {
	'message, changed': (dice) => readsBody(mutated(written(dice, message(dice)), dice)),
	'random bytes': (dice) => readsBody(dice.bytes(dice.size(2_000)).toString('utf8')),
	'random tokens': (dice) => readsBody(dice.pick(['', '{', '<xml>']) + hostileText(dice)),
	nested: (dice) => readsBody(nested(dice)),
	'large parts': (dice) => readsBody(large(dice)),

	'safe mode, as it should be': (dice) => {
		const fields = message(dice);
		const text = toXml(fields);
		const push = sealedPush(encrypted(frameOf(text, appId, dice), DEFAULT_ACCOUNT));
		return {
			input: { fields, push },
			check() {
				const opened = openedSafe(push);
				if (!opened) return 'A message of the platform was refused';
				return isEqual(opened, parseBody(text)) ? undefined : 'Something else came out';
			},
		};
	},

	'safe mode, changed on the way': (dice) => {
		const text = toXml(message(dice));
		const push = sealedPush(encrypted(frameOf(text, appId, dice), DEFAULT_ACCOUNT));
		const changed = tampered(push, dice);
		return {
			input: { push, changed },
			check() {
				const opened = openedSafe(changed);
				// What nobody has signed, such as the signature of the other mode, may change.
				const isOriginal = opened === undefined || isEqual(opened, parseBody(text));
				return isOriginal ? undefined : 'A message that nobody has signed was accepted';
			},
		};
	},

	'safe mode, one bit of the ciphertext': (dice) => {
		const cipher = encrypted(frameOf(toXml(message(dice)), appId, dice), DEFAULT_ACCOUNT);
		const bytes = Buffer.from(cipher, 'base64');
		const at = dice.below(bytes.length);
		bytes[at] = (bytes[at] ?? 0) ^ (1 << dice.below(8));
		const bent = bytes.toString('base64');
		const { query } = sealedPush(cipher);
		return {
			input: { cipher, bent },
			check() {
				const isAccepted = openedSafe({ body: sealedBody(bent), query }) !== undefined;
				return isAccepted ? 'A changed ciphertext was accepted' : undefined;
			},
		};
	},

	'safe mode, a frame that is wrong, signed': (dice) => {
		const frame = damaged(frameOf(toXml(message(dice)), appId, dice), dice);
		const push = sealedPush(encrypted(frame, DEFAULT_ACCOUNT));
		return {
			input: { push },
			check() {
				const isAccepted = openedSafe(push) !== undefined;
				return isAccepted && !isWhole(frame, appId)
					? 'A frame that is wrong was accepted'
					: undefined;
			},
		};
	},

	'safe mode, ciphertext of any kind, signed': (dice) => {
		const cipher = dice.oneIn(2)
			? dice.bytes(dice.size(40) * 16).toString('base64')
			: mutated(encrypted(frameOf('<xml/>', appId, dice), DEFAULT_ACCOUNT), dice).replace(
					/[<>\s]/g,
					'',
				);
		return {
			input: { cipher },
			check() {
				const opened = openedSafe(sealedPush(cipher));
				return opened === undefined ? undefined : 'A ciphertext of nobody was accepted';
			},
		};
	},

	'plaintext mode, changed on the way': (dice) => {
		const push = plainPush(written(dice, message(dice)));
		const changed = tampered(push, dice);
		return {
			input: { push, changed },
			check() {
				const seen = new SeenSignatures();
				const open = ({ body, query }: Push) =>
					accepted(() => openMessage(body, query, PLAIN, { ...OPTIONS, seen }).fields);
				if (!open(push)) return 'A message of the platform was refused';
				const isAccepted = open(changed) !== undefined;
				return isAccepted && changed.body !== push.body
					? 'A second message was accepted'
					: undefined;
			},
		};
	},

	'check of the URL, changed on the way': (dice) => {
		const { query } = plainPush('');
		const name = dice.pick(['timestamp', 'nonce', 'signature']);
		const changed = { ...query, echostr: 'x', [name]: mutated(String(query[name]), dice) };
		return {
			input: { changed },
			check() {
				const isSame = changed[name] === query[name];
				const answer = accepted(() => ({ echo: verifyUrl(changed, SAFE) }));
				return answer && !isSame ? 'Somebody else was taken for the platform' : undefined;
			},
		};
	},

	'reply, read back': (dice) => {
		const content = hostileText(dice);
		const address = { toUser: hostileText(dice), fromUser: 'gh_1', createTime: NOW };
		return {
			input: { content, address },
			check() {
				const xml = buildReply({ type: 'text', content }, address);
				const crypto = new MessageCrypto(token, encodingAesKey, appId);
				const cipher = crypto.encrypt(xml);
				const envelope = buildEncryptedReply({
					encrypted: cipher,
					signature: crypto.signatureOf(String(NOW), NONCE, cipher),
					timestamp: String(NOW),
					nonce: NONCE,
				});
				const { Encrypt } = parseXml(envelope);
				if (decrypt(DEFAULT_ACCOUNT, String(Encrypt)) !== xml)
					return 'The encrypted reply is another';
				const read = xml.slice(xml.indexOf('<Content>'), xml.lastIndexOf('</xml>'));
				const text = sectionsOf(read);
				return text === withoutForbidden(content) ? undefined : 'The reply says something else';
			},
		};
	},

	'JSON, changed': (dice) => {
		const text = mutated(JSON.stringify(message(dice)), dice);
		return {
			input: { text },
			check() {
				const value = parsed(() => parseJson(text));
				// What is JSON to everybody else is JSON to us.
				const isJson = parsed(() => JSON.parse(text) as unknown) !== undefined;
				return isJson && value === undefined ? 'JSON was refused' : undefined;
			},
		};
	},
};

/** The text of the sections of an element, put together as a reader of XML does. */
function sectionsOf(element: string): string {
	const texts: string[] = [];
	let end = '<Content>'.length;
	while (element.startsWith('<![CDATA[', end)) {
		const start = end + '<![CDATA['.length;
		const close = element.indexOf(']]>', start);
		texts.push(element.slice(start, close));
		end = close + ']]>'.length;
	}
	return element.slice(end) === '</Content>' ? texts.join('') : 'Something beside the sections';
}

function parsed(parse: () => unknown): unknown {
	try {
		return parse();
	} catch (error) {
		if (error instanceof SyntaxError) return undefined;
		// eslint-disable-next-line @n8n/community-nodes/require-node-api-error
		throw error;
	}
}

/** Something short over and over: ten times as often may cost no more than fifteen times the time. */
export function repeatedCase(dice: Dice): Case {
	const piece = fragment(dice);
	const [before, after] = dice.pick([
		['', ''],
		['<xml><Content>', '</Content></xml>'],
		['<xml><Content><![CDATA[', ']]></Content></xml>'],
		['<xml ', '></xml>'],
		['{"Content":"\u0001', '"}'],
		['{"Content":', '}'],
	] as const);
	return {
		input: { before, piece, after },
		check() {
			const growth = growthOf((size) => {
				const body = before + piece.repeat(Math.ceil(size / piece.length)) + after;
				const { query } = plainPush(body);
				return () => {
					accepted(() => openMessage(body, query, PLAIN, OPTIONS).fields);
				};
			}, 2_000);
			return growth <= MOST_GROWTH
				? undefined
				: `Ten times the size, ${growth.toFixed(0)} times the time`;
		},
	};
}
