import { tablePrefix } from '../../../nodes/shared/records/account';
import { CANVASES } from '../../../scripts/canvases/index';
import { webhookIdOf, type Canvas } from '../../../scripts/canvases/lib/canvas';
import { push, type PushOptions, type PushResult } from '../../simulator/push';
import type { Simulator } from '../../simulator/server';
import { withoutHours, type WorkflowFile } from './atAnyTime';
import { DataTables, type Tables } from './dataTables';
import {
	addCredentials,
	importCanvas,
	listeningTo,
	nodeName,
	publishCanvas,
	switchedOff,
	type InstalledCanvas,
} from './installing';
import { until, type Execution, type N8n } from './n8n';
import { newAppId } from './onBothStores';
import type { PostgresTables } from './postgres';
import { keptInPostgres } from './storeOfNodes';
import { StaffRoom } from './staffRoom';

type Json = Record<string, unknown>;

/** For how long nothing may run before all is done: one run may be about to call the next. */
const QUIET_MS = 150;
/** When nothing ends for so long, something hangs. */
const STUCK_MS = 60_000;
/** Everybody writes at the same moment, on a slow machine. */
const MOST_MS = 600_000;
/** The workflow whose address WeChat knows. */
const ENTRANCE = '01';

/** What an operator changes where workflows would do the same: as their overviews say. */
const CHANGES: Readonly<Record<string, (file: WorkflowFile, canvas: Canvas) => WorkflowFile>> = {
	'01': (file, canvas) => switchedOff(file, canvas, 'zh', ['welcome']),
	'17': (file, canvas) =>
		listeningTo(file, canvas, 'zh', 'happens', ['event.subscribe', 'event.unsubscribe']),
};

/** Where an account lives. */
export interface Surroundings {
	n8n: N8n;
	simulator: Simulator;
	/** Makes n8n's time so many milliseconds later than the machine's. */
	moveClock(ahead: number): Promise<void>;
	/** Workflows that are not installed, as another one takes their place. */
	without: readonly string[];
	/** Where the nodes keep their records, if not in Data tables. */
	database?: PostgresTables;
}

/** The sample workflows together in one n8n, as an operator would set them up, on a simulated account. */
export class Account {
	private readonly installed = new Map<string, InstalledCanvas>();

	private constructor(
		private readonly surroundings: Surroundings,
		readonly staff: StaffRoom,
		private readonly tables: Tables,
	) {}

	static async open(surroundings: Surroundings): Promise<Account> {
		const { n8n, simulator, database } = surroundings;
		simulator.platform.state.account.appId = newAppId();
		simulator.platform.state.callback.mode = 'safe';
		const tables = database ?? (await DataTables.open(n8n));
		return new Account(surroundings, await StaffRoom.open(), tables);
	}

	get n8n(): N8n {
		return this.surroundings.n8n;
	}

	get simulator(): Simulator {
		return this.surroundings.simulator;
	}

	/** Imports all, publishes them, and enters the server URL. @param more credentials by type, e.g. of a model */
	async install(more: Record<string, string> = {}): Promise<void> {
		const { n8n, simulator, staff } = this;
		const { database } = this.surroundings;
		const credentials = { ...(await addCredentials(n8n, simulator, staff, true)), ...more };
		if (database) {
			credentials.postgres = await n8n.addCredential('postgres', 'Records', database.credential);
		}
		const { without } = this.surroundings;
		for (const canvas of CANVASES.filter(({ number }) => !without.includes(number))) {
			const change = (file: WorkflowFile) => {
				const own = CHANGES[canvas.number]?.(file, canvas) ?? file;
				return database ? keptInPostgres(withoutHours(own)) : withoutHours(own);
			};
			const installed = await importCanvas(n8n, canvas, 'zh', {
				credentials,
				settings: {},
				change,
			});
			this.installed.set(canvas.number, installed);
		}
		for (const [number, installed] of this.installed) {
			const url = await publishCanvas(n8n, installed);
			if (number === ENTRANCE && url) simulator.platform.state.callback.url = url;
		}
	}

	private canvas(number: string): InstalledCanvas {
		const found = this.installed.get(number);
		if (!found) throw new Error(`Workflow ${number} is not installed`);
		return found;
	}

	has(number: string): boolean {
		return this.installed.has(number);
	}

