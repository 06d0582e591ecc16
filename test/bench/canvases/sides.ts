import type { Simulator } from '../../simulator/server';
import { DataTables } from '../../e2e/lib/dataTables';
import { CREDENTIAL, credentialData } from '../../e2e/lib/flow';
import type { N8n } from '../../e2e/lib/n8n';
import { newAppId } from '../../e2e/lib/onBothStores';
import { startPlatform } from '../../e2e/lib/platform';
import { EarlierAccount } from './earlierAccount';
import { tablePrefix } from '../../../nodes/shared/records/account';

type Json = Record<string, unknown>;

/** What both sides took, in milliseconds. */
export interface Times {
	old: number[];
	fresh: number[];
	/** What else is worth knowing. */
	note?: string;
}

/** The canvases of before, not installed yet. */
export interface OldSide {
	app: EarlierAccount;
	/** Imports and publishes some of them, by their numbers. */
	install(...only: string[]): Promise<void>;
	close(): Promise<void>;
}

/** Nodes that keep the records, on canvases that a contest makes. */
export interface NewSide {
	n8n: N8n;
	simulator: Simulator;
	/** Imports a workflow with the account's credential; gives its ID. */
	add(workflow: Json): Promise<string>;
	publish(workflowId: string): Promise<void>;
	/** Runs a workflow by hand and gives the milliseconds that it took. */
	run(workflowId: string, trigger: string): Promise<number>;
	rows(table: string): Promise<Json[]>;
	insert(table: string, rows: Json[]): Promise<void>;
	close(): Promise<void>;
}

export type Contest = (old: OldSide, fresh: NewSide) => Promise<Times>;

export async function openOld(n8n: N8n, folder: string): Promise<OldSide> {
	const app = await EarlierAccount.open(n8n, await startPlatform());
	return {
		app,
		install: async (...only) => await app.install({ folder, only: ['00', ...only] }),
		close: async () => await app.close(),
	};
}

export async function openNew(n8n: N8n): Promise<NewSide> {
	const simulator = await startPlatform();
	const { state } = simulator.platform;
	state.account.appId = newAppId();
	const credential = await n8n.addCredential(
		CREDENTIAL,
		'WeChat account',
		credentialData(simulator),
	);
	const tables = await DataTables.open(n8n);
	const nameOf = (table: string) => `${tablePrefix(state.account.appId)}_${table}`;
	const published: string[] = [];
	return {
		n8n,
		simulator,
		add: async (workflow) => await n8n.importWorkflow(workflow, credential),
		publish: async (id) => {
			await n8n.publish(id);
			published.push(id);
		},
		run: async (id, trigger) => {
			const { id: execution, status, error } = await n8n.runByHand(id, trigger, 300_000);
			if (status !== 'success') throw new Error(`${status}: ${error?.message}`);
			return await n8n.durationOf(execution);
		},
		rows: async (table) => await tables.rows(nameOf(table)),
		insert: async (table, rows) => await tables.insert(nameOf(table), rows),
		close: async () => {
			for (const id of published) await n8n.unpublish(id);
			await simulator.close();
		},
	};
}
