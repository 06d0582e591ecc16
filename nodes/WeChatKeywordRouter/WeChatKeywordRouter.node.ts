import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { outputsOfOperations, runRecordOperation } from '../shared/engagement/recordNode';
import { propertiesOfOperations } from '../shared/operations/registry';
import { recordCredentials } from '../shared/records/keepIn';
import { routerInputs } from './onCanvas/inputs';
import { defaultOperation, operations } from './operations';

export class WeChatKeywordRouter implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Keyword Router',
		name: 'weChatKeywordRouter',
		icon: {
			light: 'file:../../icons/keyword-router.svg',
			dark: 'file:../../icons/keyword-router.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"]}}',
		description:
			'Finds the keyword and the reply for what followers write, offers candidates or hands over to a person, and keeps the library',
		defaults: { name: 'WeChat Keyword Router' },
		inputs: routerInputs,
		outputs: outputsOfOperations(operations),
		credentials: recordCredentials(false),
		usableAsTool: true,
		properties: propertiesOfOperations(operations, defaultOperation),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runRecordOperation(this, operations);
	}
}
