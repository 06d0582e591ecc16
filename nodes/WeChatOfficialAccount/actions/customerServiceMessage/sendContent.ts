import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { sendCustomMessage } from '../../../shared/message/customMessage';
import { additionalFields, additionalOf, openIdField, openIdOf } from '../../descriptions/fields';
import { interactionsField, refuseUnreachable } from '../../descriptions/interactions';
import { kfAccountPicker, pickedValue } from '../../descriptions/pickers';

/**
 * Around the content of every message: to whom, as whom.
 *
 * @param options more optional fields; they come last in the alphabet
 */
export function senderFields(
	content: INodeProperties[],
	options: INodeProperties[] = [],
): INodeProperties[] {
	return [
		openIdField,
		...content,
		additionalFields([
			{ ...kfAccountPicker, required: false, description: 'Shown as the sender' },
			interactionsField,
			{
				displayName: 'Label as Written by AI',
				name: 'isAi',
				type: 'boolean',
				default: false,
				description: 'Whether WeChat shows below the message that AI has written it',
			},
			...options,
		]),
	];
}

/** Sends a message with this content and gives the common part of the result. */
export async function sendContent(
	ctx: IExecuteFunctions,
	itemIndex: number,
	msgtype: string,
	content: IDataObject,
): Promise<IDataObject> {
	const openId = openIdOf(ctx, itemIndex);
	refuseUnreachable(ctx, itemIndex, 'customerServiceMessage');
	const { kfAccount, isAi } = additionalOf(ctx, itemIndex);
	await sendCustomMessage(
		ctx,
		openId,
		{ msgtype, content },
		{ kfAccount: pickedValue(kfAccount), isAi: isAi === true },
	);
	return { openId, messageType: msgtype, sent: true };
}
