import type { ILoadOptionsFunctions, ResourceMapperFields } from 'n8n-workflow';
import { droppedOf, fieldsOf } from '../../shared/template/templateFields';
import { toNodeError } from '../../shared/transport/errors';
import { listNoticeTemplates, listTemplates } from '../../shared/template/templates';

interface TemplateText {
	id: string;
	content: string;
}

type Mapping = (this: ILoadOptionsFunctions) => Promise<ResourceMapperFields>;

/** The inputs for the template chosen in `templateId`: one per field, with the words before it. */
function mapping(list: (ctx: ILoadOptionsFunctions) => Promise<TemplateText[]>): Mapping {
	return async function () {
		const chosen = String(this.getCurrentNodeParameter('templateId', { extractValue: true }) ?? '');
		if (chosen === '') return { fields: [], emptyFieldsNotice: 'Choose a template first' };
		try {
			const template = (await list(this)).find(({ id }) => id === chosen);
			const shown = fieldsOf(template?.content ?? '').filter(
				({ key }) => droppedOf([key]).length === 0,
			);
			return {
				fields: shown.map(({ key, label }) => ({
					id: key,
					displayName: label === key ? key : `${label} (${key})`,
					required: false,
					defaultMatch: false,
					display: true,
					type: 'string',
					canBeUsedToMatch: false,
				})),
				emptyFieldsNotice: 'The account has no such template, or it has no fields',
			};
		} catch (error) {
			const nodeError = toNodeError(this.getNode(), error);
			throw nodeError;
		}
	};
}

export const resourceMapping = {
	getTemplateFields: mapping(async (ctx) =>
		(await listTemplates(ctx)).map(({ template_id: id, content }) => ({ id, content })),
	),
	getNoticeFields: mapping(async (ctx) =>
		(await listNoticeTemplates(ctx)).map(({ priTmplId: id, content }) => ({ id, content })),
	),
};
