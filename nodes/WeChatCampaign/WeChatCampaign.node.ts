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

export class WeChatCampaign implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Campaign',
		name: 'weChatCampaign',
		icon: { light: 'file:../../icons/campaign.svg', dark: 'file:../../icons/campaign.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"]}}',
		description:
			'Writes to followers who should come back: whom, by which way, once each, with consent; and measures what it brought',
		defaults: { name: 'WeChat Campaign' },
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOfOperations(operations),
		credentials: recordCredentials(true),
		usableAsTool: true,
		properties: propertiesOfOperations(operations, defaultOperation),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runRecordOperation(this, operations);
	}
}
