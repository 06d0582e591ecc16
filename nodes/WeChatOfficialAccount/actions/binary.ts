import type { IBinaryKeyData, IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { checkFile, checkSize, type FileRule } from '../../shared/media/fileRules';
import { text, type Changes, type Field } from '../../shared/operations/fields';
import type { MultipartPart, WeChatFile } from '../../shared/transport/types';

/** A result that is a file. */
export class FileResult {
	constructor(
		readonly json: IDataObject,
		readonly binary: IBinaryKeyData,
	) {}
}

/** Which input field holds the file. */
export const inputDataFieldName = (changes: Changes = {}): Field<string> =>
	text('Input Data Field Name', {
		default: 'data',
		hint: 'The name of the input field that holds the file',
		...changes,
	});

export const outputDataFieldName = text('Output Data Field Name', {
	default: 'data',
	hint: 'The name of the output field to put the file in',
});

/**
 * The file of an item as a part of an upload.
 *
 * @param fieldName the input field that holds it
 * @throws UserInputError when WeChat would refuse its kind or its size
 */
export async function readFile(
	ctx: IExecuteFunctions,
	itemIndex: number,
	fieldName: string,
	partName: string,
	rule: FileRule,
): Promise<MultipartPart> {
	const file = ctx.helpers.assertBinaryData(itemIndex, fieldName);
	if (file.bytes !== undefined) checkSize(file.fileName ?? fieldName, file.bytes, rule);
	const data = await ctx.helpers.getBinaryDataBuffer(itemIndex, fieldName);
	return { name: partName, ...checkFile(file, data, rule), data };
}

/** A downloaded file as a result. */
export async function fileResult(
	ctx: IExecuteFunctions,
	fieldName: string,
	{ data, contentType, fileName }: WeChatFile,
	json: IDataObject,
): Promise<FileResult> {
	const binary = await ctx.helpers.prepareBinaryData(data, fileName, contentType);
	return new FileResult(
		{ ...json, fileName: binary.fileName ?? null, mimeType: binary.mimeType },
		{
			[fieldName]: binary,
		},
	);
}
