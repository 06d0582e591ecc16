import { randomInt } from 'node:crypto';
import { isObject, type Json } from './check';
import { encrypt, sha1, toXml } from './envelope';
import { readReply, type Reading } from './reply';
import { handOver, record, sessionOf } from './sessions';
import type { Delivered, State } from './state';
import type { Written } from './talk';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Events after which the account may write: three times in a minute. */
const OPENING = /^(CLICK|SCAN|subscribe|scancode_push|scancode_waitmsg)$/;

/** What a test may bend about a push, to see it refused. */
export interface PushOptions {
	/** Replaces the signatures. */
	signature?: string;
	/** Moves the timestamp, in seconds. */
	timestampOffset?: number;
	/** Replaces the body after it was signed. */
	body?: string;
	/** The message in these very characters, whatever its fields are. */
	text?: string;
	/** Encrypts for another account. */
	appId?: string;
	mode?: State['callback']['mode'];
	format?: State['callback']['format'];
	/** How the body is announced, as a proxy before n8n may change it. */
	contentType?: string;
	/** Sends the message without regard to what it means (allowances, apologies). */
	isForged?: boolean;
}

export interface Delivery {
	status: number;
	body: string;
	milliseconds: number;
}

export interface PushResult {
	deliveries: Delivery[];
	reading: Reading;
}

interface Prepared {
	query: URLSearchParams;
	body: string;
	contentType: string;
}

function prepare(state: State, fields: Json, options: PushOptions): Prepared {
	const { account } = state;
	const mode = options.mode ?? state.callback.mode;
	const format = options.format ?? state.callback.format;
	const timestamp = String(state.clock.seconds() + (options.timestampOffset ?? 0));
	const nonce = String(randomInt(100_000_000, 1_000_000_000));
	const query = new URLSearchParams({
		signature: options.signature ?? sha1(account.token, timestamp, nonce),
		timestamp,
		nonce,
		openid: String(fields.FromUserName ?? ''),
	});
	const serialise = (value: Json) => (format === 'xml' ? toXml(value) : JSON.stringify(value));
	let sent: Json = fields;
	if (mode !== 'plain') {
		const Encrypt = encrypt(account, options.text ?? serialise(fields), options.appId);
		query.set('encrypt_type', 'aes');
		query.set('msg_signature', options.signature ?? sha1(account.token, timestamp, nonce, Encrypt));
		sent = mode === 'safe' ? { ToUserName: account.originalId, Encrypt } : { ...fields, Encrypt };
	}
	return {
		query,
		body: options.body ?? (mode === 'plain' ? options.text : undefined) ?? serialise(sent),
		contentType: options.contentType ?? (format === 'xml' ? 'text/xml' : 'application/json'),
	};
}

async function deliver(state: State, { query, body, contentType }: Prepared): Promise<Delivery> {
	const startedAt = Date.now();
	const url = new URL(state.callback.url);
	query.forEach((value, name) => url.searchParams.set(name, value));
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: {
				'content-type': contentType,
				'user-agent': 'Mozilla/4.0',
				// A kept connection may be one that a busy n8n has just given up.
				connection: 'close',
			},
			body,
			signal: AbortSignal.timeout(state.callback.timeoutMs),
		});
		const text = await response.text();
		return { status: response.status, body: text, milliseconds: Date.now() - startedAt };
	} catch {
		return { status: 0, body: '', milliseconds: Date.now() - startedAt };
	}
}

/** What an action of the follower allows the account to send (WeChat: customer service messages). */
function allowFor(state: State, fields: Json): void {
	const follower = state.followers.get(String(fields.FromUserName));
	if (!follower) return;
	const isMessage = fields.MsgType !== 'event';
	if (isMessage) follower.wroteAt = state.clock.now();
	// A tap on an entry of a menu message counts like one on the menu, though it comes as a text.
	if (isMessage && fields.bizmsgmenuid === undefined) state.allow(follower, 5, 48 * HOUR_MS);
	else if (isMessage || OPENING.test(String(fields.Event))) state.allow(follower, 3, MINUTE_MS);
}

const CONSENT_EVENT = /^subscribe_msg_(popup|change)_event$/;

/** What a follower agrees to or takes back (WeChat: subscription notices): a yes is good for one notice. */
function consentFor(state: State, fields: Json): void {
	const follower = state.followers.get(String(fields.FromUserName));
	if (!follower || !CONSENT_EVENT.test(String(fields.Event))) return;
	for (const value of [fields.SubscribeMsgPopupEvent, fields.SubscribeMsgChangeEvent]) {
		if (!isObject(value) || !Array.isArray(value.List)) continue;
		for (const { TemplateId, SubscribeStatusString } of value.List.filter(isObject)) {
			const id = String(TemplateId);
			if (SubscribeStatusString === 'accept') {
				follower.consents[id] = (follower.consents[id] ?? 0) + 1;
			} else if (fields.Event === 'subscribe_msg_change_event') {
				follower.consents[id] = 0;
			}
		}
	}
}

