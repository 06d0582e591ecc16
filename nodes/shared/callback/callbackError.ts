/**
 * A pushed request that cannot be accepted. `status` is what WeChat, or whoever sent it, gets to see;
 * the message goes to n8n's log and holds no secret.
 */
export class CallbackError extends Error {
	constructor(
		readonly status: 400 | 403 | 413,
		message: string,
	) {
		super(message);
		this.name = 'CallbackError';
	}
}
