/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { OWNER } from './n8n';
import { startN8n, type StartOptions } from './server';

/**
 * A user folder in which n8n has made its tables and its owner, so that the next start is quick. Made
 * once for each version of n8n.
 *
 * @param cache folder to keep it in
 */
export async function prepare(options: StartOptions, cache: string): Promise<string> {
	const lock = readFileSync(join(options.home, 'package-lock.json'));
	const digest = createHash('sha256').update(lock).update(JSON.stringify(OWNER)).digest('hex');
	const folder = join(cache, `n8n-${digest.slice(0, 12)}`);
	if (existsSync(folder)) return folder;
	const unfinished = mkdtempSync(`${folder}-`);
	const server = await startN8n({ ...options, userFolder: unfinished });
	await server.stop();
	renameSync(unfinished, folder);
	return folder;
}
