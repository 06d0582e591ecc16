/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commands, readings } from './control';
import { isFile } from './endpoints/endpoint';
import { servePhone } from './phone/serve';
import { Platform, type Answer } from './platform';

const MAX_BODY_BYTES = 20_000_000;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request) {
		size += (chunk as Buffer).length;
		if (size > MAX_BODY_BYTES) throw new Error('The body is too large');
		chunks.push(chunk as Buffer);
	}
	return Buffer.concat(chunks);
}

function sendJson(response: ServerResponse, value: unknown, status = 200): void {
	response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
	response.end(JSON.stringify(value ?? null));
}

function send(response: ServerResponse, answer: Answer): void {
	if (answer === 'reset') {
		response.socket?.destroy();
	} else if ('raw' in answer) {
		response.writeHead(answer.status, { 'content-type': 'text/html' });
		response.end(answer.raw);
	} else if ('json' in answer) {
		// The platform labels JSON as text now and then; so does its model.
		response.writeHead(200, { 'content-type': 'text/plain' });
		response.end(JSON.stringify(answer.json));
	} else if (isFile(answer)) {
		const disposition = `attachment; filename="${answer.fileName}"`;
		response.writeHead(200, {
			'content-type': answer.contentType,
			'content-disposition': disposition,
		});
		response.end(answer.file);
	}
}

async function control(
	platform: Platform,
	{ pathname, searchParams }: URL,
	method: string,
	body: string,
): Promise<unknown> {
	const name = pathname.slice('/__sim/'.length);
	if (method === 'GET') {
		const read = readings[name];
		if (!read) throw new Error(`There is no reading ${name}`);
		return read(platform, searchParams);
	}
	const command = commands[name] as ((on: Platform, given: unknown) => unknown) | undefined;
	if (!command) throw new Error(`There is no command ${name}`);
	return await command(platform, body === '' ? {} : JSON.parse(body));
}

async function handle(
	platform: Platform,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const url = new URL(request.url ?? '/', 'http://localhost');
	const method = request.method ?? 'GET';
	const body = await bodyOf(request);
	if (method === 'GET' && (await servePhone(platform, url, response))) return;
	if (url.pathname.startsWith('/__sim/')) {
		sendJson(response, await control(platform, url, method, body.toString('utf8')));
		return;
	}
	const query = Object.fromEntries(url.searchParams);
	const contentType = request.headers['content-type'] ?? '';
	const call = { method, path: url.pathname, query, body, contentType };
	send(response, await platform.handle(call));
}

export interface Simulator {
	platform: Platform;
	url: string;
	close(): Promise<void>;
}

/** Starts the platform on a port of this machine; 0 takes a free one. */
export async function startSimulator(port = 0, host = '127.0.0.1'): Promise<Simulator> {
	const platform = new Platform();
	const server: Server = createServer((request, response) => {
		handle(platform, request, response).catch((error: unknown) => {
			const message = error instanceof Error ? error.message : String(error);
			if (!response.headersSent) sendJson(response, { error: message }, 400);
		});
	});
	await new Promise<void>((resolve) => server.listen(port, host, resolve));
	const { port: taken } = server.address() as AddressInfo;
	platform.url = `http://${host}:${taken}`;
	return {
		platform,
		url: platform.url,
		close: async () => {
			platform.state.clock.stop();
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}
