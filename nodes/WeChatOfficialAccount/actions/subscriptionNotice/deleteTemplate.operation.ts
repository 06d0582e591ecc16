import { template } from '../../descriptions/template';
import { post } from '../call';
import { itemOperation } from '../operation';

export const deleteTemplate = itemOperation({
	option: {
		name: 'Delete Template',
		value: 'deleteTemplate',
		action: 'Delete notice template',
	},
	endpoints: ['POST /wxaapi/newtmpl/deltemplate'],
	onlyOnce: {
		what: 'Deletion of a notice',
		isRepeatable: true,
		target: ({ templateId }) => templateId,
	},
	fields: { templateId: template('searchNoticeTemplates') },
	async execute(ctx, { templateId: priTmplId }) {
		await post(ctx, '/wxaapi/newtmpl/deltemplate', { priTmplId });
		return { deleted: true };
	},
});
