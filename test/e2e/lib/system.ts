/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { createServer, type Server } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { push, type PushOptions, type PushResult } from '../../simulator/push';
import type { Simulator } from '../../simulator/server';
import { CREDENTIAL, credentialData } from './flow';
import { until, type Execution, type N8n } from './n8n';
import type { PostgresTables } from './postgres';

type Json = Record<string, unknown>;

interface WorkflowNode extends Json {
	name: string;
	type: string;
	webhookId?: string;
}

interface WorkflowFile extends Json {
	name: string;
	nodes: WorkflowNode[];
}

const TRIGGER = /(Trigger|\.webhook)$/;
/** Looks in a row, a tenth of a second apart, that have to find nothing running. */
const QUIET_LOOKS = 2;
const BY_HAND = /\.(manualTrigger|executeWorkflowTrigger)$/;

/** Stands in for the group robot of the staff: keeps what it was sent. */
class StaffRoom {
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

export interface InstallOptions {
	/** Folder of the workflow files. */
	folder?: string;
	/** First characters of the files to import, e.g. `['00', '01', '04']`; all of them when absent. */
	only?: string[];
	/** Further credentials by type, for steps on a database or with a model. */
	credentials?: Record<string, string>;
	/** Where the state is, if not in Data Tables; the files are then those of `workflows/postgres`. */
	database?: PostgresTables;
}

/** The sample workflows in an n8n, as an operator would set them up, on a simulated account. */
export class AccountSystem {
	private readonly workflows = new Map<string, { id: string; file: WorkflowFile }>();

	private tables = new Map<string, string>();

	private projectId = '';

	private database?: PostgresTables;

	private constructor(
		readonly n8n: N8n,
		readonly simulator: Simulator,
		readonly staff: StaffRoom,
	) {}

	static async open(n8n: N8n, simulator: Simulator): Promise<AccountSystem> {
		return new AccountSystem(n8n, simulator, await StaffRoom.open());
	}

	/** Imports the files, fills the tables, publishes what has a trigger, and enters the server URL. */
	async install({
		database,
		folder = database ? 'workflows/postgres' : 'workflows',
		only,
		credentials = {},
	}: InstallOptions = {}): Promise<void> {
		this.database = database;
		this.simulator.platform.state.callback.mode = 'safe';
		const wechat = await this.n8n.addCredential(
			CREDENTIAL,
			'WeChat account',
			credentialData(this.simulator, true),
		);
		const files = readdirSync(folder).filter(
			(file) => /^\d\d-.*\.json$/.test(file) && (!only || only.includes(file.slice(0, 2))),
		);
		for (const file of files.sort()) {
			await this.add(join(folder, file), { [CREDENTIAL]: wechat, ...credentials });
		}
		({ id: this.projectId } = await this.n8n.api<{ id: string }>('GET', '/projects/personal'));
		await this.dropTables();
		await this.run('00');
		await this.set('staffWebhookUrl', this.staff.url);
		await this.publishAll();
	}

	private async add(path: string, credentials: Record<string, string>): Promise<void> {
		const file = JSON.parse(readFileSync(path, 'utf8')) as WorkflowFile;
		const id = await this.n8n.importWorkflow(file, credentials, {});
		this.workflows.set(file.name.slice(0, 2), { id, file });
	}

	private async publishAll(): Promise<void> {
		for (const { id, file } of this.workflows.values()) {
			const triggers = file.nodes.filter(({ type }) => TRIGGER.test(type) && !BY_HAND.test(type));
			if (triggers.length > 0) await this.n8n.publish(id);
			for (const { type, webhookId } of triggers) {
				if (!type.endsWith('.weChatOfficialAccountTrigger')) continue;
				const url = await this.n8n.webhookIsLive(`${webhookId ?? ''}/wechat`);
				if (file.name.startsWith('01')) this.simulator.platform.state.callback.url = url;
			}
		}
	}

	has(number: string): boolean {
		return this.workflows.has(number);
	}

	/** Id of a workflow in n8n, by its number. */
	id(number: string): string {
		return this.workflow(number).id;
	}

	private workflow(number: string): { id: string; file: WorkflowFile } {
		const found = this.workflows.get(number);
		if (!found) throw new Error(`Workflow ${number} is not installed`);
		return found;
	}

	/**
	 * Runs a workflow as its schedule or a person would, and waits for its end.
	 *
	 * @param trigger name of its trigger, where it has more than one
	 * @throws when the run fails
	 */
	async run(number: string, trigger?: string, milliseconds = 60_000): Promise<Execution> {
		const { id, file } = this.workflow(number);
		const start = file.nodes.find(
			({ name, type }) =>
				(trigger ? name === trigger : TRIGGER.test(type)) && !type.endsWith('AccountTrigger'),
		);
		const execution = await this.n8n.runByHand(id, start?.name ?? '', milliseconds);
		if (execution.status !== 'success') {
			const { message, description } = execution.error ?? {};
			throw new Error(`Workflow ${number}: ${execution.status} ${message} ${description ?? ''}`);
		}
		return execution;
	}

