import { createHash } from 'crypto';
import { BoundedMap } from '../boundedMap';

/** Accounts of one process, and signatures of each: more than WeChat sends to one within the tolerance. */
const MAX_ACCOUNTS = 50;
const MAX_SIGNATURES = 10_000;

/**
 * Which message a signature of plaintext mode has come with. That signature does not cover the message, so
 * whoever has seen one could send any message with it. Bounded, and of one process: a second line of defence
 * behind the tolerance of time, no substitute for safe mode.
 */
export class SeenSignatures {
	private readonly accounts = new BoundedMap<string, BoundedMap<string, string>>(MAX_ACCOUNTS);

	/** Whether a signature is new, or comes again with the same message as WeChat delivers it again. */
	admits(account: string, signature: string, body: string): boolean {
		const digest = createHash('sha256').update(body).digest('base64');
		const signatures = this.accounts.get(account) ?? new BoundedMap<string, string>(MAX_SIGNATURES);
		const known = signatures.get(signature);
		if (known !== undefined) return known === digest;
		signatures.set(signature, digest);
		this.accounts.set(account, signatures);
		return true;
	}
}
