import { draft } from '../../descriptions/locators';
import { post } from '../call';
import { itemOperation } from '../operation';

export const deleteDraft = itemOperation({
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete draft',
	},
	endpoints: ['POST /cgi-bin/draft/delete'],
	onlyOnce: { what: 'Deletion of a draft', isRepeatable: true, subject: ({ mediaId }) => mediaId },
	fields: { mediaId: draft() },
	async execute(ctx, { mediaId }) {
		await post(ctx, '/cgi-bin/draft/delete', { media_id: mediaId });
		return { deleted: true };
	},
});
