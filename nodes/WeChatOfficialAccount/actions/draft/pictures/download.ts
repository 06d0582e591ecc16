import type { IExecuteFunctions } from 'n8n-workflow';
import { UserInputError } from '../../../../shared/inputError';
import { addressProblem } from '../../../../shared/media/publicAddress';

/** A page may send on to where its picture is; more is a circle. */
const MAX_REDIRECTS = 3;

/** For the whole picture, with what it is sent on to. */
const TIMEOUT_MS = 20_000;

const ADVICE =
	'Use a picture that everybody on the web can open, or fetch it with an HTTP Request node and name its field: ![](binary:data).';

/** A picture from the web. */
export interface Downloaded {
	data: Buffer;
	fileName: string;
	mimeType: string;
}

interface Response {
	statusCode: number;
	headers: Record<string, string | undefined>;
	body: AsyncIterable<Buffer>;
}

const refuse = (what: string): UserInputError => new UserInputError(what, ADVICE);

async function request(
	ctx: IExecuteFunctions,
	url: string,
	abortSignal: AbortSignal,
): Promise<Response> {
	try {
		const response: unknown = await ctx.helpers.httpRequest({
			method: 'GET',
			url,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			// Each address is judged before it is asked.
			disableFollowRedirect: true,
			timeout: TIMEOUT_MS,
			abortSignal,
		});
		return response as Response;
	} catch {
		// What the network says may hold the address with its query; the caller names the picture.
		return await Promise.reject(refuse('it could not be reached'));
	}
}

/** The body, as long as it is not too large; leaving the loop closes the connection. */
async function bytesOf(body: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of body) {
			size += chunk.length;
			if (size > maxBytes) break;
			chunks.push(chunk);
		}
	} catch {
		return await Promise.reject(refuse('it broke off or took too long'));
	}
	if (size > maxBytes) throw refuse(`it has more than ${maxBytes} bytes`);
	return Buffer.concat(chunks);
}

/** The last word of the path, for a name. */
function nameOf(url: string): string {
	const last = new URL(url).pathname.split('/').at(-1) ?? '';
	return last.slice(-80) || 'picture';
}

/**
 * Fetches a picture from the web, without any credential.
 *
 * @throws UserInputError when it cannot be had, is too large, or leads into a private network
 */
export async function download(
	ctx: IExecuteFunctions,
	address: string,
	maxBytes: number,
): Promise<Downloaded> {
	const signal = AbortSignal.timeout(TIMEOUT_MS);
	let url = address;
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
		const problem = addressProblem(url);
		if (problem)
			throw refuse(redirects === 0 ? `it ${problem}` : `it is sent on to what ${problem}`);
		const { statusCode, headers, body } = await request(ctx, url, signal);
		const { location } = headers;
		if (statusCode >= 300 && statusCode < 400 && location && URL.canParse(location, url)) {
			// Nobody reads this body; without an end the connection would stay.
			await bytesOf(body, 0).catch(() => undefined);
			url = new URL(location, url).href;
			continue;
		}
		if (statusCode !== 200) {
			await bytesOf(body, 0).catch(() => undefined);
			throw refuse(`its server answered with status ${statusCode}`);
		}
		const data = await bytesOf(body, maxBytes);
		const mimeType = headers['content-type']?.split(';')[0]?.trim() ?? '';
		return { data, fileName: nameOf(url), mimeType };
	}
	throw refuse('it is sent on too often');
}
