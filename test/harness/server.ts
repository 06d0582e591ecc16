/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The account's server for the time of a test. */
export interface TestServer {
	url: string;
	close(): Promise<void>;
}

/** What was sent, as text. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}

/** Starts a server on this machine; what goes wrong in it is answered with 500. */
export async function serve(
	answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
): Promise<TestServer> {
	const server = createServer((request, response) => {
		const answered = async () => await answer(request, response);
		answered().catch((error: unknown) => {
			response.statusCode = 500;
			response.end(String(error));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		close: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
	};
}
