import { snsRequest } from '../../../shared/transport/sns';
import { text } from '../../../shared/operations/fields';
import { toGrant } from './grant';
import { itemOperation } from '../operation';

export const refresh = itemOperation({
	option: {
		name: 'Refresh',
		value: 'refresh',
		action: 'Refresh authorization',
		description: 'Get a new token of a person',
	},
	endpoints: ['GET /sns/oauth2/refresh_token'],
	fields: { renewal: text('Refresh Token', { typeOptions: { password: true } }) },
	async execute(ctx, { renewal: refresh_token }) {
		const query = { refresh_token, grant_type: 'refresh_token' };
		return toGrant(await snsRequest(ctx, '/sns/oauth2/refresh_token', query));
	},
});
