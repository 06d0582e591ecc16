import type { IDataObject } from 'n8n-workflow';
import { fieldsOf } from '../../../shared/template/templateFields';
import { limit, simplify } from '../../descriptions/common';
import { listTemplates, type MessageTemplate } from '../../../shared/template/templates';
import { itemOperation } from '../operation';

function toTemplate({
	template_id: templateId,
	title,
	content,
	example,
}: MessageTemplate): IDataObject {
	return { templateId, title, content, example, fields: fieldsOf(content).map(({ key }) => key) };
}

export const getMany = itemOperation({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many templates',
		description: 'Get many of the templates that the account has chosen in the console',
	},
	endpoints: ['GET /cgi-bin/template/get_all_private_template'],
	fields: { limit, simplify },
	async execute(ctx, { limit, simplify }) {
		const templates = (await listTemplates(ctx)).slice(0, limit);
		return simplify ? templates.map(toTemplate) : templates.map((template) => ({ ...template }));
	},
});
