import type {
	IBinaryData,
	IDataObject,
	IHttpRequestMethods,
	IWebhookFunctions,
} from 'n8n-workflow';
import { weChatDownload } from '../shared/transport/request';
import type { WeChatFile } from '../shared/transport/types';
import { inTime } from './inTime';

/** Longest wait for a file; the reply has to go out within five seconds. */
const MAX_WAIT_MS = 3_000;

const MIME_BY_KIND: Record<string, string> = {
	image: 'image/jpeg',
	voice: 'audio/amr',
	video: 'video/mp4',
	shortvideo: 'video/mp4',
};

/** Videos are not sent by the API itself but by an address that it names. */
async function fetchVideo(ctx: IWebhookFunctions, url: string): Promise<WeChatFile> {
	const method: IHttpRequestMethods = 'GET';
	const data: unknown = await ctx.helpers.httpRequest({
		method,
		url,
		encoding: 'arraybuffer',
		timeout: MAX_WAIT_MS,
	});
	return { data: Buffer.isBuffer(data) ? data : Buffer.alloc(0), contentType: 'video/mp4' };
}

async function download(
	ctx: IWebhookFunctions,
	kind: string,
	mediaId: string,
): Promise<IBinaryData> {
	const answer = await weChatDownload(ctx, {
		method: 'GET',
		path: '/cgi-bin/media/get',
		query: { media_id: mediaId },
		timeoutMs: MAX_WAIT_MS,
	});
	const file =
		'file' in answer ? answer.file : await fetchVideo(ctx, String(answer.json.video_url ?? ''));
	const mimeType = file.contentType || MIME_BY_KIND[kind] || 'application/octet-stream';
	const extension = mimeType.split('/')[1]?.split(';')[0] ?? 'bin';
	return await ctx.helpers.prepareBinaryData(
		file.data,
		file.fileName ?? `${mediaId}.${extension}`,
		mimeType,
	);
}

/**
 * The file of an image, voice or video message. When it cannot be had within three seconds the message
 * goes on without it and `problem` says why; its MediaId stays usable for three days.
 */
export async function mediaOf(
	ctx: IWebhookFunctions,
	kind: string,
	fields: IDataObject,
): Promise<{ binary?: IBinaryData; problem?: string }> {
	const mediaId = fields.MediaId;
	if (!(kind in MIME_BY_KIND) || typeof mediaId !== 'string' || mediaId === '') return {};
	try {
		const binary = await inTime(MAX_WAIT_MS, download(ctx, kind, mediaId));
		return binary ? { binary } : { problem: 'The file was not there within three seconds' };
	} catch (error) {
		return { problem: error instanceof Error ? error.message : 'The file could not be read' };
	}
}
