import type { IDataObject } from 'n8n-workflow';
import {
	byId,
	field,
	fromList,
	locator,
	optionalText,
	type Changes,
	type Field,
	type OptionalValuesOf,
} from '../../shared/operations/fields';
import { droppedOf, templateData } from '../../shared/template/templateFields';
import { openId } from './common';

/** Which template; both kinds of templates differ only in where the list comes from. */
export const template = (searchListMethod: string): Field<string> =>
	locator('Template', [
		fromList(searchListMethod),
		byId('e.g. ngqIpbwh8bUfcSsECmogfXcV14J0tQlEpBO27izEYtY'),
	]);

interface MapperValue {
	mappingMode?: string;
	value?: Record<string, unknown> | null;
	schema?: Array<{ id: string }>;
}

/** What was filled in: a value per field of the template, or which fields of the item to take. */
export interface TemplateValues {
	/** Field names, when the fields of the item are to be taken by name. */
	fromItem?: Set<string>;
	values: Record<string, unknown>;
}

const VALUES = 'Values to Send';

/** One input per field of the chosen template; there is nothing to fill in before it is chosen. */
export const templateValues = (resourceMapperMethod: string): Field<TemplateValues> =>
	field(
		{
			displayName: VALUES,
			type: 'resourceMapper',
			default: { mappingMode: 'defineBelow', value: null },
			required: true,
			noDataExpression: true,
			displayOptions: { show: { templateId: [{ _cnd: { not: '' } }] } },
			typeOptions: {
				loadOptionsDependsOn: ['templateId.value'],
				resourceMapper: {
					resourceMapperMethod,
					mode: 'add',
					valuesLabel: VALUES,
					fieldWords: { singular: 'field', plural: 'fields' },
					addAllFields: true,
					supportAutoMap: true,
				},
			},
			description:
				'What to put into the template. Times and amounts are put into the form of WeChat, which takes no line breaks, limits the length of most fields and no longer shows first, remark, colours and emoji.',
		},
		(stored) => {
			const { mappingMode, value, schema } = (stored ?? {}) as MapperValue;
			const isAuto = mappingMode === 'autoMapInputData';
			return {
				values: value ?? {},
				...(isAuto ? { fromItem: new Set((schema ?? []).map(({ id }) => id)) } : {}),
			};
		},
	);

/** What goes into the template: the fields filled in, or the fields of the item by name. */
function wanted({ values, fromItem }: TemplateValues, json: IDataObject): Record<string, unknown> {
	if (!fromItem) return values;
	return Object.fromEntries(Object.entries(json).filter(([key]) => fromItem.has(key)));
}

/** What people read of it. @param json the item, for fields that are taken from it by name */
export const templateTexts = (fields: TemplateValues, json: IDataObject): string[] =>
	Object.values(wanted(fields, json)).filter((value) => typeof value === 'string');

/** Optional fields of both kinds. */
export const messageOptions = {
	clientMsgId: optionalText('Client Message ID', {
		description:
			'A text of your choice, another one for every message, e.g. the order number: WeChat sends a message with the same ID to the same person only once in ten minutes',
	}),
	miniProgramAppId: optionalText('Mini Program AppID', {
		description: 'Opens this linked mini program instead of the URL',
	}),
	miniProgramPage: optionalText('Mini Program Page', {
		placeholder: 'e.g. pages/index?from=notice',
	}),
};

/** The fields of a message but the optional ones. */
export const messageFields = (searchListMethod: string, resourceMapperMethod: string) => ({
	openId,
	templateId: template(searchListMethod),
	fields: templateValues(resourceMapperMethod),
});

/** Where the message leads when it is tapped. */
export const link = (displayName: string, changes: Changes): Field<string> =>
	optionalText(displayName, { placeholder: 'e.g. https://example.com/orders/1', ...changes });

/** What is filled in of a message. */
interface FilledIn {
	openId: string;
	templateId: string;
	fields: TemplateValues;
	additionalFields: OptionalValuesOf<typeof messageOptions>;
}

/** A message as WeChat wants it, without its link, and what the result tells of it. */
export interface TemplateMessage {
	body: IDataObject;
	/** `droppedFields` is there when WeChat does not show some of what was filled in. */
	about: { openId: string; templateId: string; droppedFields?: string[] };
}

/**
 * The message that is filled in.
 *
 * @param json the item, for fields that are taken from it by name
 * @throws UserInputError when something is missing or WeChat would refuse a value
 */
export function templateMessage(
	{ openId, templateId, fields, additionalFields }: FilledIn,
	json: IDataObject = {},
): TemplateMessage {
	const { clientMsgId, miniProgramAppId, miniProgramPage = '' } = additionalFields;
	const values = wanted(fields, json);
	const droppedFields = droppedOf(Object.keys(values));
	return {
		body: {
			touser: openId,
			template_id: templateId,
			data: templateData(values),
			...(clientMsgId ? { client_msg_id: clientMsgId } : {}),
			...(miniProgramAppId
				? { miniprogram: { appid: miniProgramAppId, pagepath: miniProgramPage } }
				: {}),
		},
		about: { openId, templateId, ...(droppedFields.length > 0 ? { droppedFields } : {}) },
	};
}
