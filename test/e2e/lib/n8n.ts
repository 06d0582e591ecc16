/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { query } from './database';
import { parse } from './flatted';
import type { Place } from './place';

type Json = Record<string, unknown>;

export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Anna',
	lastName: 'Operator',
	password: 'Engagement2026',
};

const BROWSER_ID = 'wechat-engagement-tests';

export const pause = async (milliseconds: number) =>
	await new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Between two looks; what is looked at often costs n8n nothing. */
const LOOK_MS = 25;

/** Waits for a condition. @throws when it does not come true in time */
export async function until<T>(
	what: string,
	probe: () => Promise<T | undefined>,
	milliseconds = 30_000,
): Promise<T> {
	const end = Date.now() + milliseconds;
	for (;;) {
		const value = await probe();
		if (value !== undefined) return value;
		if (Date.now() > end) throw new Error(`Waited ${milliseconds} ms in vain: ${what}`);
		await pause(LOOK_MS);
	}
}

const HAS_ENDED = "deletedAt IS NULL AND status NOT IN ('new', 'running', 'waiting')";

export interface Execution {
	id: string;
	status: string;
	/** Items of the last run of each node. */
	items: Record<string, Array<{ json: Json; binary?: Json }>>;
	/** The same, by output. */
	outputs: Record<string, Array<Array<{ json: Json; binary?: Json }>>>;
	error?: { message: string; description?: string };
	/** As n8n stores it, to look for what must not be there. */
	stored: string;
}

/** n8n's own API, as the editor uses it. */
export class N8n {
	private cookie = '';

	readonly url: string;

	private readonly userFolder: string;

	constructor({ url, userFolder }: Place) {
		this.url = url;
		this.userFolder = userFolder;
	}

	async isReady(): Promise<boolean> {
		const response = await fetch(`${this.url}/healthz/readiness`).catch(() => undefined);
		return response?.status === 200;
	}

	/**
	 * Signs in as the owner, who is created on the first start. n8n takes a password a few times a minute only, so the
	 * session is kept for the next test file.
	 */
	async signIn(): Promise<void> {
		const session = join(this.userFolder, 'session');
		if (existsSync(session)) {
			this.cookie = readFileSync(session, 'utf8');
			if ((await this.fetch('GET', '/rest/login')).ok) return;
			this.cookie = '';
		}
		await this.signInAnew();
		writeFileSync(session, this.cookie);
	}

	/** What a browser needs to go on in this session. */
	get session(): { cookie: string; browserId: string } {
		return { cookie: this.cookie, browserId: BROWSER_ID };
	}

	private async signInAnew(): Promise<void> {
		await until(
			'n8n takes the owner',
			async () => {
				const { email: emailOrLdapLoginId, password } = OWNER;
				const login = await this.fetch('POST', '/rest/login', { emailOrLdapLoginId, password });
				if (login.ok) return true;
				const setup = await this.fetch('POST', '/rest/owner/setup', OWNER);
				return setup.ok ? true : undefined;
			},
			60_000,
		);
	}

