import { REPLIED_LATE } from '../shared/callback/reply';
import { sleep, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/** What WeChat takes as "received, no reply". */
export const ACKNOWLEDGEMENT = 'success';

/** What n8n is told where the answer is ours and no run starts. */
export const ANSWERED: IWebhookResponseData = { noWebhookResponse: true };

/** What n8n sends when a run ends with an error; the run had started, so nothing may be repeated. */
const RUN_FAILED = 'Error in workflow';

/** Tells a forwarding trigger that the reply has gone out as a message of its own. */
export const REPLIED_HEADER = 'x-wechat-replied';

const XML = 'application/xml; charset=utf-8';
const TEXT = 'text/plain; charset=utf-8';

export interface Sent {
	status: number;
	body: string;
}

/** Replies are XML, encrypted or not. */
export function isReply(body: string): boolean {
	return body.startsWith('<xml');
}

function asText(body: unknown): string {
	if (Buffer.isBuffer(body)) return body.toString('utf8');
	return typeof body === 'string' ? body : '';
}

function isRunFailure(body: unknown): boolean {
	return (
		typeof body === 'object' && body !== null && 'message' in body && body.message === RUN_FAILED
	);
}

/**
 * The answer to WeChat, in the hands of the trigger.
 *
 * WeChat accepts `success`, nothing, or a reply in XML; anything else makes the follower read that the
 * service is out of order. n8n, on the other hand, answers with JSON when a run fails, with an
 * empty body when it ends, and at any time, also long after the connection is closed. So n8n's calls
 * on the response end here: the first one decides, what WeChat would not understand becomes
 * `success`, and what comes later is dropped without a log entry. Only when n8n could not even start
 * the run does the status stay an error, because then WeChat has to deliver again.
 *
 * Where other triggers receive the same message (`forward`), the first reply of anyone decides, and
 * "no reply" goes out only when all have said so.
 */
export class OwnedResponse {
	/** Resolves once, with what has been sent. */
	readonly sent: Promise<Sent>;

	private others?: Promise<unknown>;

	private status = 200;

	private hasRepliedLate = false;

	private resolveSent: (sent: Sent) => void = () => {};

	/** Undefined when it is done: nothing of the request is held any longer, whatever timer still runs. */
	private transmit?: (sent: Sent, contentType: string) => void;

	constructor(response: Response) {
		this.sent = new Promise((resolve) => {
			this.resolveSent = resolve;
		});
		const end = response.end.bind(response);
		const setHeader = response.setHeader.bind(response);
		this.transmit = ({ status, body }, contentType) => {
			response.statusCode = status;
			setHeader('content-type', contentType);
			// n8n's server compresses long bodies for whoever accepts that, and names the compression in a header
			// at the last moment, when headers are no longer taken: the reply would arrive as noise.
			setHeader('cache-control', 'no-transform');
			if (this.hasRepliedLate) setHeader(REPLIED_HEADER, '1');
			end(body);
		};
		this.takeOver(response);
	}

	/** Sends an answer of our own, unless one has been sent; tells whether it went out. */
	answer(body: string, status = 200): boolean {
		return this.transmitOnce({ status, body }, isReply(body) ? XML : TEXT);
	}

	/** Sends a text that may look like anything, as it is. */
	answerText(body: string): void {
		this.transmitOnce({ status: 200, body }, TEXT);
	}

	/** Others may reply until the promise resolves: until then nobody's "no reply" is the answer. */
	holdFor(others: Promise<unknown>): void {
		this.others = others;
	}

	/** There is no reply from this workflow. */
	acknowledge(): void {
		this.answerUnlessOthers(ACKNOWLEDGEMENT);
	}

	/** The answer if nobody else replies. */
	answerUnlessOthers(body: string): void {
		if (this.others) void this.others.then(() => this.answer(body));
		else this.answer(body);
	}

	/** After this time, the run is known to have started, whether or not it replies. */
	acknowledgeAfter(milliseconds: number): void {
		void sleep(milliseconds).then(() => this.acknowledge());
	}

	/** Acknowledges when the time of WeChat is over, whoever might still reply. */
	answerWithin(milliseconds: number): void {
		void sleep(milliseconds).then(() => this.answer(ACKNOWLEDGEMENT));
	}

	private transmitOnce(sent: Sent, contentType: string): boolean {
		const { transmit } = this;
		if (!transmit) return false;
		this.transmit = undefined;
		transmit(sent, contentType);
		this.resolveSent(sent);
		return true;
	}

	private takeOver(response: Response): void {
		const finish = (body?: unknown): Response => {
			this.answerForHost(body);
			return response;
		};
		response.status = (code: number) => {
			this.status = code;
			return response;
		};
		response.send = finish;
		response.json = finish;
		response.end = finish;
		response.setHeader = () => response;
		response.setHeaders = () => response;
	}

	private answerForHost(body: unknown): void {
		const failed = this.status >= 500 && !isRunFailure(body);
		if (failed) {
			this.answer('', this.status);
			return;
		}
		const text = asText(body);
		this.hasRepliedLate = text === REPLIED_LATE;
		if (isReply(text)) this.answer(text);
		else this.acknowledge();
	}
}
