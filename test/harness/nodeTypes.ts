/* eslint-disable @n8n/community-nodes/no-restricted-globals */
import { PackageDirectoryLoader } from 'n8n-core';
import {
	NodeConnectionTypes,
	NodeHelpers,
	UnexpectedError,
	type ICredentialType,
	type IDataObject,
	type INodeType,
	type INodeTypes,
	type IVersionedNodeType,
} from 'n8n-workflow';
import { PACKAGE_NAME } from '../../nodes/shared/constants';

const SOURCE = (file: string) => file.replace(/^dist\//, '').replace(/\.js$/, '.ts');

/** n8n's own loader, pointed at the sources: with NODE_ENV=test it requires them, so Jest compiles them. */
class SourceLoader extends PackageDirectoryLoader {
	constructor(folder: string) {
		super(folder);
		const { n8n } = this.packageJson;
		if (!n8n) throw new UnexpectedError('package.json has no n8n section');
		n8n.nodes = n8n.nodes?.map(SOURCE);
		n8n.credentials = n8n.credentials?.map(SOURCE);
	}
}

/** Stand-ins for the core nodes that test workflows need; the real ones run in the end-to-end tests. */
const passThrough = (name: string): INodeType => ({
	description: {
		displayName: name,
		name,
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name },
		inputs: name === 'manualTrigger' ? [] : [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute() {
		return [this.getInputData()];
	},
});

/** Gives one item that holds nothing of what came in. */
const emptyItem: INodeType = {
	description: passThrough('emptyItem').description,
	async execute() {
		return await Promise.resolve([[{ json: {}, pairedItem: { item: 0 } }]]);
	},
};

/**
 * An agent whose model calls the tool that is named in it once, with its arguments. The rest is n8n's: the
 * engine runs the tool and brings the agent its result.
 */
const agent: INodeType = {
	description: {
		...passThrough('agent').description,
		inputs: [NodeConnectionTypes.Main, NodeConnectionTypes.AiTool],
		properties: ['tool', 'arguments'].map((name) => ({
			displayName: name,
			name,
			type: 'json',
			default: '',
		})),
	},
	async execute(response) {
		if (response && response.actionResponses.length > 0) return [this.getInputData()];
		return {
			actions: [
				{
					actionType: 'ExecutionNodeAction',
					nodeName: String(this.getNodeParameter('tool', 0)),
					input: this.getNodeParameter('arguments', 0) as IDataObject,
					type: NodeConnectionTypes.AiTool,
					id: 'call_1',
					metadata: { itemIndex: 0 },
				},
			],
			metadata: {},
		};
	},
};

const STUBS: Record<string, INodeType> = {
	'@n8n/n8n-nodes-langchain.agent': agent,
	'test.emptyItem': emptyItem,
	'n8n-nodes-base.manualTrigger': passThrough('manualTrigger'),
	'n8n-nodes-base.noOp': passThrough('noOp'),
};

export interface LoadedPackage {
	nodeTypes: INodeTypes;
	credentialType(name: string): ICredentialType;
	/** Full names of the package's nodes. */
	names: string[];
}

let loaded: Promise<LoadedPackage> | undefined;

async function load(folder = process.cwd()): Promise<LoadedPackage> {
	const loader = new SourceLoader(folder);
	await loader.loadAll();
	const typeOf = (fullName: string): INodeType | IVersionedNodeType => {
		const stub = STUBS[fullName];
		if (stub) return stub;
		const prefix = `${PACKAGE_NAME}.`;
		if (!fullName.startsWith(prefix)) throw new UnexpectedError(`Unknown node type ${fullName}`);
		// n8n makes a tool of every node that may be one, under its name with this ending.
		return loader.getNode(fullName.slice(prefix.length).replace(/Tool$/, '')).type;
	};
	return {
		nodeTypes: {
			getByName: typeOf,
			getByNameAndVersion: (fullName, version) =>
				NodeHelpers.getVersionedNodeType(typeOf(fullName), version),
			getKnownTypes: () => ({}),
		},
		credentialType: (name) => loader.getCredential(name).type,
		names: Object.keys(loader.nodeTypes).map((name) => `${PACKAGE_NAME}.${name}`),
	};
}

/** The package as n8n loads it, once per test file. */
export async function loadPackage(): Promise<LoadedPackage> {
	loaded ??= load();
	return await loaded;
}

/** Takes other sources than those of the project, for the rest of the test file. @param folder of the package */
export function loadFrom(folder: string): void {
	loaded = load(folder);
}
