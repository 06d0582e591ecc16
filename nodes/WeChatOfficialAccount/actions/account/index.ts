import type { Resource } from '../operation';
import { checkCallback } from './checkCallback.operation';
import { getAutoReplyRules } from './getAutoReplyRules.operation';
import { getCallbackIps } from './getCallbackIps.operation';
import { getQuota } from './getQuota.operation';
import { getServerIps } from './getServerIps.operation';
import { lookUpRid } from './lookUpRid.operation';
import { resetAllQuotas } from './resetAllQuotas.operation';
import { resetQuota } from './resetQuota.operation';

export const account: Resource = {
	option: { name: 'Account', value: 'account' },
	access: 'all',
	operations: [
		checkCallback,
		getAutoReplyRules,
		getCallbackIps,
		getQuota,
		getServerIps,
		lookUpRid,
		resetAllQuotas,
		resetQuota,
	],
};
