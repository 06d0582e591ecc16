import type { IDataObject } from 'n8n-workflow';
import { splitList } from '../../../shared/text/list';
import { UserInputError } from '../../../shared/inputError';
import {
	choice,
	flag,
	optionalText,
	text,
	variants,
	type OptionalValuesOf,
} from '../../../shared/operations/fields';
import { draft, video, voice } from '../../descriptions/locators';

const MAX_IMAGES = 20;

const forType = (messageType: string) => ({
	displayOptions: { show: { messageType: [messageType] } },
});

/** One name for what is sent, whichever kind it is: only the field of the chosen kind is shown. */
const mediaId = variants(draft(), [
	draft(forType('mpnews')),
	text('Image Media IDs', {
		hint: 'Media IDs of uploaded images, comma-separated',
		...forType('image'),
	}),
	voice(forType('voice')),
	video(forType('mpvideo')),
]);

/** What is sent: the kind and its content. */
export const messageFields = {
	messageType: choice(
		'Message Type',
		[
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
		'mpnews',
	),
	text: text('Text', { typeOptions: { rows: 4 }, ...forType('text') }),
	mediaId,
};

const forTypes = (...types: string[]) => ({ show: { '/messageType': types } });

/** What may go with images and with a video (WeChat: message/mass/sendall). */
export const contentOptions = {
	needOpenComment: flag('Comments Open', false, 'Whether people may comment (留言) on the images', {
		displayOptions: forTypes('image'),
	}),
	onlyFansCanComment: flag(
		'Only Followers Can Comment',
		false,
		'Whether only followers may comment, once comments are open',
		{ displayOptions: forTypes('image') },
	),
	recommend: optionalText('Recommendation', {
		displayOptions: forTypes('image'),
		description: 'The words above the images (推荐语)',
	}),
	title: optionalText('Title', { displayOptions: forTypes('image', 'mpvideo') }),
	videoDescription: optionalText('Video Description', { displayOptions: forTypes('mpvideo') }),
};

/** The texts that were filled in. */
function filled(texts: Record<string, unknown>): IDataObject {
	const entries = Object.entries(texts).map(([name, text]) => [name, String(text ?? '').trim()]);
	return Object.fromEntries(entries.filter(([, text]) => text !== '')) as IDataObject;
}

type Options = OptionalValuesOf<typeof contentOptions>;

function imagesOf(mediaId: string, options: Options): IDataObject {
	const mediaIds = splitList(mediaId);
	if (mediaIds.length > MAX_IMAGES) {
		throw new UserInputError(
			`'Image Media IDs' holds ${mediaIds.length} images`,
			`A broadcast holds up to ${MAX_IMAGES} images.`,
		);
	}
	const { recommend, title, needOpenComment, onlyFansCanComment } = options;
	const images = { media_ids: mediaIds, ...filled({ recommend, title }) };
	return needOpenComment
		? {
				...images,
				need_open_comment: 1,
				only_fans_can_comment: onlyFansCanComment ? 1 : 0,
			}
		: images;
}

/** What is filled in of a message; only what its kind needs is read. */
interface FilledIn {
	readonly messageType: string;
	readonly text: string;
	readonly mediaId: string;
}

/**
 * The message as WeChat wants it (message/mass/*).
 *
 * @param options of a broadcast. A preview has none, and takes one image instead of a list of them
 */
export function messageOf(values: FilledIn, options?: Options): IDataObject {
	const { messageType: msgtype } = values;
	if (msgtype === 'text') return { msgtype, text: { content: values.text } };
	const { mediaId: media_id } = values;
	if (msgtype === 'image' && options) return { msgtype, images: imagesOf(media_id, options) };
	const { title, videoDescription: description } = options ?? {};
	const more = msgtype === 'mpvideo' ? filled({ title, description }) : {};
	return { msgtype, [msgtype]: { media_id, ...more } };
}

/** What people read of it; an article is checked when its draft is made. */
export function textsOf(
	values: FilledIn,
	{ recommend, title, videoDescription }: Partial<Options> = {},
): Array<string | undefined> {
	if (values.messageType === 'text') return [values.text];
	return [title, recommend, videoDescription];
}
