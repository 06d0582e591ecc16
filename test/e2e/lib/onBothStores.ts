/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { randomBytes } from 'node:crypto';
import { tablePrefix } from '../../../nodes/shared/records/account';
import type { Simulator } from '../../simulator/server';
import { DataTables, type Tables } from './dataTables';
import { CREDENTIAL, credentialData, flow } from './flow';
import { N8n, until, type Execution } from './n8n';
import { placeOfThisWorker } from './place';
import { startPlatform } from './platform';
import { PostgresTables } from './postgres';

type Json = Record<string, unknown>;

export type StoreName = 'dataTables' | 'postgres';

/** What a run of one node gave. */
export interface NodeRun {
	status: string;
	/** Items by output, without what n8n adds to them. */
	outputs: Json[][];
	error: Execution['error'];
	execution: Execution;
}

/** A real n8n with an account whose records are in one of the stores. */
export interface StoreScene {
	readonly store: StoreName;
	readonly client: N8n;
	readonly simulator: Simulator;
	readonly appId: string;
	/** Credentials by type, as a workflow names them. */
	readonly credentials: Record<string, string>;
	/** Runs a node of the package by hand on items, with *Keep Records In* set to the store. */
	run(node: string, parameters: Json, items?: Json[], settings?: Json): Promise<NodeRun>;
	/** Publishes the node behind a webhook that takes `{ items: [...] }`; gives what is to be called. */
	publish(node: string, parameters: Json): Promise<(items: Json[]) => Promise<Json[]>>;
	/** Rows of a table of the account, or of another one, oldest first. */
	rows(table: string, appId?: string): Promise<Json[]>;
	/** Writes a row as a person would in the table of the account, or of another one. */
	write(table: string, row: Json & { key: string }, appId?: string): Promise<void>;
}

export const newAppId = (): string => `wx${randomBytes(8).toString('hex')}`;

/** Tests of nodes that keep records, once for each store. */
export function onBothStores(title: string, tests: (scene: StoreScene) => void): void {
	const stores: StoreName[] =
		process.env.N8N_TEST_POSTGRES === 'yes' ? ['dataTables', 'postgres'] : ['dataTables'];
	describe.each(stores)(`${title}, records in %s`, (store) => {
		tests(useStore(store));
	});
}

/** Tests for records on PostgreSQL, where a server listens; CI has to have one. */
export function onPostgres(name: string, tests: () => void): void {
	const title = `${name}, on PostgreSQL`;
	if (process.env.N8N_TEST_POSTGRES === 'yes') {
		describe(title, tests);
	} else if (process.env.CI) {
		it(title, () => {
			throw new Error('No PostgreSQL on 127.0.0.1:5432; .ci/prepare starts one');
		});
	} else {
		process.stdout.write('No PostgreSQL on 127.0.0.1:5432: its tests are left out\n');
		describe.skip(title, tests);
	}
}

const commonN8n = async (): Promise<N8n> => {
	const client = new N8n(placeOfThisWorker());
	await client.signIn();
	return client;
};

/**
 * A scene with a store; for tests that need more than one, or both at once.
 *
 * @param open gives the n8n that it is in, already signed in
 */
export function useStore(store: StoreName, open = commonN8n): StoreScene {
	const opened = {} as {
		client: N8n;
		simulator: Simulator;
		appId: string;
		credentials: Record<string, string>;
		tables: Tables;
		database?: PostgresTables;
	};
	const published: string[] = [];
	const node = (type: string, parameters: Json, settings: Json = {}) => ({
		name: 'Subject',
		type,
		parameters: { keepRecordsIn: store, ...parameters },
		credentials: {
			[CREDENTIAL]: { name: 'WeChat account' },
			...(store === 'postgres' ? { postgres: { name: 'Records' } } : {}),
		},
		...settings,
	});

	beforeAll(async () => {
		const client = await open();
		const simulator = await startPlatform();
		const appId = newAppId();
		simulator.platform.state.account.appId = appId;
		const account = credentialData(simulator);
		const credentials: Record<string, string> = {
			[CREDENTIAL]: await client.addCredential(CREDENTIAL, 'WeChat account', account),
		};
		const database = store === 'postgres' ? await PostgresTables.create() : undefined;
		if (database) {
			credentials.postgres = await client.addCredential('postgres', 'Records', database.credential);
		}
		const tables = database ?? (await DataTables.open(client));
		Object.assign(opened, { client, simulator, appId, credentials, tables, database });
	});

	afterAll(async () => {
		for (const id of published) await opened.client.unpublish(id);
		await opened.database?.drop();
		await opened.simulator.close();
	});

	return {
		store,
		get client() {
			return opened.client;
		},
		get simulator() {
			return opened.simulator;
		},
		get appId() {
			return opened.appId;
		},
		get credentials() {
			return opened.credentials;
		},
		run: async (type, parameters, items = [{}], settings) => {
			const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} };
			const workflow = flow(type, [start, node(type, parameters, settings)]);
			const pinData = { Start: items.map((json) => ({ json })) };
			const id = await opened.client.importWorkflow({ ...workflow, pinData }, opened.credentials);
			const execution = await opened.client.runByHand(id, 'Start');
			const outputs = (execution.outputs.Subject ?? []).map((list) => list.map(({ json }) => json));
			return { status: execution.status, outputs, error: execution.error, execution };
		},
		publish: async (type, parameters) => {
			const path = `records-${randomBytes(6).toString('hex')}`;
			const workflow = flow(type, [
				{
					name: 'Start',
					type: 'n8n-nodes-base.webhook',
					typeVersion: 2.1,
					parameters: {
						httpMethod: 'POST',
						path,
						responseMode: 'lastNode',
						responseData: 'allEntries',
					},
					webhookId: path,
				},
				{
					name: 'Items',
					type: 'n8n-nodes-base.splitOut',
					parameters: { fieldToSplitOut: 'body.items', options: {} },
				},
				node(type, parameters),
			]);
			const id = await opened.client.importWorkflow(workflow, opened.credentials);
			await opened.client.publish(id);
			published.push(id);
			const call = async (items: Json[]) => {
				const response = await fetch(`${opened.client.url}/webhook/${path}`, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ items }),
				});
				return response.status === 404 ? undefined : response;
			};
			return async (items) => {
				// n8n registers a webhook after it has said that the workflow is published.
				const response = await until('the webhook answers', async () => await call(items));
				const text = await response.text();
				if (!response.ok) throw new Error(`${type}: ${response.status} ${text}`);
				return JSON.parse(text) as Json[];
			};
		},
		rows: async (table, appId = opened.appId) =>
			await opened.tables.rows(`${tablePrefix(appId)}_${table}`),
		write: async (table, row, appId = opened.appId) =>
			await opened.tables.write(`${tablePrefix(appId)}_${table}`, row),
	};
}
