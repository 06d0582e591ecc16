import { randomBytes } from 'crypto';
import { flag, text } from '../../../shared/operations/fields';
import { appIdOf } from '../../../shared/transport/sns';
import { itemOperation } from '../operation';
import { pageUrl } from './pageUrl';
import { jsapiSignature } from './signature';
import { jsapiTicket } from './ticket';

export const signUrl = itemOperation({
	option: {
		name: 'Sign URL',
		value: 'signUrl',
		action: 'Sign URL for JS-SDK',
		description: 'Get what a web page needs to use the JS-SDK',
	},
	endpoints: ['GET /cgi-bin/ticket/getticket'],
	fields: {
		url: text('URL', {
			placeholder: 'e.g. https://example.com/page',
			hint: 'The address of the page; it is signed as the browser has it, without what follows #',
		}),
		renewTicket: flag(
			'Renew Ticket',
			false,
			"Whether to ask WeChat for the ticket again instead of using the kept one, after a page was told 'invalid signature'",
		),
	},
	async execute(ctx, { url: address, renewTicket }) {
		const url = pageUrl(address);
		const ticket = await jsapiTicket(ctx, renewTicket);
		const timestamp = Math.floor(Date.now() / 1_000);
		const nonceStr = randomBytes(8).toString('hex');
		const signature = jsapiSignature(ticket, nonceStr, timestamp, url);
		return { appId: await appIdOf(ctx), url, timestamp, nonceStr, signature };
	},
});
