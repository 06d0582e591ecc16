/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { push, type PushOptions, type PushResult } from '../../simulator/push';
import type { Simulator } from '../../simulator/server';
import { atAnyTime, type WorkflowFile } from '../../e2e/lib/atAnyTime';
import { DataTables, type Tables } from '../../e2e/lib/dataTables';
import { CREDENTIAL, credentialData } from '../../e2e/lib/flow';
import { until, type Execution, type N8n } from '../../e2e/lib/n8n';
import { StaffRoom } from '../../e2e/lib/staffRoom';

type Json = Record<string, unknown>;

const TRIGGER = /(Trigger|\.webhook)$/;
/** For how long nothing may run before all is done: one run may be about to call the next. */
const QUIET_MS = 150;
const BY_HAND = /\.(manualTrigger|executeWorkflowTrigger)$/;

export interface InstallOptions {
	/** Folder of the workflow files. */
	folder: string;
	/** First characters of the files to import, e.g. `['00', '01', '04']`. */
	only: readonly string[];
}

/** Earlier sample workflows, whose canvases keep the records, in an n8n on a simulated account. */
export class EarlierAccount {
	private readonly workflows = new Map<string, { id: string; file: WorkflowFile }>();

	private tables?: Tables;

	private constructor(
		readonly n8n: N8n,
		readonly simulator: Simulator,
		readonly staff: StaffRoom,
	) {}

	static async open(n8n: N8n, simulator: Simulator): Promise<EarlierAccount> {
		return new EarlierAccount(n8n, simulator, await StaffRoom.open());
	}

	/** Imports the files, fills the tables, publishes what has a trigger, and enters the server URL. */
	async install({ folder, only }: InstallOptions): Promise<void> {
		this.tables = await DataTables.open(this.n8n);
		this.simulator.platform.state.callback.mode = 'safe';
		const wechat = await this.n8n.addCredential(
			CREDENTIAL,
			'WeChat account',
			credentialData(this.simulator, true),
		);
		const files = readdirSync(folder).filter(
			(file) => /^\d\d-.*\.json$/.test(file) && only.includes(file.slice(0, 2)),
		);
		for (const file of files.sort()) await this.add(join(folder, file), { [CREDENTIAL]: wechat });
		await this.tables.clear();
		await this.run('00');
		await this.set('staffWebhookUrl', this.staff.url);
		await this.publishAll();
	}

	private async add(path: string, credentials: Record<string, string>): Promise<void> {
		const file = atAnyTime(JSON.parse(readFileSync(path, 'utf8')) as WorkflowFile);
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
		return await this.state.rows<T>(table);
	}

	/** Writes a row as a person would in the table's page; of one with the same key the given columns change. */
	async write(table: string, row: Json & { key: string }): Promise<void> {
		await this.state.write(table, row);
	}

	/** Adds many rows at once, whatever their keys are. */
	async insert(table: string, rows: Json[]): Promise<void> {
		await this.state.insert(table, rows);
	}

	private get state(): Tables {
		if (!this.tables) throw new Error('The workflows are not installed');
		return this.tables;
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
		let busyAt = performance.now();
		await until(
			'all runs end',
			async () => {
				const isBusy = (await this.n8n.running()).length > 0;
				if (isBusy) busyAt = performance.now();
				return performance.now() - busyAt > QUIET_MS ? true : undefined;
			},
			milliseconds,
		);
	}

	/** Runs that ended badly, as `number: message`. */
	async failures(): Promise<string[]> {
		const lists = await Promise.all(
			[...this.workflows].map(async ([number, { id }]) => {
				const executions = await this.n8n.failedExecutions(id);
				return executions.map(
					({ status, error }) => `${number}: ${status} ${error?.message ?? ''}`,
				);
			}),
		);
		return lists.flat();
	}

	async close(): Promise<void> {
		for (const { id } of this.workflows.values()) await this.n8n.unpublish(id).catch(() => {});
		// What still runs would write into the tables of the next suite.
		await this.settled().catch(() => {});
		await this.staff.close();
		await this.simulator.close();
	}
}
