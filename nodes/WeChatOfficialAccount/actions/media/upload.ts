import type { IExecuteFunctions } from 'n8n-workflow';
import { weChatRequest } from '../../../shared/transport/request';
import type { MultipartPart } from '../../../shared/transport/types';

/** Uploads a picture for the content of an article; gives its address (WeChat: media/uploadimg). */
export async function uploadArticleImage(
	ctx: IExecuteFunctions,
	file: MultipartPart,
): Promise<string> {
	const { url } = await weChatRequest<{ url: string }>(ctx, {
		method: 'POST',
		path: '/cgi-bin/media/uploadimg',
		multipart: [file],
	});
	return url;
}

/** Uploads a picture to the material library; gives its media ID (WeChat: material/add_material). */
export async function uploadImage(ctx: IExecuteFunctions, file: MultipartPart): Promise<string> {
	const { media_id: mediaId } = await weChatRequest<{ media_id: string }>(ctx, {
		method: 'POST',
		path: '/cgi-bin/material/add_material',
		query: { type: 'image' },
		multipart: [file],
	});
	return mediaId;
}
