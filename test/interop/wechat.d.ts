/* eslint-disable @n8n/community-nodes/no-restricted-imports */
/* The part of the two middleware packages that the tests use; they ship without types. */
interface WechatConfig {
	token: string;
	appid: string;
	encodingAESKey: string;
}

declare module 'wechat' {
	import type { IncomingMessage, ServerResponse } from 'node:http';

	type Asked = IncomingMessage & { query: Record<string, string>; weixin: Record<string, unknown> };
	type Answering = ServerResponse & {
		reply(content: unknown): void;
		transfer2CustomerService(account?: string): void;
	};
	export default function wechat(
		config: WechatConfig,
		handle: (request: Asked, response: Answering) => void,
	): (request: Asked, response: ServerResponse, next: (error?: Error) => void) => void;
}

declare module 'co-wechat' {
	import type { IncomingMessage } from 'node:http';

	/** What the middleware uses of a context of Koa. */
	interface Context {
		method?: string;
		query: Record<string, string>;
		req: IncomingMessage;
		request: { length?: number; charset?: string; body?: string };
		status: number;
		body: string;
		type: string;
	}
	export default function coWechat(config: WechatConfig): {
		middleware(
			handle: (message: Record<string, unknown>) => Promise<unknown>,
		): (context: Context) => Promise<void>;
	};
}