function complete(state: State, fields: Json): Json {
	const { account, clock } = state;
	return {
		ToUserName: account.originalId,
		CreateTime: clock.seconds(),
		...fields,
		...(fields.MsgType === 'event' || fields.MsgId ? {} : { MsgId: state.nextMessageId() }),
	};
}

/** Whether a reply shows a file that the account does not have, or no longer. */
function showsUnknownMedia(state: State, reading: Reading): boolean {
	if (reading.kind !== 'reply') return false;
	const { mediaId, thumbMediaId } = reading.content;
	return [mediaId, thumbMediaId].some((id) => id !== undefined && !state.hasMedia(id));
}

function read(
	state: State,
	fields: Json,
	{ status, body }: Delivery,
	options: PushOptions,
): Reading {
	if (status !== 200) return { kind: 'invalid', reason: `HTTP ${status}` };
	const reading = readReply(state.account, body, {
		openId: String(fields.FromUserName),
		isEvent: fields.MsgType === 'event',
		isSafeMode: (options.mode ?? state.callback.mode) === 'safe',
	});
	return showsUnknownMedia(state, reading) ? { kind: 'invalid', reason: 'MediaId' } : reading;
}

/** Remembers what a follower of the account does. */
function remember(state: State, fields: Json): Written | undefined {
	const openId = String(fields.FromUserName);
	return state.followers.has(openId)
		? state.talk.add(openId, fields, state.clock.now())
		: undefined;
}

function show(state: State, fields: Json, reading: Reading, written: Written | undefined): void {
	const follower = state.followers.get(String(fields.FromUserName));
	if (!follower) return;
	if (reading.kind === 'reply') {
		const { type, content } = reading;
		const reply: Delivered = { via: 'passive', type, content, at: state.clock.now() };
		follower.inbox.push(reply);
		if (written) written.reply = reply;
	}
	if (reading.kind === 'invalid') follower.apologies += 1;
}

/** While a conversation with customer service is open, messages go there and are not pushed. */
function takenByCustomerService(state: State, fields: Json): string | undefined {
	const openId = String(fields.FromUserName);
	const session = fields.MsgType === 'event' ? undefined : sessionOf(state, openId);
	if (session) record(state, openId, String(fields.Content ?? ''), 2003);
	return session?.account;
}

/**
 * Pushes a message or an event as the platform does: signed, up to three times, five seconds each.
 * The same delivery is repeated when there is no answer or no HTTP 200.
 *
 * @throws when the account has no server URL
 */
export async function push(
	state: State,
	given: Json,
	options: PushOptions = {},
): Promise<PushResult> {
	state.clock.catchUp();
	const fields = complete(state, given);
	let written: Written | undefined;
	const ended = (deliveries: Delivery[], reading: Reading): PushResult => {
		const milliseconds = deliveries.reduce((sum, delivery) => sum + delivery.milliseconds, 0);
		if (written) written.result = { attempts: deliveries.length, milliseconds, reading };
		return { deliveries, reading };
	};
	if (!options.isForged) {
		allowFor(state, fields);
		consentFor(state, fields);
		const account = takenByCustomerService(state, fields);
		if (account) {
			written = remember(state, fields);
			return ended([], { kind: 'toCustomerService', account });
		}
	}
	if (state.callback.url === '') throw new Error('The account has no server URL yet');
	if (!options.isForged) written = remember(state, fields);
	const prepared = prepare(state, fields, options);
	const deliveries: Delivery[] = [];
	const attempts = options.isForged ? 1 : state.callback.attempts;
	while (deliveries.length < attempts && deliveries.at(-1)?.status !== 200) {
		deliveries.push(await deliver(state, prepared));
	}
	const last = deliveries.at(-1) ?? { status: 0, body: '', milliseconds: 0 };
	const reading = read(state, fields, last, options);
	if (options.isForged) return { deliveries, reading };
	show(state, fields, reading, written);
	const result = ended(deliveries, reading);
	if (reading.kind === 'handedOver') {
		const event = handOver(state, String(fields.FromUserName), reading.account);
		if (event) await push(state, event);
	}
	return result;
}

/** Checks the server URL as the console does when it is saved. */
export async function verifyUrl(state: State, signature?: string): Promise<Delivery> {
	const timestamp = String(state.clock.seconds());
	const nonce = String(randomInt(100_000_000, 1_000_000_000));
	const url = new URL(state.callback.url);
	const echostr = String(randomInt(1_000_000_000, 10_000_000_000));
	url.searchParams.set('signature', signature ?? sha1(state.account.token, timestamp, nonce));
	url.searchParams.set('echostr', echostr);
	url.searchParams.set('timestamp', timestamp);
	url.searchParams.set('nonce', nonce);
	const startedAt = Date.now();
	const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
	const text = await response.text();
	return {
		status: response.status,
		body: text === echostr ? 'verified' : text,
		milliseconds: Date.now() - startedAt,
	};
}
