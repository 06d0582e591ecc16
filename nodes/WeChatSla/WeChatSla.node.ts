import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { Outputs } from '../shared/engagement/outputs';
import { toNodeError } from '../shared/transport/errors';
import { hoursFields } from './fields/hours';
import {
	deadlineFields,
	operationField,
	OUTPUT_NAMES,
	periodFields,
	storedRowsFields,
	type Operation,
} from './fields/operations';
import { optionsField } from './fields/options';
import { policyFields } from './fields/policies';
import { runOperation } from './operations';
import { readSettings } from './settings';

/** Every operation has outputs of its own. */
const outputsOf = Object.fromEntries(
	Object.entries(OUTPUT_NAMES).map(([operation, names]) => [
		operation,
		names.map((displayName) => ({ type: NodeConnectionTypes.Main, displayName })),
	]),
);

export class WeChatSla implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WeChat SLA',
		name: 'weChatSla',
		icon: { light: 'file:../../icons/sla.svg', dark: 'file:../../icons/sla.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ ({ calculateDeadline: "Calculate Deadline", evaluate: "Evaluate", report: "Report" })[$parameter["operation"]] }}',
		description:
			'Watches that messages and comments are answered in time, by business hours and by the rules of WeChat',
		defaults: { name: 'WeChat SLA' },
		inputs: [
			NodeConnectionTypes.Main,
			{ type: NodeConnectionTypes.Main, displayName: 'Stored Rows', required: false },
		],
		outputs: `={{ (${JSON.stringify(outputsOf)})[$parameter["operation"]] }}`,
		usableAsTool: true,
		properties: [
			operationField,
			...deadlineFields,
			...periodFields,
			...policyFields,
			...hoursFields,
			...storedRowsFields,
			optionsField,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const operation = this.getNodeParameter('operation', 0) as Operation;
		try {
			return runOperation(this, operation, readSettings(this));
		} catch (error) {
			if (!this.continueOnFail()) {
				const nodeError = toNodeError(this.getNode(), error);
				throw nodeError;
			}
			const outputs = new Outputs(OUTPUT_NAMES[operation].length);
			outputs.addError(error, 0);
			return outputs.toData(this);
		}
	}
}
