import { SEND_AND_WAIT_OPERATION } from 'n8n-workflow';
import { checkText } from '../../../shared/message/customMessage';
import { untappable } from '../../../shared/text/untappable';
import { waitFields, waitOptions, waitUntil } from '../../wait/fields';
import { senderFieldsWith, sendMessage } from './sender';
import { itemOperation } from '../operation';

/** Asks a staff member who follows the account. The name is n8n's: it makes a human-in-the-loop tool. */
export const sendAndWait = itemOperation({
	option: {
		name: 'Send and Wait for Response',
		value: SEND_AND_WAIT_OPERATION,
		action: 'Send message and wait for response',
		description: 'Ask for an approval or an answer by a link, and go on when it has come',
	},
	endpoints: ['POST /cgi-bin/message/custom/send'],
	fields: senderFieldsWith(waitFields, waitOptions),
	waitUntil,
	async execute(ctx, values) {
		const link = `<a href="${ctx.getSignedResumeUrl()}">点击这里回复</a>`;
		// The whole question or none: what is asked about may come from anybody.
		const content = checkText(`${untappable(values.message)}\n\n${link}`);
		return await sendMessage(ctx, values, 'text', { content });
	},
});
