import { requiredText } from '../../descriptions/fields';
import { templateField } from '../../descriptions/template';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const deleteTemplate: ItemOperation = {
	option: {
		name: 'Delete Template',
		value: 'deleteTemplate',
		action: 'Delete template',
	},
	endpoints: ['POST /cgi-bin/template/del_private_template'],
	properties: [templateField('searchTemplates')],
	async execute(ctx, itemIndex) {
		const template_id = requiredText(ctx, 'templateId', 'Template', itemIndex, {
			extractValue: true,
		});
		await post(ctx, '/cgi-bin/template/del_private_template', { template_id });
		return { deleted: true };
	},
};
