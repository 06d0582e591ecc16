import { text } from '../../../shared/operations/fields';
import { itemOperation } from '../operation';
import { publicationStatus } from './status';

export const getStatus = itemOperation({
	option: {
		name: 'Get Status',
		value: 'getStatus',
		action: 'Get status of publication',
		description: 'Get whether a draft has been published, and its URLs',
	},
	endpoints: ['POST /cgi-bin/freepublish/get'],
	limits: '100 a day',
	fields: { publishId: text('Publication ID') },
	async execute(ctx, { publishId }) {
		return { publishId, ...(await publicationStatus(ctx, publishId)) };
	},
});
