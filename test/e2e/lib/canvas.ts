import { CANVASES, STARTER } from '../../../scripts/canvases/index';
import { webhookIdOf } from '../../../scripts/canvases/lib/canvas';
import { LANGUAGES, type Language } from '../../../scripts/canvases/lib/words';
import { tablePrefix } from '../../../nodes/shared/records/account';
import { push } from '../../simulator/push';
import type { Simulator } from '../../simulator/server';
import type { WorkflowFile } from './atAnyTime';
import { DataTables, type Tables } from './dataTables';
import { addCredentials, importCanvas, nodeName, publishCanvas, replyIn } from './installing';
import { N8n, until, type Execution } from './n8n';
import { newAppId } from './onBothStores';
import { placeOfThisWorker } from './place';
import { startPlatform } from './platform';
import { StaffRoom } from './staffRoom';

type Json = Record<string, unknown>;

export { PASSWORD } from './installing';

/** The first morning makes up for the days before. */
const MOST_MS = 240_000;

/** One sample workflow, imported alone, behind an account of its own. */
export interface Stage {
	simulator: Simulator;
	/** What the group of the staff was told. */
	room: StaffRoom;
	/** What a follower reads within the five seconds; '' when there is no reply. */
	say(openId: string, text: string): Promise<string>;
	push(fields: Json): Promise<string>;
	/** Runs it from a trigger, by its name among the nodes of the canvas. */
	run(trigger: string): Promise<Execution>;
	/** Address of the form that a node of the canvas shows. */
	formOf(node: string): string;
	/** Address of the page below a path. */
	pageAt(path: string): string;
	/** Rows of a table of the account. */
	rows(table: string): Promise<Json[]>;
	/** Writes a row as a person would in the table. */
	write(table: string, row: Json & { key: string }): Promise<void>;
	/** Adds many rows at once, whatever their keys are. */
	insert(table: string, rows: Json[]): Promise<void>;
	/** Waits until so many runs have ended, and gives their statuses. */
	statuses(count: number): Promise<string[]>;
	/** Waits until nothing runs, and gives the statuses of all runs. */
	settled(): Promise<string[]>;
}

let client: Promise<N8n> | undefined;

/** n8n takes a password a few times a minute only. */
async function signedIn(): Promise<N8n> {
	client ??= (async () => {
		const opened = new N8n(placeOfThisWorker());
		await opened.signIn();
		return opened;
	})();
	return await client;
}

/** What a test changes in a workflow before it is imported. */
type Change = (file: WorkflowFile) => WorkflowFile;

/** How a sample workflow is brought on a stage. */
interface Staging {
	change?: Change;
	/** Data of credentials that it needs besides the usual ones, by type. */
	credentials?: () => Promise<Record<string, Json>>;
	/** An n8n that is not the common one. */
	client?: N8n;
}

/** Imports a sample workflow, alone, and publishes it. */
export async function openStage(
	number: string,
	language: Language,
	{ change, client: given, credentials: more }: Staging = {},
): Promise<Stage & { close(): Promise<void> }> {
	const canvas = [STARTER, ...CANVASES].find((each) => each.number === number);
	if (!canvas) throw new Error(`There is no canvas ${number}`);
	const n8n = given ?? (await signedIn());
	const simulator = await startPlatform();
	const { state } = simulator.platform;
	state.account.appId = newAppId();
	const room = await StaffRoom.open();
	const credentials = await addCredentials(n8n, simulator, room);
	for (const [type, data] of Object.entries((await more?.()) ?? {})) {
		credentials[type] = await n8n.addCredential(type, type, data);
	}
	const installed = await importCanvas(n8n, canvas, language, { credentials, change });
	const { id } = installed;
	state.callback.url = (await publishCanvas(n8n, installed)) ?? '';
	const tables: Tables = await DataTables.open(n8n);
	const send = async (fields: Json) => replyIn(await push(state, fields));
	return {
		simulator,
		room,
		say: async (openId, text) =>
			await send({ FromUserName: openId, MsgType: 'text', Content: text }),
		push: send,
		run: async (trigger) => await n8n.runByHand(id, nodeName(installed, trigger), MOST_MS),
		formOf: (node) => `${n8n.url}/form/${webhookIdOf(canvas, node)}`,
		pageAt: (path) => `${n8n.url}/webhook/${path}`,
		write: async (table, row) =>
			await tables.write(`${tablePrefix(state.account.appId)}_${table}`, row),
		insert: async (table, rows) =>
			await tables.insert(`${tablePrefix(state.account.appId)}_${table}`, rows),
		rows: async (table) => await tables.rows(`${tablePrefix(state.account.appId)}_${table}`),
		statuses: async (count) => (await n8n.waitForExecutions(id, count)).map(({ status }) => status),
		settled: async () => {
			await until('nothing runs', async () => (await n8n.running()).length === 0 || undefined);
			return (await n8n.executions(id)).map(({ status }) => status);
		},
		close: async () => {
			await n8n.unpublish(id);
			await room.close();
			await simulator.close();
		},
	};
}

/** Waits that would last longer than a test; from 65 seconds on n8n lays a run aside until it is due. */
export const waitingSeconds =
	(amount: number): Change =>
	(file) => ({
		...file,
		nodes: file.nodes.map((node) =>
			node.type === 'n8n-nodes-base.wait'
				? { ...node, parameters: { resume: 'timeInterval', amount, unit: 'seconds' } }
				: node,
		),
	});

/** Tests of a sample workflow, imported alone and published, in both languages. */
export function onCanvas(
	number: string,
	tests: (stage: () => Stage, language: Language) => void,
	staging: Staging = {},
): void {
	describe.each(LANGUAGES)(`${number}, in %s`, (language) => {
		let stage: Awaited<ReturnType<typeof openStage>> | undefined;
		beforeAll(async () => {
			stage = await openStage(number, language, staging);
		});
		afterAll(async () => await stage?.close());
		tests(() => {
			if (!stage) throw new Error('The workflow is not there');
			return stage;
		}, language);
	});
}

export { until };
