import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { splitList } from '../../../shared/text/list';
import { UserInputError } from '../../../shared/inputError';
import { requiredText, textField } from '../../descriptions/fields';
import { draftPicker, videoPicker, voicePicker } from '../../descriptions/pickers';

/** What is sent: the kind and its content. */
export const messageFields: INodeProperties[] = [
	{
		displayName: 'Message Type',
		name: 'messageType',
		type: 'options',
		options: [
			{
				name: 'Article',
				value: 'mpnews',
				description: 'A draft, sent as an article (图文消息). WeChat removes the draft then.',
			},
			{ name: 'Image', value: 'image' },
			{ name: 'Text', value: 'text' },
			{ name: 'Video', value: 'mpvideo' },
			{ name: 'Voice', value: 'voice' },
		],
		default: 'mpnews',
	},
	textField('Text', 'text', {
		typeOptions: { rows: 4 },
		displayOptions: { show: { messageType: ['text'] } },
	}),
	{ ...draftPicker, displayOptions: { show: { messageType: ['mpnews'] } } },
	textField('Image Media IDs', 'mediaId', {
		hint: 'Media IDs of uploaded images, comma-separated',
		displayOptions: { show: { messageType: ['image'] } },
	}),
	{ ...voicePicker, displayOptions: { show: { messageType: ['voice'] } } },
	{ ...videoPicker, displayOptions: { show: { messageType: ['mpvideo'] } } },
];

/**
 * The message as WeChat wants it (message/mass/*).
 *
 * @param isPreview a preview takes one image, a broadcast a list of them
 */
export function messageFromFields(
	ctx: IExecuteFunctions,
	itemIndex: number,
	isPreview = false,
): IDataObject {
	const type = String(ctx.getNodeParameter('messageType', itemIndex));
	if (type === 'text') {
		return { msgtype: type, text: { content: requiredText(ctx, 'text', 'Text', itemIndex) } };
	}
	const mediaId = requiredText(ctx, 'mediaId', 'Media', itemIndex, { extractValue: true });
	if (type !== 'image' || isPreview) return { msgtype: type, [type]: { media_id: mediaId } };
	const mediaIds = splitList(mediaId);
	if (mediaIds.length > 20) {
		throw new UserInputError(
			`'Image Media IDs' holds ${mediaIds.length} images`,
			'A broadcast holds up to 20 images.',
		);
	}
	return { msgtype: type, images: { media_ids: mediaIds } };
}
