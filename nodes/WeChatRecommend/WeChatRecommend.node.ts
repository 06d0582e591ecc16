import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { outputsOfOperations, runRecordOperation } from '../shared/engagement/recordNode';
import { propertiesOfOperations } from '../shared/operations/registry';
import { recordCredentials } from '../shared/records/keepIn';
import { defaultOperation, operations } from './operations';

export class WeChatRecommend implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Recommend',
		name: 'weChatRecommend',
		icon: { light: 'file:../../icons/recommend.svg', dark: 'file:../../icons/recommend.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"]}}',
		description:
			'Chooses articles or offers for a follower, with a reason, and nothing twice within a month',
		defaults: { name: 'WeChat Recommend' },
		inputs: [
			{ type: NodeConnectionTypes.Main },
			{ type: NodeConnectionTypes.Main, displayName: 'Catalogue', required: false },
			{ type: NodeConnectionTypes.Main, displayName: 'History', required: false },
		],
		outputs: outputsOfOperations(operations),
		usableAsTool: true,
		credentials: recordCredentials(false),
		properties: propertiesOfOperations(operations, defaultOperation),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runRecordOperation(this, operations);
	}
}
