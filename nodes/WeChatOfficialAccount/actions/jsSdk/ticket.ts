import type { IExecuteFunctions } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from '../../../shared/constants';
import { accountKeys } from '../../../shared/transport/keys';
import { fingerprint } from '../../../shared/transport/token';
import { get } from '../call';

interface KeptTicket {
	ticket: Promise<string>;
	/** Epoch milliseconds from which it is asked for anew; undefined while it is under way. */
	until?: number;
}

/** Most accounts whose tickets a process keeps. */
const MAX_KEPT = 100;

/** A ticket is renewed this long before its end: pages signed with it are read for a while. */
const RENEW_BEFORE_END_S = 300;

/** Tickets by account, secret and server; the oldest goes first. */
const tickets = new Map<string, KeptTicket>();

function usableSeconds(lifetime: number): number {
	const seconds = Number.isFinite(lifetime) ? lifetime : 0;
	return Math.max(seconds - RENEW_BEFORE_END_S, Math.floor(seconds / 2));
}

async function ask(ctx: IExecuteFunctions, entry: KeptTicket): Promise<string> {
	const { ticket, expires_in } = await get<{ ticket: string; expires_in: number }>(
		ctx,
		'/cgi-bin/ticket/getticket',
		{ type: 'jsapi' },
	);
	entry.until = Date.now() + usableSeconds(Number(expires_in)) * 1_000;
	return ticket;
}

/** Whether a kept ticket can still be used; one that is under way can. */
const isUsable = ({ until }: KeptTicket): boolean => until === undefined || until > Date.now();

/**
 * The ticket that pages are signed with. WeChat gives it for two hours and counts the calls, so it is
 * kept in the process; items and runs that ask together share one call (WeChat: ticket/getticket).
 *
 * @param isRenewed asks WeChat again although a ticket is kept, after a page was refused with it
 */
export async function jsapiTicket(ctx: IExecuteFunctions, isRenewed = false): Promise<string> {
	const account = fingerprint(accountKeys(await ctx.getCredentials(CREDENTIAL_TYPE)));
	const known = tickets.get(account);
	if (known && !isRenewed && isUsable(known)) return await known.ticket;
	const entry: KeptTicket = { ticket: Promise.resolve('') };
	entry.ticket = ask(ctx, entry);
	tickets.delete(account);
	tickets.set(account, entry);
	const [oldest] = tickets.keys();
	if (tickets.size > MAX_KEPT && oldest) tickets.delete(oldest);
	try {
		return await entry.ticket;
	} catch (error) {
		// The next one asks again.
		if (tickets.get(account) === entry) tickets.delete(account);
		return await Promise.reject(error);
	}
}
