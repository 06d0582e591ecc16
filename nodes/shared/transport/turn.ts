import { sleep } from 'n8n-workflow';
import { accountKeys } from './keys';
import { isWithoutToken } from './token';
import type { RequestContext } from './types';

/** Longer than it takes to get a token and to store it in the credential. */
const TURN_MS = 300;
const TURNS = 4;

/** Runs are numbered one after the other, so those that begin at once on several workers have other turns. */
function turnOf(executionId: string | undefined): number {
	const number = Number(executionId);
	return Number.isSafeInteger(number) && number > 0 ? (number - 1) % TURNS : 0;
}

/**
 * Lets another worker go first when nobody has a token: workers share nothing but the stored credential,
 * and of two that read it empty at the same moment each would ask WeChat. It is read again after this.
 *
 * @param credential as it is stored now
 */
export async function takeTurn(
	ctx: RequestContext,
	credential: Record<string, unknown>,
): Promise<void> {
	const turn = turnOf(ctx.getExecutionId());
	if (turn === 0 || !isWithoutToken(credential, accountKeys(credential), Date.now())) return;
	await sleep(turn * TURN_MS);
}
