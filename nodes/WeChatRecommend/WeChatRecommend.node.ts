import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { toErrorItem, toNodeError } from '../shared/transport/errors';
import { recommendProperties } from './properties';
import { runEvaluate, runRecommend } from './run';

const OUTPUT_NAMES = "['Recommended', 'Nothing Found', 'Rows to Store']";

export class WeChatRecommend implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Recommend',
		name: 'weChatRecommend',
		icon: { light: 'file:../../icons/recommend.svg', dark: 'file:../../icons/recommend.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"]}}',
		description:
			'Chooses articles or offers for a follower, with a reason, and nothing twice within a month',
		defaults: { name: 'WeChat Recommend' },
		inputs: [
			{ type: NodeConnectionTypes.Main },
			{ type: NodeConnectionTypes.Main, displayName: 'Catalogue', required: false },
			{ type: NodeConnectionTypes.Main, displayName: 'History', required: false },
		],
		outputs: `={{ ($parameter["operation"] === "evaluate" ? ['Report'] : ${OUTPUT_NAMES}).map((displayName) => ({ type: "main", displayName })) }}`,
		usableAsTool: true,
		properties: recommendProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const isEvaluation = this.getNodeParameter('operation', 0) === 'evaluate';
		try {
			return isEvaluation ? runEvaluate(this) : runRecommend(this);
		} catch (error) {
			if (!this.continueOnFail()) {
				const nodeError = toNodeError(this.getNode(), error, 0);
				throw nodeError;
			}
			return [[toErrorItem(error, 0)], [], []];
		}
	}
}
