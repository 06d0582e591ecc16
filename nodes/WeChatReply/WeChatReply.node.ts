import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { errorItem } from '../shared/itemErrors';
import { propertiesOfFields } from '../shared/operations/fields';
import { onceCredentials, onceFields } from '../shared/records/onceFields';
import { replyFields } from './fields';
import { sendReply } from './send';

export class WeChatReply implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Reply',
		name: 'weChatReply',
		icon: { light: 'file:../../icons/wechat.svg', dark: 'file:../../icons/wechat.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["replyType"]}}',
		description:
			'Replies to the message that started the workflow, within the five seconds of WeChat or after',
		defaults: { name: 'WeChat Reply' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: onceCredentials,
		properties: propertiesOfFields({ ...replyFields, ...onceFields }),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const results: INodeExecutionData[] = [];
		for (let itemIndex = 0; itemIndex < this.getInputData().length; itemIndex++) {
			try {
				const json = await sendReply(this, itemIndex);
				results.push({ json, pairedItem: { item: itemIndex } });
			} catch (error) {
				results.push(errorItem(this, error, itemIndex));
			}
		}
		return [results];
	}
}
