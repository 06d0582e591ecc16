import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { outputsOfOperations, runRecordOperation } from '../shared/engagement/recordNode';
import { propertiesOfOperations } from '../shared/operations/registry';
import { recordCredentials } from '../shared/records/keepIn';
import { defaultOperation, operations } from './operations';
import { METRICS_INPUTS } from './operations/inputs';

const NAMES = Object.fromEntries(operations.map(({ option }) => [option.value, option.name]));

export class WeChatMetrics implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Metrics',
		name: 'weChatMetrics',
		icon: { light: 'file:../../icons/metrics.svg', dark: 'file:../../icons/metrics.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: `={{ (${JSON.stringify(NAMES)})[$parameter["operation"]] }}`,
		description:
			'Collects the metrics of an account, finds unusual values and builds a report page',
		defaults: { name: 'WeChat Metrics' },
		inputs: METRICS_INPUTS,
		outputs: outputsOfOperations(operations),
		usableAsTool: true,
		credentials: recordCredentials(false),
		properties: propertiesOfOperations(operations, defaultOperation),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runRecordOperation(this, operations);
	}
}
