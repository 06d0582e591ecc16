import { requiredText, textField } from '../../descriptions/fields';
import { publicationStatus } from './status';
import type { ItemOperation } from '../operation';

export const getStatus: ItemOperation = {
	option: {
		name: 'Get Status',
		value: 'getStatus',
		action: 'Get status of publication',
		description: 'Get whether a draft has been published, and its URLs',
	},
	endpoints: ['POST /cgi-bin/freepublish/get'],
	limits: '100 a day',
	properties: [textField('Publication ID', 'publishId')],
	async execute(ctx, itemIndex) {
		const publishId = requiredText(ctx, 'publishId', 'Publication ID', itemIndex);
		return { publishId, ...(await publicationStatus(ctx, publishId)) };
	},
};
