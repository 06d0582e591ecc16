import { materialPicker, picked } from '../../descriptions/pickers';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const deleteMedia: ItemOperation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete media',
		description: 'Delete a file of the material library',
	},
	endpoints: ['POST /cgi-bin/material/del_material'],
	properties: [materialPicker],
	async execute(ctx, itemIndex) {
		const media_id = picked(ctx, materialPicker, itemIndex);
		await post(ctx, '/cgi-bin/material/del_material', { media_id });
		return { deleted: true };
	},
};
