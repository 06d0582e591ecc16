import {
	WAIT_INDEFINITELY,
	type IDataObject,
	type IExecuteFunctions,
	type INodeProperties,
	type IWebhookFunctions,
} from 'n8n-workflow';
import { additionalOf, requiredText, textField } from '../descriptions/fields';

const HOUR_MS = 3_600_000;

/** n8n's own names: its human-in-the-loop tools look for them. */
export const waitFields: INodeProperties[] = [
	textField('Message', 'message', {
		typeOptions: { rows: 4 },
		placeholder: 'e.g. 是否同意发布这篇文章？',
		description: 'The question. Shown on the page behind the link, with the buttons.',
	}),
	{
		displayName: 'Response Type',
		name: 'responseType',
		type: 'options',
		options: [
			{ name: 'Approval', value: 'approval', description: 'Buttons to approve or decline' },
			{ name: 'Free Text', value: 'freeText', description: 'A field for any answer' },
		],
		default: 'approval',
	},
	{
		displayName: 'Approval Options',
		name: 'approvalOptions',
		type: 'fixedCollection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { responseType: ['approval'] } },
		options: [
			{
				displayName: 'Values',
				name: 'values',
				values: [
					{
						displayName: 'Type of Approval',
						name: 'approvalType',
						type: 'options',
						options: [
							{ name: 'Approve and Decline', value: 'double' },
							{ name: 'Approve Only', value: 'single' },
						],
						default: 'double',
					},
					{
						displayName: 'Approve Button Label',
						name: 'approveLabel',
						type: 'string',
						default: '同意',
					},
					{
						displayName: 'Decline Button Label',
						name: 'disapproveLabel',
						type: 'string',
						default: '拒绝',
						displayOptions: { show: { approvalType: ['double'] } },
					},
				],
			},
		],
	},
];

export const waitOptions: INodeProperties[] = [
	{
		displayName: 'Limit Wait Time (Hours)',
		name: 'waitHours',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 24,
		description:
			'Without an answer by then the items pass on unchanged. Left out, the flow waits on.',
	},
];

/** Until when to wait for an answer. */
export function waitUntil(ctx: IExecuteFunctions): Date {
	const { waitHours } = additionalOf(ctx, 0);
	if (waitHours === undefined) return WAIT_INDEFINITELY;
	return new Date(Date.now() + Number(waitHours) * HOUR_MS);
}

export function messageOf(ctx: IExecuteFunctions, itemIndex: number): string {
	return requiredText(ctx, 'message', 'Message', itemIndex);
}

/** The labels of the buttons; the free answer has one. */
export function buttonsOf(ctx: IWebhookFunctions): Array<{ value: string; label: string }> {
	if (ctx.getNodeParameter('responseType', 'approval') === 'freeText') {
		return [{ value: 'answer', label: '提交' }];
	}
	const {
		approvalType = 'double',
		approveLabel = '同意',
		disapproveLabel = '拒绝',
	} = ctx.getNodeParameter('approvalOptions.values', {}) as IDataObject;
	const approve = { value: 'approve', label: String(approveLabel) };
	return approvalType === 'single'
		? [approve]
		: [approve, { value: 'decline', label: String(disapproveLabel) }];
}
