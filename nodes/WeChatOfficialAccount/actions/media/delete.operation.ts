import { material } from '../../descriptions/locators';
import { post } from '../call';
import { itemOperation } from '../operation';

export const deleteMedia = itemOperation({
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete media',
		description: 'Delete a file of the material library',
	},
	endpoints: ['POST /cgi-bin/material/del_material'],
	onlyOnce: {
		what: 'Deletion of permanent media',
		isRepeatable: true,
		subject: ({ mediaId }) => mediaId,
	},
	fields: { mediaId: material() },
	async execute(ctx, { mediaId }) {
		await post(ctx, '/cgi-bin/material/del_material', { media_id: mediaId });
		return { deleted: true };
	},
});
