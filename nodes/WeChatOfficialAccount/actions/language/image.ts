import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { webAddress } from '../../../shared/limits';
import { weChatRequest } from '../../../shared/transport/request';
import { requiredText, textField } from '../../descriptions/fields';
import { fileField, MEDIA_RULES, readFile } from '../binary';

/** Where the picture comes from. */
export const imageFields: INodeProperties[] = [
	{
		displayName: 'Image Source',
		name: 'imageSource',
		type: 'options',
		options: [
			{ name: 'File', value: 'file' },
			{ name: 'URL', value: 'url' },
		],
		default: 'file',
	},
	{ ...fileField, displayOptions: { show: { imageSource: ['file'] } } },
	textField('Image URL', 'imageUrl', { displayOptions: { show: { imageSource: ['url'] } } }),
];

/** Has WeChat look at a picture (cv/*). Looking changes nothing, so it counts as a read. */
export async function callWithImage(
	ctx: IExecuteFunctions,
	itemIndex: number,
	path: string,
	query: Record<string, string> = {},
): Promise<IDataObject> {
	const isUrl = ctx.getNodeParameter('imageSource', itemIndex) === 'url';
	const request = { method: 'POST', path, safe: true } as const;
	if (isUrl) {
		const address = requiredText(ctx, 'imageUrl', 'Image URL', itemIndex);
		const img_url = webAddress('Image URL', address);
		return await weChatRequest(ctx, { ...request, query: { ...query, img_url }, body: {} });
	}
	const multipart = [await readFile(ctx, itemIndex, 'img', MEDIA_RULES.analysis)];
	return await weChatRequest(ctx, { ...request, query, multipart });
}
