/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;

/** One turn of the model: a text, the call of a tool, or a failure of the service. */
export type Turn = { text: string } | { tool: string; input: Json } | { status: number };

export interface ScriptedModel {
	/** Base address, as OpenAI's. */
	url: string;
	/** What the model was asked, in order. */
	requests: Json[];
	close(): Promise<void>;
}

function messageOf(turn: Exclude<Turn, { status: number }>, position: number): Json {
	if ('text' in turn) return { role: 'assistant', content: turn.text };
	const call = { name: turn.tool, arguments: JSON.stringify(turn.input) };
	return {
		role: 'assistant',
		content: null,
		tool_calls: [{ id: `call_${position}`, type: 'function', function: call }],
	};
}

/**
 * A language model that says what the script says, over OpenAI's protocol.
 *
 * @param script the turns in their order, or what is said to a request
 */
export async function startModel(
	script: Turn[] | ((request: Json) => Turn),
): Promise<ScriptedModel> {
	const requests: Json[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const asked = JSON.parse(Buffer.concat(chunks).toString()) as Json;
			requests.push(asked);
			const turn =
				typeof script === 'function'
					? script(asked)
					: (script[requests.length - 1] ?? { text: 'The script is over' });
			if ('status' in turn) {
				response.statusCode = turn.status;
				response.end(JSON.stringify({ error: { message: 'The service is down' } }));
				return;
			}
			const finish = 'text' in turn ? 'stop' : 'tool_calls';
			const choice = { index: 0, message: messageOf(turn, requests.length), finish_reason: finish };
			response.setHeader('content-type', 'application/json');
			response.end(
				JSON.stringify({
					id: `chatcmpl-${requests.length}`,
					object: 'chat.completion',
					created: 1_700_000_000,
					model: 'scripted',
					choices: [choice],
					usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
				}),
			);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		requests,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}
