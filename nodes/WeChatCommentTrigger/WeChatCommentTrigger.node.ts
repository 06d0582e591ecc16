import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';
import { pollComments } from './poll';
import { commentTriggerProperties } from './properties';

export class WeChatCommentTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Comment Trigger',
		name: 'weChatCommentTrigger',
		icon: { light: 'file:../../icons/wechat.svg', dark: 'file:../../icons/wechat.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["watch"] === "recent" ? "all recent articles" : "chosen articles"}}',
		description: 'Starts the workflow when somebody comments on an article',
		defaults: { name: 'WeChat Comment Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'weChatOfficialAccountApi', required: true }],
		properties: commentTriggerProperties,
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollComments(this);
	}
}
