import { text } from '../../../shared/operations/fields';
import { post } from '../call';
import { itemOperation } from '../operation';

export const deleteConditional = itemOperation({
	option: {
		name: 'Delete Personalized',
		value: 'deleteConditional',
		action: 'Delete personalized menu',
	},
	endpoints: ['POST /cgi-bin/menu/delconditional'],
	limits: '2,000 a day',
	onlyOnce: {
		what: 'Deletion of a personalized menu',
		isRepeatable: true,
		subject: ({ menuId }) => menuId,
	},
	fields: { menuId: text('Menu ID') },
	async execute(ctx, { menuId: menuid }) {
		await post(ctx, '/cgi-bin/menu/delconditional', { menuid });
		return { deleted: true };
	},
});