	/** All rows of a table, oldest first where they are in Data Tables. */
	async rows<T extends Json = Json>(table: string): Promise<T[]> {
		if (this.database) return await this.database.rows<T>(table);
		const rows: T[] = [];
		for (;;) {
			const page = await this.n8n.api<{ data: T[]; count: number }>(
				'GET',
				`/projects/${this.projectId}/data-tables/${await this.tableId(table)}/rows?skip=${rows.length}&take=250&sortBy=id:asc`,
			);
			rows.push(...page.data);
			if (page.data.length === 0 || rows.length >= page.count) return rows;
		}
	}

	/** Tables are found by name, so those of an earlier installation would be taken for this one's. */
	private async dropTables(): Promise<void> {
		for (const [name, id] of await this.tableIds()) {
			if (!name.startsWith('wechat_')) continue;
			await this.n8n.api('DELETE', `/projects/${this.projectId}/data-tables/${id}`);
		}
	}

	private async tableIds(): Promise<Map<string, string>> {
		const { data } = await this.n8n.api<{ data: Array<{ id: string; name: string }> }>(
			'GET',
			`/projects/${this.projectId}/data-tables?take=100`,
		);
		return new Map(data.map(({ id, name }) => [name, id]));
	}

	private async tableId(table: string): Promise<string> {
		if (!this.tables.has(table)) this.tables = await this.tableIds();
		const id = this.tables.get(table);
		if (!id) throw new Error(`There is no table ${table}`);
		return id;
	}

	/** Writes a row as a person would in the table's page; one with the same key is replaced. */
	async write(table: string, row: Json & { key: string }): Promise<void> {
		if (this.database) return await this.database.write(table, row);
		await this.n8n.api(
			'POST',
			`/projects/${this.projectId}/data-tables/${await this.tableId(table)}/upsert`,
			{
				filter: { type: 'and', filters: [{ columnName: 'key', condition: 'eq', value: row.key }] },
				data: row,
			},
		);
	}

	/** Adds many rows at once, whatever their keys are. */
	async insert(table: string, rows: Json[]): Promise<void> {
		if (this.database) return await this.database.insert(table, rows);
		await this.n8n.api(
			'POST',
			`/projects/${this.projectId}/data-tables/${await this.tableId(table)}/insert`,
			{ data: rows, returnType: 'count' },
		);
	}

	/** Changes a setting. */
	async set(key: string, value: string): Promise<void> {
		await this.write('wechat_settings', { key, value });
	}

	/** Moves the platform's clock; scheduled workflows follow it by the setting `now`. */
	async advance(milliseconds: number): Promise<void> {
		const { clock } = this.simulator.platform.state;
		clock.advance(milliseconds);
		await this.set('now', new Date(clock.now()).toISOString());
	}

	async push(fields: Json, options?: PushOptions): Promise<PushResult> {
		return await push(this.simulator.platform.state, fields, options);
	}

	/** A follower writes; what the follower reads in return, or undefined. */
	async say(openId: string, text: string, fields: Json = {}): Promise<string | undefined> {
		const { reading } = await this.push({
			FromUserName: openId,
			MsgType: 'text',
			Content: text,
			...fields,
		});
		return reading.kind === 'reply' ? String(reading.content.content ?? '') : undefined;
	}

	/** Waits until nothing runs any more, and nothing has begun for a moment. */
	async settled(milliseconds = 60_000): Promise<void> {
		let quiet = 0;
		await until(
			'all runs end',
			async () => {
				const filter = encodeURIComponent(JSON.stringify({ status: ['running', 'new'] }));
				const { results } = await this.n8n.api<{ results: unknown[] }>(
					'GET',
					`/executions?filter=${filter}&limit=10`,
				);
				quiet = results.length === 0 ? quiet + 1 : 0;
				return quiet > QUIET_LOOKS ? true : undefined;
			},
			milliseconds,
		);
	}

	/** Runs that ended badly, as `number: message`. */
	async failures(): Promise<string[]> {
		const lists = await Promise.all(
			[...this.workflows].map(async ([number, { id }]) => {
				const executions = await this.n8n.executions(id);
				return executions
					.filter(({ status }) => status !== 'success')
					.map(({ status, error }) => `${number}: ${status} ${error?.message ?? ''}`);
			}),
		);
		return lists.flat();
	}

	async close(): Promise<void> {
		for (const { id } of this.workflows.values()) await this.n8n.unpublish(id).catch(() => {});
		await this.staff.close();
		await this.simulator.close();
	}
}
