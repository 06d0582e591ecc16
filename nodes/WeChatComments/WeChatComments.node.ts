import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import {
	outputsOfOperations,
	RECORD_INPUTS,
	runRecordOperation,
} from '../shared/engagement/recordNode';
import { propertiesOfOperations } from '../shared/operations/registry';
import { recordCredentials } from '../shared/records/keepIn';
import { getNew, operations } from './operations';

export class WeChatComments implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Comments',
		name: 'weChatComments',
		icon: { light: 'file:../../icons/comments.svg', dark: 'file:../../icons/comments.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"]}}',
		description:
			'Finds new comments on articles, each once, and answers and features them, remembering what was done',
		defaults: { name: 'WeChat Comments' },
		inputs: RECORD_INPUTS,
		outputs: outputsOfOperations(operations),
		usableAsTool: true,
		credentials: recordCredentials(true),
		properties: propertiesOfOperations(operations, getNew),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runRecordOperation(this, operations);
	}
}
