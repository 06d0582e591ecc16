import { randomBytes } from 'node:crypto';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { TestCredentials } from '../../harness/credentials';
import { dataTablesOf, type DataTables } from '../../harness/dataTables';
import { runWorkflow, testCredentials, toNode, type NodeSpec } from '../../harness/engine';

export const NOW = '2026-11-24T09:00:00+08:00';

/** Outputs of a run, without what n8n adds to the items. */
export interface Ran {
	outputs: IDataObject[][];
	error?: Error & { description?: string | null };
}

/** An n8n of its own with the node; content is kept by account, so each test has one of its own. */
export interface Scene {
	appId: string;
	tables: DataTables;
	run(
		operation: string,
		items: IDataObject[],
		parameters?: INodeParameters,
		onError?: NodeSpec['onError'],
	): Promise<Ran>;
	/** A message of a follower as the trigger gives it. */
	message(text: string, place?: number, more?: IDataObject): IDataObject;
	/** Fills the library in as a person would, in the table. */
	fill(rows: IDataObject[], table?: string): void;
}

const newAppId = (): string => `wx${randomBytes(8).toString('hex')}`;

export async function openScene(
	credentials?: TestCredentials,
	appId: string = newAppId(),
): Promise<Scene> {
	const owner = credentials ?? (await testCredentials({ appId }));
	const tables = dataTablesOf(owner);
	const scene: Scene = {
		appId,
		tables,
		run: async (operation, items, { options, ...parameters } = {}, onError = undefined) => {
			const given = { now: NOW, ...(options as INodeParameters | undefined) };
			const node = toNode({
				name: 'Subject',
				type: 'weChatKeywordRouter',
				parameters: { operation, ...parameters, options: given },
				onError,
			});
			const toItems = items.map((json) => ({ json }));
			const { run, error } = await runWorkflow([node], toItems, owner);
			const main = run.data.resultData.runData.Subject?.[0]?.data?.main ?? [];
			// The last output is for rows on the canvas; there are none.
			const outputs = main.slice(0, -1).map((list) => (list ?? []).map(({ json }) => json));
			return { error, outputs };
		},
		message: (text, place = 1, more = {}) => ({
			Content: text,
			FromUserName: `o${place}`,
			wechat: {
				kind: 'text',
				openId: `o${place}`,
				appId,
				dedupeKey: `o${place}:${text}`,
				receivedAt: NOW,
			},
			...more,
		}),
		fill: (rows, name = 'keywords') => {
			const table = tables.tables.find((each) => each.name.endsWith(`_${name}`));
			if (!table) throw new Error(`There is no table ${name} yet`);
			const empty = Object.fromEntries(table.columns.map((column) => [column.name, null]));
			table.rows = rows.map((row, place) => ({ ...empty, ...row, id: 1_000 + place }));
			table.updatedAt = String(Number(table.updatedAt) + 1);
		},
	};
	return scene;
}

/** A scene whose library is filled in before the first message. */
export async function sceneWith(library: IDataObject[]): Promise<Scene> {
	const scene = await openScene();
	// The first audit makes the table with its examples; audits read it as it is.
	await scene.run('audit', [{}]);
	scene.fill(library);
	return scene;
}

/** What a node added to a message. */
export const routeOf = (json: IDataObject | undefined) => json?.route as IDataObject | undefined;
