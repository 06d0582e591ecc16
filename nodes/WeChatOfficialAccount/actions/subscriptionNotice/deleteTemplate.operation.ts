import { requiredText } from '../../descriptions/fields';
import { templateField } from '../../descriptions/template';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const deleteTemplate: ItemOperation = {
	option: {
		name: 'Delete Template',
		value: 'deleteTemplate',
		action: 'Delete notice template',
	},
	endpoints: ['POST /wxaapi/newtmpl/deltemplate'],
	properties: [templateField('searchNoticeTemplates')],
	async execute(ctx, itemIndex) {
		const priTmplId = requiredText(ctx, 'templateId', 'Template', itemIndex, {
			extractValue: true,
		});
		await post(ctx, '/wxaapi/newtmpl/deltemplate', { priTmplId });
		return { deleted: true };
	},
};
