import { snsRequest } from '../../../shared/transport/sns';
import { requiredText, textField } from '../../descriptions/fields';
import { toGrant } from './grant';
import type { ItemOperation } from '../operation';

export const exchangeCode: ItemOperation = {
	option: {
		name: 'Exchange Code',
		value: 'exchangeCode',
		action: 'Exchange authorization code',
		description: 'Get OpenID and token for the code that came back',
	},
	endpoints: ['GET /sns/oauth2/access_token'],
	limits: 'a code works once, for five minutes',
	properties: [textField('Code', 'code')],
	async execute(ctx, itemIndex) {
		const code = requiredText(ctx, 'code', 'Code', itemIndex);
		const query = { code, grant_type: 'authorization_code' };
		return toGrant(await snsRequest(ctx, '/sns/oauth2/access_token', query, true));
	},
};
