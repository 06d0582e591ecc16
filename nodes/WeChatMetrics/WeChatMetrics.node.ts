import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { toErrorItem, toNodeError } from '../shared/transport/errors';
import { ACTIONS, type Operation } from './actions';
import { metricsProperties } from './properties';

/** Names of the outputs of each operation. */
const OUTPUT_NAMES: Record<Operation, string[]> = {
	buildPage: ['Page'],
	calculate: ['Metrics', 'Churn Warnings'],
	detectAlerts: ['Alerts'],
};

/** n8n evaluates this on the canvas. */
const OUTPUTS = `(${JSON.stringify(OUTPUT_NAMES)})[$parameter.operation].map((displayName) => ({ type: "main", displayName }))`;

export class WeChatMetrics implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Metrics',
		name: 'weChatMetrics',
		icon: { light: 'file:../../icons/metrics.svg', dark: 'file:../../icons/metrics.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"]}}',
		description:
			'Calculates the metrics of an account, finds unusual values and builds a report page',
		defaults: { name: 'WeChat Metrics' },
		inputs: [
			NodeConnectionTypes.Main,
			{ type: NodeConnectionTypes.Main, displayName: 'More Rows', required: false },
		],
		outputs: `={{ ${OUTPUTS} }}`,
		usableAsTool: true,
		properties: metricsProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		try {
			return await ACTIONS[this.getNodeParameter('operation', 0) as Operation](this);
		} catch (error) {
			if (!this.continueOnFail()) {
				const nodeError = toNodeError(this.getNode(), error);
				throw nodeError;
			}
			return [[toErrorItem(error, 0)]];
		}
	}
}
