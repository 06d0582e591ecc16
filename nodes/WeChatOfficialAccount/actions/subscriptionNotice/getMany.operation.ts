import { fieldsOf } from '../../../shared/template/templateFields';
import { limitOf, returnAllFields } from '../../descriptions/fields';
import { listNoticeTemplates } from '../../methods/templates';
import type { ItemOperation } from '../operation';

export const getMany: ItemOperation = {
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many notice templates',
		description: 'Get many of the notices that the account has chosen',
	},
	endpoints: ['GET /wxaapi/newtmpl/gettemplate'],
	properties: returnAllFields,
	async execute(ctx, itemIndex) {
		const templates = (await listNoticeTemplates(ctx)).slice(0, limitOf(ctx, itemIndex));
		return templates.map(({ priTmplId: templateId, title, content, example = '' }) => ({
			templateId,
			title,
			content,
			example,
			fields: fieldsOf(content).map(({ key }) => key),
		}));
	},
};
