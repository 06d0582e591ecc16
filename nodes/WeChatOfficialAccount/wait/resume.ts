import { sleep, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { UserInputError } from '../../shared/inputError';

/** Waits before another attempt while the flow that asked has not begun to wait, in milliseconds. */
const STILL_RUNNING_DELAYS = [300, 700, 1_500, 3_000];

const TIMEOUT_MS = 10_000;

/** The signed link that resumes this execution. */
export function resumeUrlOf(ctx: IExecuteFunctions, itemIndex: number): string {
	return String(ctx.evaluateExpression('{{ $execution.resumeUrl }}', itemIndex));
}

function parsed(url: string): URL | undefined {
	return URL.canParse(url) ? new URL(url) : undefined;
}

/**
 * A row may have been written by anybody who reaches the table, so a link is followed only to the
 * place where this n8n keeps its waiting flows.
 *
 * @throws UserInputError for any other link
 */
function checkOwn(ctx: IExecuteFunctions, itemIndex: number, url: string): void {
	const own = new URL(resumeUrlOf(ctx, itemIndex));
	const folder = own.pathname.slice(0, own.pathname.lastIndexOf('/') + 1);
	const link = parsed(url);
	if (link?.origin === own.origin && link.pathname.startsWith(folder)) return;
	throw new UserInputError(
		"'Resume URL' is not a link of this n8n",
		"Give the field resumeUrl of the row returned by 'Ask in Chat'.",
	);
}

export interface Resumption {
	resumed: boolean;
	reason: string | null;
}

function outcomeOf(statusCode: number): Resumption {
	if (statusCode < 300) return { resumed: true, reason: null };
	if (statusCode === 409)
		return { resumed: false, reason: 'The question has been answered before' };
	return { resumed: false, reason: 'Nobody waits for this answer any more' };
}

/** Brings an answer to the flow that waits for it. Of two answers, the first is taken. */
export async function resume(
	ctx: IExecuteFunctions,
	itemIndex: number,
	url: string,
	body: IDataObject,
): Promise<Resumption> {
	checkOwn(ctx, itemIndex, url);
	for (let attempt = 0; ; attempt++) {
		const answer = (await ctx.helpers.httpRequest({
			method: 'POST',
			url,
			body,
			json: true,
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})) as { statusCode: number; body?: { message?: string } };
		const isStillRunning =
			answer.statusCode === 409 && String(answer.body?.message).includes('running');
		const delay = STILL_RUNNING_DELAYS[attempt];
		if (!isStillRunning || delay === undefined) return outcomeOf(answer.statusCode);
		await sleep(delay);
	}
}
