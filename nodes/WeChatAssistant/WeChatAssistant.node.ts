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

export class WeChatAssistant implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Assistant',
		name: 'weChatAssistant',
		icon: { light: 'file:../../icons/assistant.svg', dark: 'file:../../icons/assistant.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"]}}',
		description:
			'Stands around an AI agent that answers followers: decides what it may be asked, checks what it says, and hands the rest to a person',
		defaults: { name: 'WeChat Assistant' },
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOfOperations(operations),
		usableAsTool: true,
		credentials: recordCredentials(false),
		properties: propertiesOfOperations(operations, defaultOperation),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runRecordOperation(this, operations);
	}
}
