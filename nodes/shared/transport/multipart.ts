import { randomBytes } from 'crypto';
import type { MultipartPart } from './types';

/** Quotes and line breaks would end the header early; browsers percent-encode them as well. */
function escapeName(name: string): string {
	return name.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function header(part: MultipartPart): string {
	const name = `Content-Disposition: form-data; name="${escapeName(part.name)}"`;
	return 'data' in part
		? `${name}; filename="${escapeName(part.fileName)}"\r\nContent-Type: ${part.contentType}\r\n\r\n`
		: `${name}\r\n\r\n`;
}

/**
 * Builds a multipart/form-data body as one Buffer. A Buffer, unlike a stream, can be sent again after
 * a token refresh and has an exact Content-Length, which WeChat's upload calls insist on.
 */
export function buildMultipart(parts: MultipartPart[]): { body: Buffer; contentType: string } {
	const boundary = `----wechat${randomBytes(16).toString('hex')}`;
	const chunks = parts.flatMap((part) => [
		Buffer.from(`--${boundary}\r\n${header(part)}`),
		'data' in part ? part.data : Buffer.from(part.value),
		Buffer.from('\r\n'),
	]);
	chunks.push(Buffer.from(`--${boundary}--\r\n`));
	return {
		body: Buffer.concat(chunks),
		contentType: `multipart/form-data; boundary=${boundary}`,
	};
}
