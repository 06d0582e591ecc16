/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands in for the group robot of the staff: keeps what it was sent. */
export class StaffRoom {
	readonly messages: string[] = [];

	private constructor(private readonly server: Server) {}

	static async open(): Promise<StaffRoom> {
		const server = createServer((request, response) => {
			let body = '';
			request.on('data', (chunk) => (body += String(chunk)));
			request.on('end', () => {
				const { text } = JSON.parse(body) as {
					text?: { content?: string; mentioned_list?: string[] };
				};
				const called = text?.mentioned_list ? '@所有人' : '';
				room.messages.push((text?.content ?? body) + called);
				response.setHeader('content-type', 'application/json');
				response.end('{"errcode":0,"errmsg":"ok"}');
			});
		});
		const room = new StaffRoom(server);
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return room;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/robot`;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise<void>((resolve) => this.server.close(() => resolve()));
	}
}
