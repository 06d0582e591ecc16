import { sleep } from 'n8n-workflow';

/**
 * The result of work that must not cost the reply: undefined when it takes longer than allowed. The
 * work itself goes on.
 */
export async function inTime<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
	return await Promise.race([work, sleep(milliseconds).then(() => undefined)]);
}
