import type { Json } from './check';
import type { KfSession, State } from './state';

/** A conversation in which nobody writes for so long is closed. */
const IDLE_MS = 30 * 60_000;

/** The open conversation of a follower with customer service. */
export function sessionOf(state: State, openId: string): KfSession | undefined {
	const session = state.sessions.get(openId);
	if (!session || state.clock.now() - session.wroteAt < IDLE_MS) return session;
	state.sessions.delete(openId);
	return undefined;
}

/** Keeps what the two wrote (`opercode`: 2002 from the account, 2003 from the follower). */
export function record(state: State, openId: string, text: string, opercode: 2002 | 2003): void {
	const session = sessionOf(state, openId);
	if (!session) return;
	session.wroteAt = state.clock.now();
	const { account: worker } = session;
	state.chatRecords.push({ openid: openId, worker, text, opercode, time: state.clock.seconds() });
}

const sessionEvent = (openId: string, Event: string, KfAccount: string): Json => ({
	FromUserName: openId,
	MsgType: 'event',
	Event,
	KfAccount,
});

/** Opens a conversation; the event tells the account's server. */
export function openSession(state: State, openId: string, account: string): Json {
	const { clock } = state;
	state.waiting.delete(openId);
	state.sessions.set(openId, { account, since: clock.seconds(), wroteAt: clock.now() });
	return sessionEvent(openId, 'kf_create_session', account);
}

/** Closes a conversation, if it is open; the event tells the account's server. */
export function closeSession(state: State, openId: string): Json | undefined {
	const session = sessionOf(state, openId);
	state.sessions.delete(openId);
	return session && sessionEvent(openId, 'kf_close_session', session.account);
}

/**
 * Hands a follower over to customer service: to the account named, or to anybody who is online. While nobody is, the
 * follower waits, and messages are still pushed.
 */
export function handOver(state: State, openId: string, wanted: string): Json | undefined {
	const online = [...state.kfAccounts].filter(([, { isOnline }]) => isOnline).map(([name]) => name);
	const account = wanted === '' ? online[0] : online.find((name) => name === wanted);
	if (account !== undefined) return openSession(state, openId, account);
	state.waiting.set(openId, state.clock.seconds());
	return undefined;
}
