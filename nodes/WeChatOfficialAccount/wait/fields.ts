import { WAIT_INDEFINITELY, type IDataObject, type IWebhookFunctions } from 'n8n-workflow';
import { deadlineAfter } from '../../shared/wait/deadline';
import type { AnswerForm } from '../../shared/wait/page';
import {
	choice,
	field,
	number,
	text,
	valuesOf,
	type ValuesOf,
} from '../../shared/operations/fields';

/** A button of the page: the value that it sends, and its label. */
interface Button {
	value: string;
	label: string;
}

function approvalButtons({
	approvalType = 'double',
	approveLabel = '同意',
	disapproveLabel = '拒绝',
}: IDataObject): Button[] {
	const approve = { value: 'approve', label: String(approveLabel) };
	return approvalType === 'single'
		? [approve]
		: [approve, { value: 'decline', label: String(disapproveLabel) }];
}

/** n8n's own names: its human-in-the-loop tools look for them. */
export const waitFields = {
	message: text('Message', {
		typeOptions: { rows: 4 },
		placeholder: 'e.g. 是否同意发布这篇文章？',
		description: 'The question. Shown on the page behind the link, with the buttons.',
	}),
	responseType: choice(
		'Response Type',
		[
			{ name: 'Approval', value: 'approval', description: 'Buttons to approve or decline' },
			{ name: 'Free Text', value: 'freeText', description: 'A field for any answer' },
		],
		'approval',
	),
	approvalOptions: field(
		{
			displayName: 'Approval Options',
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
		(stored) => approvalButtons(((stored ?? {}) as { values?: IDataObject }).values ?? {}),
	),
};

export const waitOptions = {
	waitHours: number('Limit Wait Time (Hours)', 0, {
		default: 24,
		description:
			'Without an answer by then the items pass on unchanged. Left out, the flow waits on.',
	}),
};

function pageOf({
	message,
	responseType,
	approvalOptions,
}: ValuesOf<typeof waitFields>): AnswerForm {
	return responseType === 'freeText'
		? {
				question: message,
				buttons: [{ value: 'answer', label: '提交' }],
				text: { label: '', isRequired: true },
			}
		: { question: message, buttons: approvalOptions };
}

/**
 * Until when to wait for an answer. Called before the question is sent.
 *
 * @throws UserInputError for a time that no calendar has, and when the link would lead to a page that cannot be shown
 */
export function waitUntil(
	values: ValuesOf<typeof waitFields> & { additionalFields: { waitHours: number | undefined } },
): Date {
	const { waitHours } = values.additionalFields;
	pageOf(values);
	if (waitHours === undefined) return WAIT_INDEFINITELY;
	return deadlineAfter('Limit Wait Time (Hours)', waitHours, Date.now());
}

/** What the page behind the link asks. */
export function askedBy(ctx: IWebhookFunctions): AnswerForm {
	return pageOf(valuesOf(waitFields, { get: (name) => ctx.getNodeParameter(name, null) }));
}
