/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import type { ServerResponse } from 'node:http';
import type { Platform } from '../platform';
import { viewOf } from './view';

const LOOK_MS = 200;

/** Tells a page what its follower sees: at once, and whenever it has changed (server-sent events). */
export function stream(platform: Platform, openId: string, response: ServerResponse): void {
	response.writeHead(200, {
		'content-type': 'text/event-stream; charset=utf-8',
		'cache-control': 'no-store',
	});
	let told = '';
	const look = () => {
		const now = JSON.stringify(viewOf(platform, openId));
		if (now === told) return;
		told = now;
		response.write(`retry: 1000\ndata: ${now}\n\n`);
	};
	look();
	const timer = setInterval(look, LOOK_MS).unref();
	response.once('close', () => clearInterval(timer));
}
