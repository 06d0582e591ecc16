import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { Outputs } from '../shared/engagement/outputs';
import { toNodeError } from '../shared/transport/errors';
import { OPERATIONS, type Operation } from './operations';
import { segmentProperties } from './properties';

/** Names of the outputs of each operation; n8n evaluates the expression on the canvas. */
const OUTPUT_NAMES = JSON.stringify(
	Object.fromEntries(Object.entries(OPERATIONS).map(([name, { outputs }]) => [name, outputs])),
);

export class WeChatSegment implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Segment',
		name: 'weChatSegment',
		icon: { light: 'file:../../icons/segment.svg', dark: 'file:../../icons/segment.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"]}}',
		description:
			'Sorts followers into high value, potential, dormant and lost, and chooses whom a campaign writes to',
		defaults: { name: 'WeChat Segment' },
		inputs: [
			NodeConnectionTypes.Main,
			{ type: NodeConnectionTypes.Main, displayName: 'Known Rows', required: false },
		],
		outputs: `={{ (${OUTPUT_NAMES})[$parameter["operation"]].map((displayName) => ({ type: "main", displayName })) }}`,
		usableAsTool: true,
		properties: segmentProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { run, outputs: names } = OPERATIONS[this.getNodeParameter('operation', 0) as Operation];
		const outputs = new Outputs(names.length);
		try {
			run(this, outputs);
		} catch (error) {
			if (!this.continueOnFail()) {
				const nodeError = toNodeError(this.getNode(), error);
				throw nodeError;
			}
			outputs.addError(error, 0);
		}
		return outputs.toData(this);
	}
}
