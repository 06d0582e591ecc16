import uniqBy from 'lodash/uniqBy';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { dataTablesOf, type DataTables } from '../../harness/dataTables';
import { runWorkflow, testCredentials, toNode, type NodeSpec } from '../../harness/engine';

/** The time of the runs. */
export const NOW = '2026-11-24T09:00:00+08:00';

/** Outputs of a run of the node, in their order, each with the data of its items. */
export interface Run {
	outputs: IDataObject[][];
	error?: Error;
}

/** A node of the games with an n8n of its own. */
export interface World {
	tables: DataTables;
	run(
		resource: string,
		operation: string,
		parameters: INodeParameters,
		items: IDataObject[],
		onError?: NodeSpec['onError'],
	): Promise<Run>;
}

/** A new n8n, without any rows. */
export async function newWorld(): Promise<World> {
	const credentials = await testCredentials({});
	return {
		tables: dataTablesOf(credentials),
		async run(resource, operation, { options, ...parameters }, items, onError) {
			const node = toNode({
				name: 'Subject',
				type: 'weChatActivity',
				parameters: {
					resource,
					operation,
					activityId: 'autumn',
					...parameters,
					options: { now: NOW, ...(options as INodeParameters) },
				},
				onError,
			});
			const { run, error } = await runWorkflow(
				[node],
				items.map((json) => ({ json })),
				credentials,
			);
			const main = run.data.resultData.runData.Subject?.[0]?.data?.main ?? [];
			// The last one is for rows, where they are items on the canvas.
			return {
				error,
				outputs: main.slice(0, -1).map((list) => (list ?? []).map(({ json }) => json)),
			};
		},
	};
}

/** An item of the trigger. @param minute after 8:00 */
export const message = (
	key: string,
	text: string,
	{ openId = 'oAlice', minute = 0, appId = 'wx00000000000001', day = 24 } = {},
): IDataObject => ({
	FromUserName: openId,
	CreateTime: String(
		Date.parse(`2026-11-${day}T08:${String(minute).padStart(2, '0')}:00+08:00`) / 1_000,
	),
	MsgType: 'text',
	Content: text,
	wechat: { kind: 'text', openId, appId, dedupeKey: `${openId}:${key}` },
});

/** A tap on the menu. */
export const tap = (key: string, eventKey: string, openId = 'oAlice'): IDataObject => ({
	FromUserName: openId,
	CreateTime: String(Date.parse(NOW) / 1_000),
	MsgType: 'event',
	Event: 'CLICK',
	EventKey: eventKey,
	wechat: { kind: 'event.CLICK', openId, appId: 'wx00000000000001', dedupeKey: `${openId}:${key}` },
});

/** Sum of the points in the ledger, by person. Of rows with one key, which a killed run may leave, the first counts. */
export function pointsIn(tables: DataTables): Record<string, number> {
	const sums: Record<string, number> = {};
	for (const { openId, points } of uniqBy(tables.rows('activity_rows'), 'key')) {
		const who = String(openId);
		sums[who] = (sums[who] ?? 0) + Number(points ?? 0);
	}
	return sums;
}

/** Runs something with a process that is killed at its nth step in the tables; whether it got that far. */
export async function killedAt(
	tables: DataTables,
	step: number,
	work: () => Promise<unknown>,
): Promise<boolean> {
	let steps = 0;
	tables.beforeStep = () => {
		steps += 1;
		if (steps >= step) throw new Error('killed');
	};
	try {
		await work();
	} finally {
		tables.beforeStep = () => undefined;
	}
	return steps >= step;
}
