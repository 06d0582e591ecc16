import type { Resource } from '../operation';
import { addTemplate } from './addTemplate.operation';
import { deleteTemplate } from './deleteTemplate.operation';
import { getIndustry } from './getIndustry.operation';
import { getMany } from './getMany.operation';
import { listBlocked } from './listBlocked.operation';
import { send } from './send.operation';
import { sendAndWait } from './sendAndWait.operation';
import { setIndustry } from './setIndustry.operation';

export const templateMessage: Resource = {
	option: { name: 'Template Message', value: 'templateMessage' },
	access: 'service',
	notice:
		'Template messages (模板消息) need a verified service account. They are for services, not for marketing.',
	operations: [
		addTemplate,
		deleteTemplate,
		getIndustry,
		getMany,
		listBlocked,
		send,
		sendAndWait,
		setIndustry,
	],
	defaultOperation: send,
};
