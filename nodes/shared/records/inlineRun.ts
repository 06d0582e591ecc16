import type {
	IConnections,
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeCredentials,
	INodeExecutionData,
	INodeParameters,
	IWorkflowBase,
} from 'n8n-workflow';

/*
 * n8n gives a node no way to its tables or to a database of its own. It does let every node run a workflow that
 * is handed over as data, and that may hold n8n's own nodes. Such a workflow belongs to the project of the one
 * it is called from, and leaves nothing in the list of executions.
 */

/** What a store needs of n8n: what every node has that executes, the tools of agents included. */
export type Host = Pick<IExecuteFunctions, 'executeWorkflow' | 'getNode' | 'getWorkflow'>;

/** One of n8n's own nodes with its parameters: literals only, as an expression costs more than all the rest. */
export interface InlineStep {
	type: string;
	typeVersion: number;
	parameters: INodeParameters;
	credentials?: INodeCredentials;
	/** Whether it runs once, whatever number of items the step before has given. */
	executeOnce?: boolean;
}

const START: InlineStep = {
	type: 'n8n-nodes-base.executeWorkflowTrigger',
	typeVersion: 1.1,
	parameters: { inputSource: 'passthrough' },
};

const nodeOf = (step: InlineStep, position: number): INode => ({
	id: String(position),
	name: `Step ${position}`,
	position: [position * 200, 0],
	...step,
});

/** A workflow of steps in a row, as n8n takes it. */
function inlineWorkflow(steps: readonly InlineStep[]): IWorkflowBase {
	const nodes = [START, ...steps].map(nodeOf);
	const connections: IConnections = {};
	nodes.forEach(({ name }, position) => {
		const next = nodes[position + 1];
		if (next) connections[name] = { main: [[{ node: next.name, type: 'main', index: 0 }]] };
	});
	return {
		// n8n fills in that of the workflow that calls, and with it the project.
		id: '',
		name: 'WeChat records',
		active: false,
		isArchived: false,
		createdAt: new Date(0),
		updatedAt: new Date(0),
		activeVersionId: null,
		nodes,
		connections,
		settings: {
			executionOrder: 'v1',
			saveDataSuccessExecution: 'none',
			saveDataErrorExecution: 'none',
			// An administrator's default may forbid workflows to be called at all.
			callerPolicy: 'workflowsFromSameOwner',
		},
	};
}

/**
 * Runs steps in a row and gives what came out of the last one.
 *
 * @param rows for the first step, one item each; what strangers wrote may stand here, as items are never evaluated
 */
export async function runInline(
	host: Host,
	steps: readonly InlineStep[],
	rows: readonly IDataObject[] = [{}],
): Promise<IDataObject[]> {
	const items = rows.map((json): INodeExecutionData => ({ json }));
	const { data } = await host.executeWorkflow({ code: inlineWorkflow(steps) }, items);
	return (data[0] ?? []).map(({ json }) => json);
}
