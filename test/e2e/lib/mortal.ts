/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAnother } from './another';
import type { N8n } from './n8n';
import type { N8nServer } from './server';

/** An n8n of its own, with the package of the common one, that can be killed and started again. */
export class MortalN8n {
	private constructor(
		private server: N8nServer,
		private readonly userFolder: string,
	) {}

	static async start(): Promise<MortalN8n> {
		const userFolder = mkdtempSync(join(tmpdir(), 'wechat-n8n-'));
		return new MortalN8n(await launch(userFolder), userFolder);
	}

	get client(): N8n {
		return this.server.client;
	}

	/** Ends it as a power cut does, and starts it again at the same address with what its disk holds. */
	async dieAndRise(): Promise<void> {
		const port = Number(new URL(this.client.url).port);
		await this.server.kill();
		this.server = await launch(this.userFolder, port);
	}

	async end(): Promise<void> {
		await this.server.stop();
		rmSync(this.userFolder, { recursive: true, force: true, maxRetries: 3 });
	}
}

async function launch(userFolder: string, port?: number): Promise<N8nServer> {
	return await startAnother({ port, userFolder, prepared: process.env.N8N_TEST_PREPARED });
}
