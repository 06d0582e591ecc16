import { createHash } from 'crypto';

/** WeChat: JS-SDK signature. The fragment of the address does not count. */
export function jsapiSignature(
	ticket: string,
	nonceStr: string,
	timestamp: number,
	url: string,
): string {
	const [page] = url.split('#', 1);
	const text = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${page}`;
	return createHash('sha1').update(text).digest('hex');
}
