import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { runRecordOperation } from '../shared/engagement/recordNode';
import { propertiesOfOperations } from '../shared/operations/registry';
import { recordCredentials } from '../shared/records/keepIn';
import { defaultOperation, operations } from './operations';
import { SEGMENT_INPUTS, SEGMENT_OUTPUTS } from './operations/connections';

export class WeChatSegment implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Segment',
		name: 'weChatSegment',
		icon: { light: 'file:../../icons/segment.svg', dark: 'file:../../icons/segment.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"]}}',
		description:
			'Sorts followers into high value, potential, dormant and lost, and finds who is going silent',
		defaults: { name: 'WeChat Segment' },
		credentials: recordCredentials(false),
		inputs: SEGMENT_INPUTS,
		outputs: SEGMENT_OUTPUTS,
		usableAsTool: true,
		properties: propertiesOfOperations(operations, defaultOperation),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runRecordOperation(this, operations);
	}
}
