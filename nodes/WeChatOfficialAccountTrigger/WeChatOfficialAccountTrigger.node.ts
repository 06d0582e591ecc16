import {
	NodeConnectionTypes,
	NodeOperationError,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { patternProblem } from './filters';
import { triggerProperties } from './properties';
import { answerUrlCheck, receiveMessage } from './receive';
import { checkTargets } from './targets';

/** A pattern that cannot work is told when the workflow is published, not when a follower writes. */
function checkPattern(ctx: IHookFunctions): void {
	if (ctx.getNodeParameter('textCondition') !== 'regex') return;
	const problem = patternProblem(String(ctx.getNodeParameter('text')));
	if (problem) {
		throw new NodeOperationError(
			ctx.getNode(),
			`The pattern in 'Text' cannot be used: ${problem}`,
			{
				description: 'Correct the regular expression, or choose another Text Filter.',
			},
		);
	}
}

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
		eventTriggerDescription: 'Waiting for you to write to the Official Account in WeChat',
		activationMessage:
			'WeChat messages can now start this workflow. Make sure its production URL is entered in the WeChat console.',
		defaults: { name: 'WeChat Official Account Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
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
				checkPattern(this);
				checkTargets(this);
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
