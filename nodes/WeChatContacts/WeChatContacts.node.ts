import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { outputsOfResources, runRecordResource } from '../shared/engagement/recordNode';
import { propertiesOf } from '../shared/operations/registry';
import { recordCredentials } from '../shared/records/keepIn';
import { RESOURCES } from './operations';
import { contact } from './operations/contact';

export class WeChatContacts implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Contacts',
		name: 'weChatContacts',
		icon: { light: 'file:../../icons/contacts.svg', dark: 'file:../../icons/contacts.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Keeps who follows, what they do, their groups and the channels they come by',
		defaults: { name: 'WeChat Contacts' },
		inputs: [NodeConnectionTypes.Main],
		outputs: outputsOfResources(RESOURCES),
		usableAsTool: true,
		credentials: recordCredentials(true),
		properties: propertiesOf(RESOURCES, contact),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runRecordResource(this, RESOURCES);
	}
}