	private async fetch(method: string, path: string, body?: unknown): Promise<Response> {
		const response = await fetch(`${this.url}${path}`, {
			method,
			headers: {
				'content-type': 'application/json',
				'browser-id': BROWSER_ID,
				cookie: this.cookie,
				// An n8n that computes for longer than five seconds drops the connections it kept, and with
				// them a request that has just been sent.
				connection: 'close',
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const [cookie] = response.headers.getSetCookie();
		if (cookie) this.cookie = cookie.split(';', 1)[0] ?? '';
		return response;
	}

	/** Calls n8n's own API as the editor does. @throws with n8n's message when it refuses */
	async api<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await this.fetch(method, `/rest${path}`, body);
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
		return (JSON.parse(text) as { data: T }).data;
	}

	/** Stores a credential and returns its id. */
	async addCredential(type: string, name: string, data: Json): Promise<string> {
		const { id } = await this.api<{ id: string }>('POST', '/credentials', { name, type, data });
		return id;
	}

	async updateCredential(id: string, type: string, name: string, data: Json): Promise<void> {
		await this.api('PATCH', `/credentials/${id}`, { name, type, data });
	}

	/** What the Test button says. */
	async testCredential(
		id: string,
		type: string,
		name: string,
		data: Json,
	): Promise<{ status: string; message: string }> {
		return await this.api('POST', '/credentials/test', { credentials: { id, name, type, data } });
	}

	/**
	 * Imports a workflow with the credentials filled in where they are asked for. Returns its id.
	 *
	 * @param credentialIds one id for all, or ids by type
	 */
	async importWorkflow(
		workflow: Json,
		credentialIds: string | Record<string, string>,
		settings: Json = { saveDataSuccessExecution: 'all' },
	): Promise<string> {
		const nodes = (workflow.nodes as Json[]).map((node) => {
			const credentials = Object.entries((node.credentials ?? {}) as Record<string, Json>);
			const filled = credentials.map(([type, details]) => {
				const id = typeof credentialIds === 'string' ? credentialIds : credentialIds[type];
				return [type, { id, ...details }];
			});
			return { ...node, credentials: Object.fromEntries(filled) as Json };
		});
		const { name, connections, pinData, settings: own } = workflow;
		const created = await this.api<{ id: string }>('POST', '/workflows', {
			name,
			nodes,
			connections,
			...(pinData ? { pinData } : {}),
			settings: { ...(own as Json), ...settings },
			active: false,
		});
		return created.id;
	}

	/** Makes a Data Table of the owner, empty. Returns its name. */
	async makeTable(name: string, columns: Record<string, string>): Promise<string> {
		const { id: projectId } = await this.api<{ id: string }>('GET', '/projects/personal');
		const unique = `${name}${Date.now()}`;
		await this.api('POST', `/projects/${projectId}/data-tables`, {
			name: unique,
			columns: Object.entries(columns).map(([column, type]) => ({ name: column, type })),
		});
		return unique;
	}

	async publish(workflowId: string): Promise<void> {
		const { versionId } = await this.api<{ versionId: string }>('GET', `/workflows/${workflowId}`);
		await this.api('POST', `/workflows/${workflowId}/activate`, { versionId });
	}

	/** What has become of publishing: n8n registers the triggers after it has answered. */
	async publicationStatus(workflowId: string): Promise<Json> {
		return await this.api('GET', `/workflows/${workflowId}/publication-status`);
	}

	async unpublish(workflowId: string): Promise<void> {
		await this.api('POST', `/workflows/${workflowId}/deactivate`, {});
	}

	/** What the editor does when a person presses "Listen for test event". */
	async listen(workflowId: string, triggerName: string): Promise<void> {
		const workflowData = await this.api<Json>('GET', `/workflows/${workflowId}`);
		const { waitingForWebhook } = await this.api<{ waitingForWebhook?: boolean }>(
			'POST',
			`/workflows/${workflowId}/run?partialExecutionVersion=2`,
			{ workflowData, triggerToStartFrom: { name: triggerName } },
		);
		if (!waitingForWebhook) throw new Error('n8n does not listen');
	}

	/** Publishing ends before the webhook answers; this waits until it does. */
	async webhookIsLive(path: string): Promise<string> {
		const url = `${this.url}/webhook/${path}`;
		await until('the webhook answers', async () => {
			// n8n registers its methods one after the other; to who names an origin it tells those that are there.
			const { headers } = await fetch(url, { method: 'OPTIONS', headers: { origin: this.url } });
			const methods = headers.get('access-control-allow-methods') ?? '';
			return /\bGET\b.*\bPOST\b|\bPOST\b.*\bGET\b/.test(methods) ? true : undefined;
		});
		return url;
	}

	private async endedIds(workflowId: string, condition = HAS_ENDED): Promise<string[]> {
		const rows = await query<{ id: number }>(
			this.userFolder,
			`SELECT id FROM execution_entity WHERE workflowId = ? AND ${condition} ORDER BY id`,
			[workflowId],
		);
		return rows.map(({ id }) => String(id));
	}

	/** Finished executions of a workflow, oldest first. */
	async executions(workflowId: string): Promise<Execution[]> {
		const ids = await this.endedIds(workflowId);
		return await Promise.all(ids.map(async (id) => await this.execution(id)));
	}

	/** Those of them that ended badly. */
	async failedExecutions(workflowId: string): Promise<Execution[]> {
		const ids = await this.endedIds(workflowId, `${HAS_ENDED} AND status <> 'success'`);
		return await Promise.all(ids.map(async (id) => await this.execution(id)));
	}

	/** Executions of all workflows that have begun, or are about to, and have not ended. */
	async running(): Promise<Array<{ id: number; workflowId: string }>> {
		const statement =
			"SELECT id, workflowId FROM execution_entity WHERE deletedAt IS NULL AND status IN ('new', 'running') ORDER BY id";
		return await query(this.userFolder, statement, []);
	}

	/** Milliseconds that an execution took, as n8n has written it down. */
	async durationOf(id: string): Promise<number> {
		const statement = `SELECT (julianday(stoppedAt) - julianday(startedAt)) * 86400000 AS took FROM execution_entity WHERE id = ?`;
		const [row] = await query<{ took: number }>(this.userFolder, statement, [id]);
		return row?.took ?? Number.NaN;
	}

	/** How many executions of all workflows n8n keeps that have ended. */
	async countEnded(): Promise<number> {
		const statement = `SELECT count(*) AS count FROM execution_entity WHERE ${HAS_ENDED}`;
		const [row] = await query<{ count: number }>(this.userFolder, statement, []);
		return row?.count ?? 0;
	}

	/** How many runs of all workflows have ended, kept or not; what a node runs within a run is none of its own. */
	async countRuns(): Promise<number> {
		const statement = `SELECT sum(CASE WHEN name LIKE 'manual%' THEN count ELSE rootCount END) AS runs
			FROM workflow_statistics WHERE name LIKE '%success' OR name LIKE '%error'`;
		const [row] = await query<{ runs: number | null }>(this.userFolder, statement, []);
		return row?.runs ?? 0;
	}

	/** Runs a workflow as a person does in the editor, from one of its triggers, and waits for the end. */
	async runByHand(workflowId: string, trigger: string, ms = 60_000): Promise<Execution> {
		const workflowData = await this.api<Json>('GET', `/workflows/${workflowId}`);
		const { executionId } = await this.api<{ executionId: string }>(
			'POST',
			`/workflows/${workflowId}/run?partialExecutionVersion=2`,
			{ workflowData, triggerToStartFrom: { name: trigger } },
		);
		return await until('the run ends', async () => await this.finished(executionId), ms);
	}

	/** An execution that has ended; undefined while it has not. */
	async finished(id: string): Promise<Execution | undefined> {
		const statement = `SELECT id FROM execution_entity WHERE id = ? AND ${HAS_ENDED}`;
		const [row] = await query<{ id: number }>(this.userFolder, statement, [id]);
		return row && (await this.execution(id));
	}

	private async execution(id: string): Promise<Execution> {
		const stored = await this.api<{ status: string; data: string }>('GET', `/executions/${id}`);
		const { resultData } = parse(stored.data) as {
			resultData: {
				runData?: Record<
					string,
					Array<{ data?: { main?: Array<Execution['items'][string] | null> } }>
				>;
				error?: Execution['error'];
			};
		};
		const outputs = Object.entries(resultData.runData ?? {}).map(
			([name, runs]): [string, Execution['outputs'][string]] => [
				name,
				(runs.at(-1)?.data?.main ?? []).map((list) => list ?? []),
			],
		);
		return {
			id,
			status: stored.status,
			outputs: Object.fromEntries(outputs),
			items: Object.fromEntries(outputs.map(([name, lists]) => [name, lists.flat()])),
			error: resultData.error,
			stored: stored.data,
		};
	}

	/** Waits until a workflow has this many finished executions and returns them. */
	async waitForExecutions(workflowId: string, count: number, ms = 20_000): Promise<Execution[]> {
		const enough = async () => (await this.endedIds(workflowId)).length >= count || undefined;
		await until(`${count} executions`, enough, ms);
		return await this.executions(workflowId);
	}
}
