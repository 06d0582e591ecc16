import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { toNodeError, toErrorItem } from '../shared/transport/errors';
import { analyze } from './analyze';
import { findHotWords } from './findHotWords';
import { textInsightProperties } from './properties';
import { train } from './trainOwn';

const MOOD_OUTPUTS = "['Positive', 'Neutral', 'Negative', 'Unsure']";
const ONE_OUTPUT = '{ hotWords: ["Hot Words"], train: ["Model"] }[$parameter["operation"]]';

const operations: Record<string, (ctx: IExecuteFunctions) => INodeExecutionData[][]> = {
	analyze,
	hotWords: findHotWords,
	train,
};

export class WeChatTextInsight implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Text Insight',
		name: 'weChatTextInsight',
		icon: {
			light: 'file:../../icons/text-insight.svg',
			dark: 'file:../../icons/text-insight.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { analyze: "analyze", hotWords: "hot words", train: "train" }[$parameter["operation"]] }}',
		description:
			'Tells the mood, intent and urgency of Chinese comments and messages, finds hot words, and learns from your own labels',
		defaults: { name: 'WeChat Text Insight' },
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ (${ONE_OUTPUT} ?? ${MOOD_OUTPUTS}).map((displayName) => ({ type: "main", displayName })) }}`,
		usableAsTool: true,
		properties: textInsightProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = String(this.getNodeParameter('operation', 0));
		if (this.getInputData().length === 0) return [[]];
		try {
			return operations[operation]?.(this) ?? [[]];
		} catch (error) {
			if (operation === 'analyze' || !this.continueOnFail()) {
				const nodeError = toNodeError(this.getNode(), error, 0);
				throw nodeError;
			}
			return [[toErrorItem(error, 0)]];
		}
	}
}
