import type { IBinaryKeyData, IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { UserInputError } from '../../shared/inputError';
import type { MultipartPart, WeChatFile } from '../../shared/transport/types';
import { requiredText } from '../descriptions/fields';

/** A result that is a file. */
export class FileResult {
	constructor(
		readonly json: IDataObject,
		readonly binary: IBinaryKeyData,
	) {}
}

/** What WeChat takes of one kind of file. */
export interface FileRule {
	extensions: string[];
	maxBytes: number;
}

const MB = 1_048_576;

/** WeChat: media/upload, material/add_material, media/uploadimg. */
export const MEDIA_RULES: Record<string, FileRule> = {
	image: { extensions: ['png', 'jpg', 'jpeg', 'gif', 'bmp'], maxBytes: 10 * MB },
	voice: { extensions: ['amr', 'mp3', 'wma', 'wav'], maxBytes: 2 * MB },
	video: { extensions: ['mp4'], maxBytes: 10 * MB },
	thumb: { extensions: ['jpg', 'jpeg'], maxBytes: 64 * 1_024 },
	articleImage: { extensions: ['png', 'jpg', 'jpeg'], maxBytes: MB },
	avatar: { extensions: ['jpg', 'jpeg', 'png'], maxBytes: 5 * MB },
	analysis: { extensions: ['jpg', 'jpeg', 'png'], maxBytes: 2 * MB },
	speech: { extensions: ['mp3'], maxBytes: MB },
};

export const fileField: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'inputDataFieldName',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the input field that holds the file',
};

export const fileOutputField: INodeProperties = {
	displayName: 'Output Data Field Name',
	name: 'outputDataFieldName',
	type: 'string',
	default: 'data',
	required: true,
	hint: 'The name of the output field to put the file in',
};

/** WeChat goes by the extension, so a file without one gets it from its type. */
function namedFile(fileName: string | undefined, mimeType: string): string {
	const subtype = mimeType.split('/')[1]?.split(/[;+]/)[0] ?? '';
	const extension = subtype === 'mpeg' ? 'mp3' : subtype;
	if (!fileName) return `file.${extension}`;
	return /\.\w+$/.test(fileName) ? fileName : `${fileName}.${extension}`;
}

/**
 * The file of an item as a part of an upload.
 *
 * @throws UserInputError when WeChat would refuse its kind or its size
 */
export async function readFile(
	ctx: IExecuteFunctions,
	itemIndex: number,
	partName: string,
	rule: FileRule,
): Promise<MultipartPart> {
	const field = requiredText(ctx, 'inputDataFieldName', 'Input Data Field Name', itemIndex);
	const { fileName, mimeType } = ctx.helpers.assertBinaryData(itemIndex, field);
	const data = await ctx.helpers.getBinaryDataBuffer(itemIndex, field);
	const name = namedFile(fileName, mimeType);
	const extension = name.split('.').pop()?.toLowerCase() ?? '';
	if (!rule.extensions.includes(extension)) {
		throw new UserInputError(
			`WeChat does not take .${extension} files here`,
			`Use one of these: ${rule.extensions.join(', ')}.`,
		);
	}
	if (data.length === 0 || data.length > rule.maxBytes) {
		throw new UserInputError(
			`The file '${name}' has ${data.length} bytes; WeChat takes 1 to ${rule.maxBytes}`,
			'Use a smaller file, e.g. a compressed one.',
		);
	}
	return { name: partName, fileName: name, contentType: mimeType, data };
}

/** A downloaded file as a result. */
export async function fileResult(
	ctx: IExecuteFunctions,
	itemIndex: number,
	{ data, contentType, fileName }: WeChatFile,
	json: IDataObject,
): Promise<FileResult> {
	const field = requiredText(ctx, 'outputDataFieldName', 'Output Data Field Name', itemIndex);
	const binary = await ctx.helpers.prepareBinaryData(data, fileName, contentType);
	return new FileResult(
		{ ...json, fileName: binary.fileName ?? null, mimeType: binary.mimeType },
		{
			[field]: binary,
		},
	);
}
