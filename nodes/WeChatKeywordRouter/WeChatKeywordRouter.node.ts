import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { toErrorItem, toNodeError } from '../shared/transport/errors';
import { routerProperties } from './properties';
import { runAudit, runLearn, runRoute } from './run';

const RUN = { audit: runAudit, learn: runLearn, route: runRoute };
type Operation = keyof typeof RUN;

/** Names of the outputs of each operation. */
const OUTPUT_NAMES: Record<Operation, string[]> = {
	audit: ['Findings', 'Summary'],
	learn: ['Proposals', 'Rows to Store'],
	route: ['Matched', 'Candidates', 'To a Person', 'Rows to Store'],
};

/** n8n evaluates this on the canvas. */
const OUTPUTS = `(${JSON.stringify(OUTPUT_NAMES)})[$parameter.operation].map((displayName) => ({ type: "main", displayName }))`;

export class WeChatKeywordRouter implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat Keyword Router',
		name: 'weChatKeywordRouter',
		icon: {
			light: 'file:../../icons/keyword-router.svg',
			dark: 'file:../../icons/keyword-router.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"]}}',
		description:
			'Finds the keyword and the reply for what followers write, offers candidates or hands over to a person',
		defaults: { name: 'WeChat Keyword Router' },
		inputs: [
			{ type: NodeConnectionTypes.Main },
			{ type: NodeConnectionTypes.Main, displayName: 'Keywords', required: false },
			{ type: NodeConnectionTypes.Main, displayName: 'Hits', required: false },
		],
		outputs: `={{ ${OUTPUTS} }}`,
		usableAsTool: true,
		properties: routerProperties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as Operation;
		try {
			return RUN[operation](this);
		} catch (error) {
			if (!this.continueOnFail()) {
				const nodeError = toNodeError(this.getNode(), error);
				throw nodeError;
			}
			return OUTPUT_NAMES[operation].map((_, output) =>
				output === 0 ? [toErrorItem(error, 0)] : [],
			);
		}
	}
}
