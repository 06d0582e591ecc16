import fc from 'fast-check';
import { openMessage, verifyUrl } from '../../../nodes/shared/callback/verify';
import { encrypt, sha1, toXml } from '../../simulator/envelope';
import { DEFAULT_ACCOUNT } from '../../simulator/state';

const { appId, token, encodingAesKey } = DEFAULT_ACCOUNT;
const keys = { appId, token, encodingAesKey };
const plainKeys = { ...keys, encodingAesKey: '' };
const NOW = 1_700_000_000;
const options = { toleranceSeconds: 0, now: NOW * 1_000 };
const FIELDS = {
	ToUserName: 'gh',
	FromUserName: 'oA',
	MsgType: 'text',
	Content: '你好',
	MsgId: '1',
};
const XML = toXml(FIELDS);

const [timestamp, nonce] = [String(NOW), '123'];
const query = { timestamp, nonce, signature: sha1(token, timestamp, nonce) };

const sealed = (xml = XML, account = DEFAULT_ACCOUNT) => {
	const Encrypt = encrypt(account, xml);
	return {
		Encrypt,
		query: { ...query, encrypt_type: 'aes', msg_signature: sha1(token, timestamp, nonce, Encrypt) },
		body: `<xml><ToUserName><![CDATA[gh]]></ToUserName><Encrypt><![CDATA[${Encrypt}]]></Encrypt></xml>`,
	};
};

describe('the URL check', () => {
	it('answers with the text, whatever it looks like', () => {
		const echostr = '<b>&"1';
		expect(verifyUrl({ ...query, echostr }, keys)).toBe(echostr);
	});

	it.each([
		{},
		{ ...query, signature: '' },
		{ ...query, nonce: '124' },
		{ ...query, signature: ['a'] },
	])('refuses %j', (forged) => {
		expect(() => verifyUrl({ ...forged, echostr: 'x' }, keys)).toThrow('signature does not match');
	});

	it('says so when the Token is missing, instead of accepting an empty one', () => {
		const signature = sha1('', timestamp, nonce);
		expect(() => verifyUrl({ ...query, signature }, { ...keys, token: '' })).toThrow(
			'Token is missing',
		);
	});
});

describe('openMessage', () => {
	it('opens plain messages with the signature of the request', () => {
		expect(openMessage(XML, query, plainKeys, options)).toEqual({
			fields: FIELDS,
			encrypted: false,
		});
	});

	it.each([
		['XML', sealed().body],
		['XML without CDATA', `<xml><Encrypt>${sealed().Encrypt}</Encrypt></xml>`],
		['JSON', JSON.stringify({ ToUserName: 'gh', Encrypt: sealed().Encrypt })],
	])('opens encrypted messages in %s', (_format, body) => {
		const Encrypt = /[A-Za-z0-9+/=]{40,}/.exec(body)?.[0] ?? '';
		const signed = { ...query, msg_signature: sha1(token, timestamp, nonce, Encrypt) };
		expect(openMessage(body, signed, keys, options)).toEqual({ fields: FIELDS, encrypted: true });
	});

	it('takes slashes that JSON has escaped', () => {
		const { Encrypt, query: signed } = sealed();
		const body = `{"Encrypt":"${Encrypt.replace(/\//g, '\\/')}"}`;
		expect(openMessage(body, signed, keys, options).fields).toEqual(FIELDS);
	});

	it('refuses a message of which any character of the ciphertext was changed', () => {
		const { Encrypt, query: signed } = sealed();
		fc.assert(
			fc.property(fc.nat(Encrypt.length - 3), fc.constantFrom('A', 'b', '9', '/'), (at, by) => {
				const changed = Encrypt.slice(0, at) + by + Encrypt.slice(at + 1);
				if (changed === Encrypt) return;
				const body = `<xml><Encrypt>${changed}</Encrypt></xml>`;
				expect(() => openMessage(body, signed, keys, options)).toThrow('signature does not match');
			}),
		);
	});

	it('does not take the signature of the request for that of the message', () => {
		const { body, query: signed } = sealed();
		const forged = { ...signed, msg_signature: query.signature };
		expect(() => openMessage(body, forged, keys, options)).toThrow('signature does not match');
	});

	it('refuses plain text when there is a key, and ciphertext when there is none', () => {
		expect(() => openMessage(XML, query, keys, options)).toThrow('not encrypted');
		const { body, query: signed } = sealed();
		expect(() => openMessage(body, signed, plainKeys, options)).toThrow('Fill in EncodingAESKey');
	});

	it('looks at the encrypted part alone in compatible mode', () => {
		const { Encrypt, query: signed } = sealed();
		const body = toXml({ ...FIELDS, Content: '伪造', Encrypt });
		expect(openMessage(body, signed, keys, options).fields.Content).toBe('你好');
	});

	it('refuses what is too old or too early, when asked to', () => {
		for (const seconds of [-301, 301]) {
			const now = (NOW + seconds) * 1_000;
			const strict = { toleranceSeconds: 300, now };
			expect(() => openMessage(XML, query, plainKeys, strict)).toThrow('outside the tolerance');
			expect(openMessage(XML, query, plainKeys, { toleranceSeconds: 302, now }).fields).toEqual(
				FIELDS,
			);
		}
		const { body, query: signed } = sealed();
		const strict = { toleranceSeconds: 300, now: 0 };
		expect(() => openMessage(body, signed, keys, strict)).toThrow('outside the tolerance');
	});

	it('reads nothing before the signature is checked', () => {
		const bomb = '<!DOCTYPE xml [<!ENTITY a "b">]><xml>';
		const forged = { ...query, signature: 'x' };
		expect(() => openMessage(bomb, forged, plainKeys, options)).toThrow('signature does not match');
	});

	it.each(['<xml><FromUserName>oA', '{"MsgType":', '', '<xml/>', 'x'.repeat(10)])(
		'answers 400 for the body %j of a signed request',
		(body) => {
			expect(() => openMessage(body, query, plainKeys, options)).toThrow(
				expect.objectContaining({ status: 400 }),
			);
		},
	);
});
