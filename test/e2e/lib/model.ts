/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;

/** One turn of the model: a text, or the call of a tool. */
export type Turn = { text: string } | { tool: string; input: Json };

export interface ScriptedModel {
	/** Base address, as OpenAI's. */
	url: string;
	/** What the model was asked, in order. */
	requests: Json[];
	close(): Promise<void>;
}

function messageOf(turn: Turn, position: number): Json {
	if ('text' in turn) return { role: 'assistant', content: turn.text };
	const call = { name: turn.tool, arguments: JSON.stringify(turn.input) };
	return {
		role: 'assistant',
		content: null,
		tool_calls: [{ id: `call_${position}`, type: 'function', function: call }],
	};
}

/** A language model that says what the script says, over OpenAI's protocol. */
export async function startModel(script: Turn[]): Promise<ScriptedModel> {
	const requests: Json[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			requests.push(JSON.parse(Buffer.concat(chunks).toString()) as Json);
			const turn = script[requests.length - 1] ?? { text: 'The script is over' };
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
