import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from '../constants';
import type { CallbackKeys } from './verify';

type Context = Pick<
	IExecuteFunctions | IWebhookFunctions,
	'getCredentials' | 'getMode' | 'getNode'
>;

/**
 * How long keys are held in memory, in milliseconds. n8n reads a credential from its database and decrypts it
 * each time it is asked, which costs more than verifying the message. A changed Token works after this.
 */
const HELD_MS = 5_000;

const MAX_HELD = 200;

interface Held {
	keys: Promise<CallbackKeys>;
	/** Epoch milliseconds. */
	until: number;
}

/** By the ID of the credential; bounded, oldest out first. */
const held = new Map<string, Held>();

async function read(ctx: Context): Promise<CallbackKeys> {
	const { appId, token, encodingAesKey } =
		await ctx.getCredentials<Partial<CallbackKeys>>(CREDENTIAL_TYPE);
	return {
		appId: (appId ?? '').trim(),
		token: (token ?? '').trim(),
		encodingAesKey: encodingAesKey ?? '',
	};
}

function hold(id: string, keys: Promise<CallbackKeys>): void {
	held.delete(id);
	held.set(id, { keys, until: Date.now() + HELD_MS });
	const [oldest] = held.keys();
	if (held.size > MAX_HELD && oldest !== undefined) held.delete(oldest);
	// The next message tries again.
	keys.catch(() => held.delete(id));
}

/**
 * The keys of the server configuration, from the credential of the node. Those of published workflows are
 * held for some seconds; a person who tries a workflow in the editor gets what has just been saved.
 */
export async function callbackKeysOf(ctx: Context): Promise<CallbackKeys> {
	const id = ctx.getNode().credentials?.[CREDENTIAL_TYPE]?.id;
	if (!id || ctx.getMode() !== 'webhook') return await read(ctx);
	const known = held.get(id);
	if (known && Date.now() < known.until) return await known.keys;
	const keys = read(ctx);
	hold(id, keys);
	return await keys;
}
