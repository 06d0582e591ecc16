import { template } from '../../descriptions/template';
import { post } from '../call';
import { itemOperation } from '../operation';

export const deleteTemplate = itemOperation({
	option: {
		name: 'Delete Template',
		value: 'deleteTemplate',
		action: 'Delete template',
	},
	endpoints: ['POST /cgi-bin/template/del_private_template'],
	onlyOnce: {
		what: 'Deletion of a template',
		isRepeatable: true,
		target: ({ templateId }) => templateId,
	},
	fields: { templateId: template('searchTemplates') },
	async execute(ctx, { templateId: template_id }) {
		await post(ctx, '/cgi-bin/template/del_private_template', { template_id });
		return { deleted: true };
	},
});
