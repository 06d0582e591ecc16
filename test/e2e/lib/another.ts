/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { join, resolve } from 'node:path';
import { placeOfThisWorker } from './place';
import { startN8n, type N8nServer, type StartOptions } from './server';

const PACKAGE = 'n8n-nodes-wechat-engagement';

/** Starts one more n8n beside the common one of this Jest worker, with the same package. */
export async function startAnother(options: Partial<StartOptions>): Promise<N8nServer> {
	const { userFolder } = placeOfThisWorker();
	return await startN8n({
		node: process.env.N8N_TEST_NODE ?? process.execPath,
		home: resolve('test/e2e'),
		packageFolder: join(userFolder, '.n8n/nodes/node_modules', PACKAGE),
		packageName: PACKAGE,
		...options,
	});
}
