import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type ICredentialDataDecryptedObject,
	type IConnections,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type IRun,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { CREDENTIAL_TYPE, PACKAGE_NAME } from '../../nodes/shared/constants';
import type { Account } from '../simulator/state';
import { TestCredentials } from './credentials';
import { dataTablesOf } from './dataTables';
import { loadPackage } from './nodeTypes';
import { schemaProblems } from './schema';

let credentialCount = 0;

/** A credential as a node names it. Each has an ID of its own, as what is held by ID belongs to one test. */
export function credentialDetails(): INode['credentials'] {
	credentialCount += 1;
	return { [CREDENTIAL_TYPE]: { id: String(credentialCount), name: 'WeChat account' } };
}

/** Credential data for an account of the simulator. */
export function keysFor(url: string, account: Account, isEncrypted = false): IDataObject {
	const { appId, appSecret, token, encodingAesKey } = account;
	return {
		appId,
		appSecret,
		token,
		encodingAesKey: isEncrypted ? encodingAesKey : '',
		apiBaseUrl: url,
	};
}

export interface NodeSpec {
	name: string;
	/** Tells nodes of different workflows apart; made of the position when absent. */
	id?: string;
	/** Bare name for a node of the package, full name for a stub. */
	type: string;
	parameters?: INodeParameters;
	typeVersion?: number;
	onError?: INode['onError'];
	/** Types of further credentials that the node names; their data is that of the test's credential. */
	moreCredentials?: string[];
}

export function toNode(spec: NodeSpec, position = 0): INode {
	const type = spec.type.includes('.') ? spec.type : `${PACKAGE_NAME}.${spec.type}`;
	return {
		id: spec.id ?? `00000000-0000-4000-8000-${String(position).padStart(12, '0')}`,
		name: spec.name,
		type,
		typeVersion: spec.typeVersion ?? (spec.type === 'weChatOfficialAccountTrigger' ? 1.1 : 1),
		position: [position * 200, 0],
		parameters: spec.parameters ?? {},
		credentials: {
			...credentialDetails(),
			...Object.fromEntries(
				(spec.moreCredentials ?? []).map((type) => [type, { id: type, name: type }]),
			),
		},
		onError: spec.onError,
	};
}

/** Connects the nodes in a row. */
export function inARow(nodes: INode[]): IConnections {
	const connections: IConnections = {};
	nodes.slice(1).forEach((node, position) => {
		const before = nodes[position];
		if (before)
			connections[before.name] = { main: [[{ node: node.name, type: 'main', index: 0 }]] };
	});
	return connections;
}

export async function buildWorkflow(
	nodes: INode[],
	connections = inARow(nodes),
): Promise<Workflow> {
	const { nodeTypes } = await loadPackage();
	return new Workflow({
		id: 'test-workflow',
		name: 'Test',
		nodes,
		connections,
		active: true,
		nodeTypes,
		settings: { executionOrder: 'v1' },
	});
}

export async function testCredentials(
	stored: ICredentialDataDecryptedObject | IDataObject,
): Promise<TestCredentials> {
	const { credentialType } = await loadPackage();
	return new TestCredentials(
		credentialType(CREDENTIAL_TYPE),
		stored as ICredentialDataDecryptedObject,
	);
}

export interface Sent {
	statusCode?: number;
	headers?: IDataObject;
	body?: unknown;
}

/** What n8n's engine needs besides the workflow. */
export function additionalData(
	credentialsHelper: TestCredentials,
	workflow: Workflow,
	mode: WorkflowExecuteMode,
): { data: IWorkflowExecuteAdditionalData; responses: Sent[] } {
	const responses: Sent[] = [];
	const hooks = new ExecutionLifecycleHooks(mode, '1', {
		id: workflow.id,
		name: 'Test',
		active: true,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		nodes: Object.values(workflow.nodes),
		connections: workflow.connectionsBySourceNode,
		activeVersionId: null,
	});
	hooks.addHandler('sendResponse', (response) => {
		responses.push(response as Sent);
	});
	const base = 'http://localhost:5678/';
	const data: Partial<IWorkflowExecuteAdditionalData> = {
		hooks,
		credentialsHelper,
		executeWorkflow: dataTablesOf(credentialsHelper).executeWorkflow,
		executionId: '1',
		currentNodeExecutionIndex: 0,
		webhookBaseUrl: `${base}webhook`,
		webhookTestBaseUrl: `${base}webhook-test`,
		webhookWaitingBaseUrl: `${base}webhook-waiting`,
		formWaitingBaseUrl: `${base}form-waiting`,
		restApiUrl: `${base}rest`,
		instanceBaseUrl: base,
		variables: {},
	};
	return { data: data as IWorkflowExecuteAdditionalData, responses };
}

