import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { onceCredentials } from '../shared/records/onceFields';
import { actionProperties } from './actions/registry';
import { route } from './actions/router';
import { listSearch } from './methods/listSearch';
import { resourceMapping } from './methods/resourceMapping';
import { resumeByWebhook, waitWebhooks } from './wait/webhook';

export class WeChatOfficialAccount implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat',
		name: 'weChatOfficialAccount',
		icon: { light: 'file:../../icons/wechat.svg', dark: 'file:../../icons/wechat.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Sends messages, tags followers and handles comments of a WeChat Official Account',
		defaults: { name: 'WeChat Official Account' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: onceCredentials,
		webhooks: waitWebhooks,
		waitingNodeTooltip: 'The flow goes on when the answer has come',
		properties: actionProperties(),
	};

	methods = { listSearch, resourceMapping };

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await Promise.resolve(resumeByWebhook(this));
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await route(this)];
	}
}
