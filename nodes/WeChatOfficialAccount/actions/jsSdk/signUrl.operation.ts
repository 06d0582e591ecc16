import { randomBytes } from 'crypto';
import type { IExecuteFunctions } from 'n8n-workflow';
import { webAddress } from '../../../shared/limits';
import { accountId } from '../../../shared/transport/sns';
import { requiredText, textField } from '../../descriptions/fields';
import { get } from '../call';
import { jsapiSignature } from './signature';
import type { ItemOperation } from '../operation';

/** WeChat gives a ticket for two hours and counts the calls; kept in the process, by account. */
const tickets = new Map<string, { ticket: string; until: number }>();

async function jsapiTicket(ctx: IExecuteFunctions): Promise<string> {
	const account = await accountId(ctx);
	const known = tickets.get(account);
	if (known && known.until > Date.now()) return known.ticket;
	const path = '/cgi-bin/ticket/getticket';
	const answer = await get<{ ticket: string; expires_in: number }>(ctx, path, { type: 'jsapi' });
	tickets.set(account, {
		ticket: answer.ticket,
		until: Date.now() + (answer.expires_in - 300) * 1_000,
	});
	return answer.ticket;
}

export const signUrl: ItemOperation = {
	option: {
		name: 'Sign URL',
		value: 'signUrl',
		action: 'Sign URL for JS-SDK',
		description: 'Get what a web page needs to use the JS-SDK',
	},
	endpoints: ['GET /cgi-bin/ticket/getticket'],
	properties: [
		textField('URL', 'url', {
			placeholder: 'e.g. https://example.com/page',
			hint: 'The address of the page, exactly as the browser shows it',
		}),
	],
	async execute(ctx, itemIndex) {
		const url = webAddress('URL', requiredText(ctx, 'url', 'URL', itemIndex));
		const ticket = await jsapiTicket(ctx);
		const timestamp = Math.floor(Date.now() / 1_000);
		const nonceStr = randomBytes(8).toString('hex');
		const signature = jsapiSignature(ticket, nonceStr, timestamp, url);
		return { appId: await accountId(ctx), url, timestamp, nonceStr, signature };
	},
};
