/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Request, Response } from 'express';
import { LoadOptionsContext, PollContext, WebhookContext } from 'n8n-core';
import { createRunExecutionData } from 'n8n-workflow';
import type {
	IConnections,
	IDataObject,
	INode,
	INodeExecutionData,
	IWebhookData,
	IWebhookResponseData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { TestCredentials } from './credentials';
import {
	additionalData,
	buildWorkflow,
	runWorkflow,
	toNode,
	type NodeSpec,
	type Sent,
} from './engine';

/** What the trigger's `webhook()` gave, and what to do with the run that follows. */
export interface WebhookCall {
	result: IWebhookResponseData;
	response: Response;
}

/** How n8n's server hands an answer of the engine to the response; a Buffer goes out as it is. */
function relay(response: Response, { statusCode, headers, body }: Sent): void {
	response.status(statusCode ?? 200);
	for (const [name, value] of Object.entries(headers ?? {})) {
		response.setHeader(name, String(value));
	}
	if (Buffer.isBuffer(body)) response.end(body);
	else response.send(body);
}

/** The few methods of Express that n8n and the nodes use on a response. */
function asExpress(response: Response): Response {
	response.status = (code: number) => {
		response.statusCode = code;
		return response;
	};
	response.send = (body?: unknown) => response.end(body as string);
	response.json = (body?: unknown) => response.end(JSON.stringify(body));
	return response;
}

export interface HostedFlow {
	url: string;
	/** Items of every run so far, in order. */
	runs: Array<Record<string, INodeExecutionData[]>>;
	/** Resolves when all runs have ended. */
	settled(): Promise<void>;
	close(): Promise<void>;
}

/**
 * Serves a flow over HTTP as n8n's webhook server does: the first node is the trigger, its context is
 * n8n-core's, and the rest runs through the engine.
 */
export async function hostFlow(
	specs: NodeSpec[],
	credentials: TestCredentials,
	mode: WorkflowExecuteMode = 'webhook',
	connections?: IConnections,
): Promise<HostedFlow> {
	const nodes = specs.map(toNode);
	const trigger = nodes[0];
	if (!trigger) throw new Error('A flow needs a trigger');
	const runs: HostedFlow['runs'] = [];
	const pending = new Set<Promise<void>>();

	const call = async (request: Request, response: Response): Promise<void> => {
		const workflow = await buildWorkflow(nodes, connections);
		const { data } = additionalData(credentials, workflow, mode);
		data.httpRequest = request;
		data.httpResponse = response;
		const name = request.method === 'GET' ? 'setup' : 'default';
		const webhook = {
			webhookDescription: { name, httpMethod: request.method, path: 'wechat' },
			workflowId: workflow.id,
			node: trigger.name,
			path: 'wechat',
		} as unknown as IWebhookData;
		const context = new WebhookContext(workflow, trigger, data, mode, webhook, [], null);
		const type = workflow.nodeTypes.getByNameAndVersion(trigger.type, trigger.typeVersion);
		const result = (await type.webhook?.call(context)) ?? {};
		if (!result.workflowData) return;
		const [items = [], ...moreInputs] = result.workflowData;
		const run = await runWorkflow(nodes, items, credentials, { mode, connections, moreInputs });
		runs.push(run.items);
		const [sent] = run.responses;
		if (sent) relay(response, sent);
		else if (run.error) response.status(500).json({ message: 'Error in workflow' });
		else response.end();
	};

	const server = createServer((incoming, outgoing) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', () => {
			const request = incoming as unknown as Request;
			const url = new URL(incoming.url ?? '/', 'http://localhost');
			request.query = Object.fromEntries(url.searchParams);
			request.rawBody = Buffer.concat(chunks);
			const response = asExpress(outgoing as unknown as Response);
			const run = call(request, response).catch((error: unknown) => {
				response.status(500).json({ message: String(error) });
			});
			pending.add(run);
			void run.finally(() => pending.delete(run));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/webhook/wechat`,
		runs,
		settled: async () => {
			await Promise.all(pending);
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

export interface WaitingCall {
	result: IWebhookResponseData;
	/** What the node wrote to the response itself. */
	sent: { body: string; headers: Record<string, string> };
	/** What becomes of it when n8n cannot resume the run: it writes an error to the response. */
	fail(): void;
}

/**
 * What a node that waits does with a request to its link.
 *
 * @param waiting the item that it waits with
 */
export async function callWaiting(
	spec: NodeSpec,
	credentials: TestCredentials,
	request: { method: 'GET' | 'POST'; body: unknown; query?: IDataObject },
	waiting?: INodeExecutionData,
): Promise<WaitingCall> {
	const node = toNode(spec);
	const workflow = await buildWorkflow([node]);
	const { data } = additionalData(credentials, workflow, 'webhook');
	const sent: WaitingCall['sent'] = { body: '', headers: {} };
	const response = {
		setHeader: (name: string, value: string) => {
			sent.headers[name] = value;
		},
		end: (body: string) => {
			sent.body = body;
		},
		send: (body: string) => {
			sent.body = body;
		},
		json: (body: unknown) => {
			sent.body = JSON.stringify(body);
		},
	};
	data.httpRequest = request as unknown as Request;
	data.httpResponse = response as unknown as Response;
	const webhook = { webhookDescription: { name: 'default' } } as unknown as IWebhookData;
	const runData =
		waiting &&
		createRunExecutionData({
			executionData: {
				nodeExecutionStack: [{ node, data: { main: [[waiting]] }, source: null }],
			},
		});
	const context = new WebhookContext(workflow, node, data, 'webhook', webhook, [], runData ?? null);
	const type = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	await workflow.expression.acquireIsolate();
	try {
		const result = (await type.webhook?.call(context)) ?? {};
		// n8n sends the page when it has resumed the run; otherwise an error, as JSON.
		const fail = () => void response.json({ message: 'The run could not be started' });
		if (typeof result.webhookResponse === 'string') sent.body = result.webhookResponse;
		return { result, sent, fail };
	} finally {
		await workflow.expression.releaseIsolate();
	}
}

/** A polling trigger whose cursor is kept as n8n keeps it: only when the poll succeeds. */
export class PolledTrigger {
	private cursor: IDataObject = {};

	private readonly node: INode;

	/** What the trigger has told beside its items; n8n makes failed executions of it. */
	readonly told: Error[] = [];

	constructor(
		spec: NodeSpec,
		private readonly credentials: TestCredentials,
	) {
		this.node = toNode(spec);
	}

	async poll(mode: WorkflowExecuteMode = 'trigger'): Promise<INodeExecutionData[]> {
		const workflow = await buildWorkflow([this.node]);
		const { data } = additionalData(this.credentials, workflow, mode);
		const staged = JSON.parse(JSON.stringify(this.cursor)) as IDataObject;
		const context = new PollContext(
			workflow,
			this.node,
			data,
			mode,
			'activate',
			undefined,
			(error) => this.told.push(error),
			undefined,
			undefined,
			() => staged,
		);
		const type = workflow.nodeTypes.getByNameAndVersion(this.node.type, this.node.typeVersion);
		const result = await type.poll?.call(context);
		if (mode !== 'manual') this.cursor = staged;
		return result?.[0] ?? [];
	}
}

/** The context in which the editor fills a picker. */
export async function loadOptionsContext(
	spec: NodeSpec,
	credentials: TestCredentials,
): Promise<LoadOptionsContext> {
	const node = toNode(spec);
	const workflow = await buildWorkflow([node]);
	const { data } = additionalData(credentials, workflow, 'internal');
	data.currentNodeParameters = node.parameters;
	return new LoadOptionsContext(workflow, node, data, '');
}
