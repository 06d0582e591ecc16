import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { webAddress } from '../../../shared/limits';
import { MEDIA_RULES } from '../../../shared/media/fileRules';
import { choice, group, text } from '../../../shared/operations/fields';
import { weChatRequest } from '../../../shared/transport/request';
import { inputDataFieldName, readFile } from '../binary';

/** A picture to be looked at: an input field of the item, or an address. */
export type Picture = { inputDataFieldName: string } | { url: string };

/** Where the picture comes from. What is shown for one source only is not required for n8n: with an
 * expression as source it would ask for both. */
export const picture = group(
	{
		imageSource: choice(
			'Image Source',
			[
				{ name: 'File', value: 'file' },
				{ name: 'URL', value: 'url' },
			],
			'file',
		),
		inputDataFieldName: inputDataFieldName({
			required: false,
			displayOptions: { show: { imageSource: ['file'] } },
		}),
		imageUrl: text('Image URL', {
			required: false,
			displayOptions: { show: { imageSource: ['url'] } },
		}),
	},
	(values): Picture =>
		values.imageSource === 'url'
			? { url: webAddress('Image URL', values.imageUrl) }
			: { inputDataFieldName: values.inputDataFieldName },
);

/** Has WeChat look at a picture (cv/*). Looking changes nothing, so it counts as a read. */
export async function lookAt(
	ctx: IExecuteFunctions,
	itemIndex: number,
	path: string,
	picture: Picture,
): Promise<IDataObject> {
	const request = { method: 'POST', path, safe: true } as const;
	if ('url' in picture) {
		return await weChatRequest(ctx, { ...request, query: { img_url: picture.url }, body: {} });
	}
	const field = picture.inputDataFieldName;
	const multipart = [await readFile(ctx, itemIndex, field, 'img', MEDIA_RULES.analysis)];
	return await weChatRequest(ctx, { ...request, multipart });
}