	/**
	 * Runs a workflow as its schedule or a person would, and waits for its end.
	 *
	 * @param trigger its name among the nodes of the canvas
	 * @throws when the run fails
	 */
	async run(number: string, trigger: string, milliseconds = 60_000): Promise<Execution> {
		const installed = this.canvas(number);
		const name = nodeName(installed, trigger);
		const execution = await this.n8n.runByHand(installed.id, name, milliseconds);
		if (execution.status === 'success') return execution;
		const { message, description } = execution.error ?? {};
		throw new Error(`${number} ${trigger}: ${execution.status} ${message} ${description ?? ''}`);
	}

	/** What a node gave in a run. @param node its name among the nodes of the canvas */
	itemsOf(number: string, { items }: Execution, node: string): Json[] {
		return (items[nodeName(this.canvas(number), node)] ?? []).map(({ json }) => json);
	}

	/** Address of the form that a node of a canvas shows. */
	formOf(number: string, node: string): string {
		return `${this.n8n.url}/form/${webhookIdOf(this.canvas(number).canvas, node)}`;
	}

	/** Address of the page below a path. */
	pageAt(path: string): string {
		return `${this.n8n.url}/webhook/${path}`;
	}

	private nameOf(table: string): string {
		return `${tablePrefix(this.simulator.platform.state.account.appId)}_${table}`;
	}

	/** The tables that the account has so far. */
	async tableNames(): Promise<string[]> {
		const prefix = this.nameOf('');
		const names = await this.tables.names();
		return names.flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
	}

	/** All rows of a table of the account. */
	async rows<T extends Json = Json>(table: string): Promise<T[]> {
		return await this.tables.rows<T>(this.nameOf(table));
	}

	/** Writes a row as a person would in the table; of one with the same key the given columns change. */
	async write(table: string, row: Json & { key: string }): Promise<void> {
		await this.tables.write(this.nameOf(table), row);
	}

	/** Adds many rows at once. */
	async insert(table: string, rows: Json[]): Promise<void> {
		await this.tables.insert(this.nameOf(table), rows);
	}

	/** Moves the time, of the platform and of n8n. */
	async advance(milliseconds: number): Promise<void> {
		const { clock } = this.simulator.platform.state;
		clock.advance(milliseconds);
		await this.surroundings.moveClock(clock.now() - Date.now());
	}

	async push(fields: Json, options?: PushOptions): Promise<PushResult> {
		return await push(this.simulator.platform.state, fields, options);
	}

	/**
	 * Waits until nothing runs any more, and nothing has begun for a moment: as long as it takes, while one run after the
	 * other ends.
	 *
	 * @throws when nothing has ended or begun for a minute, with the workflows that are still running
	 */
	async settled(): Promise<void> {
		let running = '';
		let changedAt = performance.now();
		await until(
			'all runs end',
			async () => {
				const now = (await this.n8n.running()).map(
					({ id, workflowId }) => `${id} of ${workflowId}`,
				);
				const age = performance.now() - changedAt;
				if (now.join() === running) {
					if (running !== '' && age > STUCK_MS) throw new Error(this.named(running));
					return running === '' && age > QUIET_MS ? true : undefined;
				}
				running = now.join();
				changedAt = performance.now();
				return undefined;
			},
			MOST_MS,
		);
	}

	private named(running: string): string {
		const names = [...this.installed].map(([number, { id }]) => [id, number] as const);
		const text = names.reduce((told, [id, number]) => told.replaceAll(id, number), running);
		return `Nothing has ended for ${STUCK_MS} ms: ${text}`;
	}

	/** Runs that ended badly, as `number: message`. */
	async failures(): Promise<string[]> {
		const lists = await Promise.all(
			[...this.installed].map(async ([number, { id }]) => {
				const executions = await this.n8n.failedExecutions(id);
				return executions.map(
					({ status, error }) => `${number}: ${status} ${error?.message ?? ''}`,
				);
			}),
		);
		return lists.flat();
	}

	/** How many runs there were of all workflows, and how many of them ended badly. */
	async countRuns(): Promise<{ all: number; failed: number }> {
		const [all, failures] = await Promise.all([this.n8n.countRuns(), this.failures()]);
		return { all, failed: failures.length };
	}

	async close(): Promise<void> {
		for (const { id } of this.installed.values()) await this.n8n.unpublish(id).catch(() => {});
		await this.settled().catch(() => {});
		await this.staff.close();
		await this.simulator.close();
	}
}
