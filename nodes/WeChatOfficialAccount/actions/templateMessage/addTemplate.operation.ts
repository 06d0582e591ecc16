import type { IDataObject } from 'n8n-workflow';
import { splitList } from '../../../shared/text/list';
import { mapped, optionalText, text } from '../../../shared/operations/fields';
import { post } from '../call';
import { itemOperation } from '../operation';

export const addTemplate = itemOperation({
	option: {
		name: 'Add Template',
		value: 'addTemplate',
		action: 'Add template',
		description: 'Add a template of the library to the account',
	},
	endpoints: ['POST /cgi-bin/template/api_add_template'],
	limits: '25 templates',
	onlyOnce: { what: 'Template of the library', isRepeatable: false },
	fields: {
		libraryId: text('Library ID', { placeholder: 'e.g. OPENTM200772305' }),
		keywords: mapped(
			optionalText('Keywords', {
				hint: 'For templates of the category library: the keywords in order, comma-separated',
			}),
			splitList,
		),
	},
	async execute(ctx, { libraryId, keywords }) {
		const body: IDataObject = { template_id_short: libraryId };
		if (keywords.length > 0) body.keyword_name_list = keywords;
		const answer = await post(ctx, '/cgi-bin/template/api_add_template', body);
		return { templateId: answer.template_id };
	},
});
