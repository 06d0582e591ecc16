import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { outputsOfOperations, runRecordOperation } from '../shared/engagement/recordNode';
import { propertiesOfOperations } from '../shared/operations/registry';
import { recordCredentials } from '../shared/records/keepIn';
import { SLA_INPUTS } from './onCanvas/inputs';
import { defaultOperation, operations } from './operations';

const NAMES = Object.fromEntries(operations.map(({ option }) => [option.value, option.name]));

export class WeChatSla implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Reply SLA',
		name: 'weChatSla',
		icon: { light: 'file:../../icons/sla.svg', dark: 'file:../../icons/sla.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: `={{ (${JSON.stringify(NAMES)})[$parameter["operation"]] }}`,
		description:
			'Watches that messages and comments are answered in time, by business hours and by the rules of WeChat',
		defaults: { name: 'WeChat Reply SLA' },
		inputs: SLA_INPUTS,
		outputs: outputsOfOperations(operations),
		credentials: recordCredentials(false),
		usableAsTool: true,
		properties: propertiesOfOperations(operations, defaultOperation),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runRecordOperation(this, operations);
	}
}
