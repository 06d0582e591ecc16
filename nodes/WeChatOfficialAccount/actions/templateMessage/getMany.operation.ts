import type { IDataObject } from 'n8n-workflow';
import { fieldsOf } from '../../../shared/template/templateFields';
import { isSimplified, limitOf, returnAllFields, simplifyField } from '../../descriptions/fields';
import { listTemplates, type MessageTemplate } from '../../methods/templates';
import type { ItemOperation } from '../operation';

function simplify({
	template_id: templateId,
	title,
	content,
	example,
}: MessageTemplate): IDataObject {
	return { templateId, title, content, example, fields: fieldsOf(content).map(({ key }) => key) };
}

export const getMany: ItemOperation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many templates',
		description: 'Get many of the templates that the account has chosen in the console',
	},
	endpoints: ['GET /cgi-bin/template/get_all_private_template'],
	properties: [...returnAllFields, simplifyField],
	async execute(ctx, itemIndex) {
		const templates = (await listTemplates(ctx)).slice(0, limitOf(ctx, itemIndex));
		return isSimplified(ctx, itemIndex)
			? templates.map(simplify)
			: templates.map((template) => ({ ...template }));
	},
};
