import { fieldsOf } from '../../../shared/template/templateFields';
import { limit } from '../../descriptions/common';
import { listNoticeTemplates } from '../../../shared/template/templates';
import { itemOperation } from '../operation';

export const getMany = itemOperation({
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many notice templates',
		description: 'Get many of the notices that the account has chosen',
	},
	endpoints: ['GET /wxaapi/newtmpl/gettemplate'],
	fields: { limit },
	async execute(ctx, { limit }) {
		const templates = (await listNoticeTemplates(ctx)).slice(0, limit);
		return templates.map(({ priTmplId: templateId, title, content, example = '' }) => ({
			templateId,
			title,
			content,
			example,
			fields: fieldsOf(content).map(({ key }) => key),
		}));
	},
});
