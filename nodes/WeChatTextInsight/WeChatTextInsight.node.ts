import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { outputsOfOperations, runRecordOperation } from '../shared/engagement/recordNode';
import { propertiesOfOperations } from '../shared/operations/registry';
import { defaultOperation, operations } from './operations';

export class WeChatTextInsight implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Text Insight',
		name: 'weChatTextInsight',
		icon: {
			light: 'file:../../icons/text-insight.svg',
			dark: 'file:../../icons/text-insight.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { analyze: "analyze", hotWords: "hot words", train: "train" }[$parameter["operation"]] }}',
		description:
			'Tells the mood, intent and urgency of Chinese comments and messages, finds hot words, and learns from your own labels',
		defaults: { name: 'WeChat Text Insight' },
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOfOperations(operations),
		usableAsTool: true,
		properties: propertiesOfOperations(operations, defaultOperation),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runRecordOperation(this, operations);
	}
}
