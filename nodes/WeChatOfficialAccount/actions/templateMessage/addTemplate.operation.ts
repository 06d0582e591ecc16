import type { IDataObject } from 'n8n-workflow';
import { splitList } from '../../../shared/text/list';
import { requiredText, textField } from '../../descriptions/fields';
import { post } from '../call';
import type { ItemOperation } from '../operation';

export const addTemplate: ItemOperation = {
	option: {
		name: 'Add Template',
		value: 'addTemplate',
		action: 'Add template',
		description: 'Add a template of the library to the account',
	},
	endpoints: ['POST /cgi-bin/template/api_add_template'],
	limits: '25 templates',
	properties: [
		textField('Library ID', 'libraryId', { placeholder: 'e.g. OPENTM200772305' }),
		textField('Keywords', 'keywords', {
			required: false,
			hint: 'For templates of the category library: the keywords in order, comma-separated',
		}),
	],
	async execute(ctx, itemIndex) {
		const template_id_short = requiredText(ctx, 'libraryId', 'Library ID', itemIndex);
		const keywords = splitList(String(ctx.getNodeParameter('keywords', itemIndex, '')));
		const body: IDataObject = { template_id_short };
		if (keywords.length > 0) body.keyword_name_list = keywords;
		const answer = await post(ctx, '/cgi-bin/template/api_add_template', body);
		return { templateId: answer.template_id };
	},
};
