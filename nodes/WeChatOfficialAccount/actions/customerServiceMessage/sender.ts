import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { sendCustomMessage } from '../../../shared/message/customMessage';
import { flag, type Fields, type OptionalValuesOf } from '../../../shared/operations/fields';
import { additional, openId } from '../../descriptions/common';
import { interactions, refuseUnreachable } from '../../descriptions/interactions';
import { kfAccount } from '../../descriptions/locators';

const options = {
	kfAccount: kfAccount({ required: false, description: 'Shown as the sender' }),
	interactions: interactions(),
	isAi: flag(
		'Label as Written by AI',
		false,
		'Whether WeChat shows below the message that AI has written it',
	),
};

/** The fields of a message: to whom, its content, as whom. */
export const senderFields = <Content extends Fields>(content: Content) => ({
	openId,
	...content,
	additionalFields: additional(options),
});

/** The same with more optional fields; they come last in the alphabet. */
export const senderFieldsWith = <Content extends Fields, More extends Fields>(
	content: Content,
	more: More,
) => ({ openId, ...content, additionalFields: additional({ ...options, ...more }) });

/** To whom a message goes, and as whom. */
interface Address {
	openId: string;
	additionalFields: OptionalValuesOf<typeof options>;
}

/**
 * Sends a message, unless it is known that it cannot arrive.
 *
 * @param msgtype WeChat's type (custom/send); `content` is the object of that name
 * @returns the common part of the result
 */
export async function sendMessage(
	ctx: IExecuteFunctions,
	{ openId: recipient, additionalFields }: Address,
	msgtype: string,
	content: IDataObject,
): Promise<IDataObject> {
	refuseUnreachable(additionalFields.interactions, 'customerServiceMessage');
	await sendCustomMessage(
		ctx,
		recipient,
		{ msgtype, content },
		{ kfAccount: additionalFields.kfAccount ?? '', isAi: additionalFields.isAi ?? false },
	);
	return { openId: recipient, messageType: msgtype, sent: true };
}
