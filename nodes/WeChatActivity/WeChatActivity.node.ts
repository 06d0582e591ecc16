import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { runRecordResource } from '../shared/engagement/recordNode';
import { propertiesOf } from '../shared/operations/registry';
import { recordCredentials } from '../shared/records/keepIn';
import { ACTIVITY_INPUTS, ACTIVITY_OUTPUTS } from './onCanvas/connections';
import { RESOURCES } from './operations';
import { checkIn } from './operations/checkIn';

export class WeChatActivity implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Activity',
		name: 'weChatActivity',
		icon: { light: 'file:../../icons/activity.svg', dark: 'file:../../icons/activity.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description:
			'Lottery, quiz, check-in, vote, submissions and points for an Official Account (公众号), with proof and compliance check',
		defaults: { name: 'WeChat Activity' },
		credentials: recordCredentials(false),
		inputs: ACTIVITY_INPUTS,
		outputs: ACTIVITY_OUTPUTS,
		usableAsTool: true,
		properties: propertiesOf(RESOURCES, checkIn),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runRecordResource(this, RESOURCES);
	}
}
