import { toWorkflow, type Canvas } from '../../../scripts/canvases/lib/canvas';
import type { Language } from '../../../scripts/canvases/lib/words';
import type { PushResult } from '../../simulator/push';
import type { Simulator } from '../../simulator/server';
import type { WorkflowFile } from './atAnyTime';
import { CREDENTIAL, credentialData } from './flow';
import { until, type N8n } from './n8n';
import type { StaffRoom } from './staffRoom';

const ROBOT = 'weChatStaffRobotApi';
const BASIC_AUTH = 'httpBasicAuth';
/** The password of forms and pages of the staff. */
export const STAFF = { user: 'staff', password: 'secret' };
const ENTRANCE = /\.weChatOfficialAccountTrigger$/;
const FORM = /\.formTrigger$/;

/** What a browser sends for the password of forms and pages. */
export const PASSWORD = {
	authorization: `Basic ${Buffer.from(`${STAFF.user}:${STAFF.password}`).toString('base64')}`,
};

/** Credentials of an account, its staff robot and its forms, by type. */
export async function addCredentials(
	n8n: N8n,
	simulator: Simulator,
	room: StaffRoom,
	isEncrypted = false,
): Promise<Record<string, string>> {
	const robot = {
		robotKind: 'weCom',
		webhookUrl: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K',
		signingSecret: '',
		robotBaseUrl: room.url,
	};
	const account = credentialData(simulator, isEncrypted);
	return {
		[CREDENTIAL]: await n8n.addCredential(CREDENTIAL, 'Account', account),
		[ROBOT]: await n8n.addCredential(ROBOT, 'Robot', robot),
		[BASIC_AUTH]: await n8n.addCredential(BASIC_AUTH, 'Password', STAFF),
	};
}

/** A sample workflow in n8n. */
export interface InstalledCanvas {
	id: string;
	canvas: Canvas;
	language: Language;
}

interface Installing {
	credentials: Record<string, string>;
	/** Settings of the workflow besides its own. */
	settings?: Record<string, unknown>;
	/** Changes what the file holds, as a person might. */
	change?(file: WorkflowFile): WorkflowFile;
}

/** Imports a sample workflow with its credentials chosen. */
export async function importCanvas(
	n8n: N8n,
	canvas: Canvas,
	language: Language,
	{ credentials, settings, change = (file) => file }: Installing,
): Promise<InstalledCanvas> {
	const file = change(toWorkflow(canvas, language) as WorkflowFile);
	const id = await n8n.importWorkflow(file, credentials, settings);
	return { id, canvas, language };
}

/** The workflow with some of its nodes switched off. @param nodes by their names among the nodes of the canvas */
export function switchedOff(
	file: WorkflowFile,
	canvas: Canvas,
	language: Language,
	nodes: readonly string[],
): WorkflowFile {
	const names = new Set(nodes.map((name) => nodeName({ canvas, language }, name)));
	const change = (node: WorkflowFile['nodes'][number]) =>
		names.has(node.name) ? { ...node, disabled: true } : node;
	return { ...file, nodes: file.nodes.map(change) };
}

/** The same workflow, with a trigger that hears nothing but some kinds. @param name of the trigger in the canvas */
export function listeningTo(
	file: WorkflowFile,
	canvas: Canvas,
	language: Language,
	name: string,
	triggerOn: readonly string[],
): WorkflowFile {
	const trigger = nodeName({ canvas, language }, name);
	const change = (node: WorkflowFile['nodes'][number]) =>
		node.name === trigger
			? { ...node, parameters: { ...(node.parameters as Record<string, unknown>), triggerOn } }
			: node;
	return { ...file, nodes: file.nodes.map(change) };
}

/** Publishes it; gives the address of its first trigger for messages, if it has one. */
export async function publishCanvas(
	n8n: N8n,
	{ id, canvas, language }: InstalledCanvas,
): Promise<string | undefined> {
	await n8n.publish(id);
	const { nodes } = toWorkflow(canvas, language) as WorkflowFile;
	for (const { webhookId } of nodes.filter(({ type }) => FORM.test(type))) {
		await until('the form is there', async () =>
			(await fetch(`${n8n.url}/form/${webhookId ?? ''}`)).status === 404 ? undefined : true,
		);
	}
	const entrance = nodes.find(({ type }) => ENTRANCE.test(type));
	return entrance && (await n8n.webhookIsLive(`${entrance.webhookId ?? ''}/wechat`));
}

/** What a node of a canvas is called in n8n. @param name its name among the nodes of the canvas */
export const nodeName = (
	{ canvas, language }: Omit<InstalledCanvas, 'id'>,
	name: string,
): string => {
	const node = canvas.nodes[name];
	if (node) return node.name[language];
	throw new Error(`Canvas ${canvas.number} has no node '${name}'`);
};

/** What a follower reads at once; '' when there is no reply. */
export function replyIn({ reading }: PushResult): string {
	return reading.kind === 'reply' ? String(reading.content.content ?? '') : '';
}
