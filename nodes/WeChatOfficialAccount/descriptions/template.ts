import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { templateData } from '../../shared/template/templateFields';
import { openIdOf, requiredText } from './fields';

/** The template picker; both kinds of templates differ only in where the list comes from. */
export function templateField(searchListMethod: string): INodeProperties {
	return {
		displayName: 'Template',
		name: 'templateId',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: 'e.g. ngqIpbwh8bUfcSsECmogfXcV14J0tQlEpBO27izEYtY',
			},
		],
	};
}

/** One input per field of the chosen template. */
export function templateFieldsField(resourceMapperMethod: string): INodeProperties {
	return {
		displayName: 'Fields',
		name: 'fields',
		type: 'resourceMapper',
		default: { mappingMode: 'defineBelow', value: null },
		required: true,
		noDataExpression: true,
		typeOptions: {
			loadOptionsDependsOn: ['templateId.value'],
			resourceMapper: {
				resourceMapperMethod,
				mode: 'add',
				fieldWords: { singular: 'field', plural: 'fields' },
				addAllFields: true,
				supportAutoMap: true,
			},
		},
		description: 'What to put into the template. WeChat limits the length of most fields.',
	};
}

interface MapperValue {
	mappingMode?: string;
	value?: Record<string, unknown> | null;
	schema?: Array<{ id: string }>;
}

/**
 * The `data` of the message, from the fields filled in or from the fields of the item by name.
 *
 * @throws UserInputError when nothing is filled in or a value is too long
 */
function templateDataOf(ctx: IExecuteFunctions, itemIndex: number): IDataObject {
	const { mappingMode, value, schema } = ctx.getNodeParameter(
		'fields',
		itemIndex,
		{},
	) as MapperValue;
	if (mappingMode !== 'autoMapInputData') return templateData(value ?? {});
	const json = ctx.getInputData()[itemIndex]?.json ?? {};
	const wanted = new Set((schema ?? []).map(({ id }) => id));
	return templateData(Object.fromEntries(Object.entries(json).filter(([key]) => wanted.has(key))));
}

/** Where the message leads when it is tapped, and other optional fields of both kinds. */
export const messageOptions: INodeProperties[] = [
	{
		displayName: 'Client Message ID',
		name: 'clientMsgId',
		type: 'string',
		default: '',
		description:
			'A text of your choice: WeChat sends a message with the same ID to the same person only once in ten minutes',
	},
	{
		displayName: 'Mini Program AppID',
		name: 'miniProgramAppId',
		type: 'string',
		default: '',
		description: 'Opens this linked mini program instead of the URL',
	},
	{
		displayName: 'Mini Program Page',
		name: 'miniProgramPage',
		type: 'string',
		default: '',
		placeholder: 'e.g. pages/index?from=notice',
	},
];

function optionsBody(options: IDataObject): IDataObject {
	const body: IDataObject = {};
	if (options.clientMsgId) body.client_msg_id = String(options.clientMsgId);
	if (options.miniProgramAppId) {
		body.miniprogram = {
			appid: String(options.miniProgramAppId),
			pagepath: String(options.miniProgramPage ?? ''),
		};
	}
	return body;
}

/** What both kinds of messages have in common. */
export interface TemplateMessage {
	openId: string;
	templateId: string;
	body: IDataObject;
}

/**
 * The message as filled in at the canvas.
 *
 * @param linkName name of the optional field, and of WeChat's parameter, that holds the link
 * @throws UserInputError when something is missing or too long
 */
export function templateMessageOf(
	ctx: IExecuteFunctions,
	itemIndex: number,
	linkName: 'page' | 'url',
): TemplateMessage {
	const openId = openIdOf(ctx, itemIndex);
	const templateId = requiredText(ctx, 'templateId', 'Template', itemIndex, { extractValue: true });
	const options = ctx.getNodeParameter('additionalFields', itemIndex, {}) as IDataObject;
	const body: IDataObject = {
		touser: openId,
		template_id: templateId,
		data: templateDataOf(ctx, itemIndex),
		...optionsBody(options),
	};
	if (options[linkName]) body[linkName] = String(options[linkName]);
	return { openId, templateId, body };
}
