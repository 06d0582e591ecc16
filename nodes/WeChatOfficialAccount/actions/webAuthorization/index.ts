import type { Resource } from '../operation';
import { buildLink } from './buildLink.operation';
import { checkToken } from './checkToken.operation';
import { exchangeCode } from './exchangeCode.operation';
import { getProfile } from './getProfile.operation';
import { refresh } from './refresh.operation';

export const webAuthorization: Resource = {
	option: { name: 'Web Authorization', value: 'webAuthorization' },
	access: 'service',
	notice: 'Web authorization (网页授权) needs a verified service account.',
	operations: [buildLink, checkToken, exchangeCode, getProfile, refresh],
};
