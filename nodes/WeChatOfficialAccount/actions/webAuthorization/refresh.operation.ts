import { snsRequest } from '../../../shared/transport/sns';
import { requiredText, textField } from '../../descriptions/fields';
import { toGrant } from './grant';
import type { ItemOperation } from '../operation';

export const refresh: ItemOperation = {
	option: {
		name: 'Refresh',
		value: 'refresh',
		action: 'Refresh authorization',
		description: 'Get a new token of a person',
	},
	endpoints: ['GET /sns/oauth2/refresh_token'],
	properties: [textField('Refresh Token', 'renewal', { typeOptions: { password: true } })],
	async execute(ctx, itemIndex) {
		const refresh_token = requiredText(ctx, 'renewal', 'Refresh Token', itemIndex);
		const query = { refresh_token, grant_type: 'refresh_token' };
		return toGrant(await snsRequest(ctx, '/sns/oauth2/refresh_token', query));
	},
};
