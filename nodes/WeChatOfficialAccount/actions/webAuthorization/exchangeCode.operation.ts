import { snsRequest } from '../../../shared/transport/sns';
import { text } from '../../../shared/operations/fields';
import { toGrant } from './grant';
import { itemOperation } from '../operation';

export const exchangeCode = itemOperation({
	option: {
		name: 'Exchange Code',
		value: 'exchangeCode',
		action: 'Exchange authorization code',
		description: 'Get OpenID and token for the code that came back',
	},
	endpoints: ['GET /sns/oauth2/access_token'],
	limits: 'a code works once, for five minutes',
	fields: { code: text('Code') },
	async execute(ctx, { code }) {
		const query = { code, grant_type: 'authorization_code' };
		return toGrant(await snsRequest(ctx, '/sns/oauth2/access_token', query, true));
	},
});