export interface RunResult {
	/** Items of the last run of each node. */
	items: Record<string, INodeExecutionData[]>;
	error?: Error & { description?: string | null; context?: IDataObject; httpCode?: string | null };
	responses: Sent[];
	run: IRun;
}

/** Runs a workflow through n8n's engine, from its first node with the given items. */
export async function runWorkflow(
	nodes: INode[],
	items: INodeExecutionData[],
	credentials: TestCredentials,
	options: {
		mode?: WorkflowExecuteMode;
		connections?: IConnections;
		/** Items on the second, third, … input of the first node. */
		moreInputs?: INodeExecutionData[][];
		executionId?: string;
	} = {},
): Promise<RunResult> {
	const { mode = 'webhook' } = options;
	const workflow = await buildWorkflow(nodes, options.connections);
	const { data, responses } = additionalData(credentials, workflow, mode);
	data.executionId = options.executionId ?? data.executionId;
	const [first] = nodes;
	if (!first) throw new Error('A workflow needs a node');
	const runData = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [
				{ node: first, data: { main: [items, ...(options.moreInputs ?? [])] }, source: null },
			],
		},
	});
	await workflow.expression.acquireIsolate();
	try {
		const run = await new WorkflowExecute(data, mode, runData).processRunExecutionData(workflow);
		const result = run.data.resultData;
		const outputs = Object.entries(result.runData).map(([name, tasks]) => [
			name,
			tasks.at(-1)?.data?.main?.[0] ?? [],
		]);
		return {
			items: Object.fromEntries(outputs) as Record<string, INodeExecutionData[]>,
			error: result.error as RunResult['error'],
			responses,
			run,
		};
	} finally {
		await workflow.expression.releaseIsolate();
	}
}

/** What came of one node. */
export interface NodeResult {
	items: INodeExecutionData[];
	error?: RunResult['error'];
	/** Until when the flow waits; absent when it does not. */
	waitTill?: Date;
	run: IRun;
}

/** Runs one node of the package behind a start node that gives the items. */
export async function runNode(
	spec: Omit<NodeSpec, 'name'>,
	items: IDataObject[],
	credentials: TestCredentials,
	binary?: INodeExecutionData['binary'],
): Promise<NodeResult> {
	const nodes = [
		toNode({ name: 'Start', type: 'n8n-nodes-base.manualTrigger' }, 0),
		toNode({ ...spec, name: 'Subject' }, 1),
	];
	const result = await runWorkflow(
		nodes,
		items.map((json) => (binary ? { json, binary } : { json })),
		credentials,
	);
	const { waitTill } = result.run;
	return {
		// Items that wait come out later, with the answer.
		items: waitTill ? [] : (result.items.Subject ?? []),
		error: result.error,
		waitTill: waitTill ?? undefined,
		run: result.run,
	};
}

/** Runs an operation of the actions node and holds what comes out against its output schema. */
export async function runAction(
	resource: string,
	operation: string,
	parameters: INodeParameters,
	items: IDataObject[],
	credentials: TestCredentials,
	onError?: INode['onError'],
	binary?: INodeExecutionData['binary'],
): Promise<NodeResult> {
	const result = await runNode(
		{ type: 'weChatOfficialAccount', parameters: { resource, operation, ...parameters }, onError },
		items,
		credentials,
		binary,
	);
	if (parameters.simplify !== false) {
		const sound = result.items.filter(({ json }) => json.error === undefined);
		expect(sound.flatMap(({ json }) => schemaProblems(resource, operation, json))).toEqual([]);
	}
	return result;
}

/** The errcode of an item that stands for a failed one. */
export function errcodeOf(json: IDataObject | undefined): unknown {
	return (json?.details as IDataObject | undefined)?.errcode;
}
