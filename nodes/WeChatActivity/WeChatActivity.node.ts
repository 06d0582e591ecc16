import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { activityProperties } from './operations/registry';
import { route } from './operations/router';

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
		inputs: [
			NodeConnectionTypes.Main,
			{ type: NodeConnectionTypes.Main, displayName: 'Known Rows', required: false },
		],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Result', 'Rows to Store'],
		usableAsTool: true,
		properties: activityProperties(),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return route(this);
	}
}
