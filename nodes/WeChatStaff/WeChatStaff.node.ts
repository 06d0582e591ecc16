import type {
	IExecuteFunctions,
	INodeCredentialDescription,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import {
	outputsOfOperations,
	RECORD_INPUTS,
	runRecordOperation,
} from '../shared/engagement/recordNode';
import { propertiesOfOperations } from '../shared/operations/registry';
import { recordCredentials } from '../shared/records/keepIn';
import { ROBOT_CREDENTIAL } from '../shared/staff/credential';
import { pageWebhooks } from '../shared/wait/webhook';
import { answerByWebhook, notify, operations } from './operations';

/**
 * The account, which the records belong to, and the robot. Of several credentials the editor fills in one when a file is
 * imported; what is required and still open it marks. It drops a credential that is shown for a value while the
 * file leaves that value out as the default; so it is hidden for the other one.
 */
const credentials: INodeCredentialDescription[] = recordCredentials(true).concat({
	name: ROBOT_CREDENTIAL,
	required: true,
	displayOptions: { hide: { sendTo: ['member'] } },
});

export class WeChatStaff implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Staff',
		name: 'weChatStaff',
		icon: { light: 'file:../../icons/staff.svg', dark: 'file:../../icons/staff.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ ({ notify: "Notify", sendAndWait: "Ask" })[$parameter["operation"]] }}',
		description:
			'Writes to the group of your staff in WeCom, DingTalk or Feishu, each message once, and asks for decisions',
		defaults: { name: 'WeChat Staff' },
		inputs: RECORD_INPUTS,
		outputs: outputsOfOperations(operations),
		usableAsTool: true,
		credentials,
		webhooks: pageWebhooks,
		waitingNodeTooltip: 'The flow goes on when somebody has decided, or when the time is over',
		properties: propertiesOfOperations(operations, notify),
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await Promise.resolve(answerByWebhook(this));
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runRecordOperation(this, operations);
	}
}
