import { WeChatApiError } from '../../../shared/transport/errors';
import { snsRequest } from '../../../shared/transport/sns';
import { openId } from '../../descriptions/common';
import { userGrant } from './grant';
import { itemOperation } from '../operation';

/** Token malformed, ended, or of another person. */
const NOT_VALID = new Set([40001, 40003, 40014, 42001]);

export const checkToken = itemOperation({
	option: {
		name: 'Check Token',
		value: 'checkToken',
		action: 'Check authorization token',
		description: 'Check whether the token of a person still works',
	},
	endpoints: ['GET /sns/auth'],
	fields: { openId, userGrant },
	async execute(ctx, { openId, userGrant: access_token }) {
		try {
			await snsRequest(ctx, '/sns/auth', { openid: openId, access_token });
			return { openId, isValid: true };
		} catch (error) {
			const isKnown = error instanceof WeChatApiError && NOT_VALID.has(error.errcode);
			return isKnown ? { openId, isValid: false } : await Promise.reject(error);
		}
	},
});
