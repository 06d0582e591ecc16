import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { triggerProperties } from './properties';
import { TRIGGER_PANEL } from './panel';
import { checkBeforePublishing } from './publishChecks';
import { QUICK_REPLIES } from './quickReplies/fields';
import { answerUrlCheck, receiveMessage } from './receive';

export class WeChatOfficialAccountTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Official Account Trigger',
		name: 'weChatOfficialAccountTrigger',
		icon: { light: 'file:../../icons/wechat.svg', dark: 'file:../../icons/wechat.dark.svg' },
		group: ['trigger'],
		// Not 1: for version 1 n8n evaluates an expression for every request, which costs a factor of 4.
		version: 1.1,
		subtitle:
			'={{$parameter["triggerOn"].length === 1 ? $parameter["triggerOn"][0].replace("*", "all") : $parameter["triggerOn"].length + " kinds"}}',
		description:
			'Starts the workflow when a follower writes, taps the menu, follows, scans and so on',
		eventTriggerDescription:
			'Waiting for a message. It arrives here only while the test URL is the server URL of the account: with the production URL, nothing will.',
		activationMessage:
			'WeChat messages can now start this workflow. Make sure its production URL is the server URL on the WeChat Developer Platform. What arrives is shown under Executions.',
		defaults: { name: 'WeChat Official Account Trigger' },
		triggerPanel: TRIGGER_PANEL,
		inputs: [],
		// The second one is there with the first quick reply. No request evaluates this, only the canvas does.
		outputs: `={{ ($parameter["${QUICK_REPLIES}"]?.reply ?? []).length > 0 ? ["Message", "Answered"].map(displayName => ({ type: "main", displayName })) : ["main"] }}`,
		credentials: [{ name: 'weChatOfficialAccountApi', required: true }],
		// Literal values only: an expression here would be evaluated for every request.
		webhooks: [
			{ name: 'setup', httpMethod: 'GET', responseMode: 'responseNode', path: 'wechat' },
			{ name: 'default', httpMethod: 'POST', responseMode: 'responseNode', path: 'wechat' },
		],
		properties: triggerProperties,
	};

	webhookMethods = {
		default: {
			/** The server URL is set by hand in WeChat's console; there is no call for it. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				await checkBeforePublishing(this);
				return true;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return this.getWebhookName() === 'setup'
			? await answerUrlCheck(this)
			: await receiveMessage(this);
	}
}
