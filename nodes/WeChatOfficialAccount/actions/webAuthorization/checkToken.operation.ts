import { WeChatApiError } from '../../../shared/transport/errors';
import { snsRequest } from '../../../shared/transport/sns';
import { openIdField, openIdOf, requiredText, textField } from '../../descriptions/fields';
import type { ItemOperation } from '../operation';

/** Token malformed, ended, or of another person. */
const NOT_VALID = new Set([40001, 40003, 40014, 42001]);

export const checkToken: ItemOperation = {
	option: {
		name: 'Check Token',
		value: 'checkToken',
		action: 'Check authorization token',
		description: 'Check whether the token of a person still works',
	},
	endpoints: ['GET /sns/auth'],
	properties: [
		openIdField,
		textField('User Access Token', 'userGrant', { typeOptions: { password: true } }),
	],
	async execute(ctx, itemIndex) {
		const openId = openIdOf(ctx, itemIndex);
		const access_token = requiredText(ctx, 'userGrant', 'User Access Token', itemIndex);
		try {
			await snsRequest(ctx, '/sns/auth', { openid: openId, access_token });
			return { openId, isValid: true };
		} catch (error) {
			const isKnown = error instanceof WeChatApiError && NOT_VALID.has(error.errcode);
			return isKnown ? { openId, isValid: false } : await Promise.reject(error);
		}
	},
};
