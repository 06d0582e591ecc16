import { draftPicker, picked } from '../../descriptions/pickers';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const deleteDraft: ItemOperation = {
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete draft',
	},
	endpoints: ['POST /cgi-bin/draft/delete'],
	properties: [draftPicker],
	async execute(ctx, itemIndex) {
		const media_id = picked(ctx, draftPicker, itemIndex);
		await post(ctx, '/cgi-bin/draft/delete', { media_id });
		return { deleted: true };
	},
};
