import type { Resource } from '../operation';
import { addTemplate } from './addTemplate.operation';
import { buildConsentLink } from './buildConsentLink.operation';
import { deleteTemplate } from './deleteTemplate.operation';
import { getMany } from './getMany.operation';
import { listCategories } from './listCategories.operation';
import { listKeywords } from './listKeywords.operation';
import { listPublicTitles } from './listPublicTitles.operation';
import { send } from './send.operation';
import { sendOneTime } from './sendOneTime.operation';

export const subscriptionNotice: Resource = {
	option: { name: 'Subscription Notice', value: 'subscriptionNotice' },
	access: 'service',
	notice:
		'Subscription notices (订阅通知) need a verified service account, and the person must have agreed to this notice before.',
	operations: [
		addTemplate,
		buildConsentLink,
		deleteTemplate,
		getMany,
		listCategories,
		listKeywords,
		listPublicTitles,
		send,
		sendOneTime,
	],
};
