import { SEND_AND_WAIT_OPERATION } from 'n8n-workflow';
import { checkText } from '../../../shared/message/customMessage';
import { messageOf, waitFields, waitOptions, waitUntil } from '../../wait/fields';
import { sendContent, senderFields } from './sendContent';
import type { ItemOperation } from '../operation';

/** Asks a staff member who follows the account. The name is n8n's: it makes a human-in-the-loop tool. */
export const sendAndWait: ItemOperation = {
	option: {
		name: 'Send and Wait for Response',
		value: SEND_AND_WAIT_OPERATION,
		action: 'Send message and wait for response',
		description: 'Ask for an approval or an answer by a link, and go on when it has come',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	properties: senderFields(waitFields, waitOptions),
	waitUntil,
	async execute(ctx, itemIndex) {
		const link = `<a href="${ctx.getSignedResumeUrl()}">点击这里回复</a>`;
		const content = checkText(`${messageOf(ctx, itemIndex)}\n\n${link}`);
		return await sendContent(ctx, itemIndex, 'text', { content });
	},
};
