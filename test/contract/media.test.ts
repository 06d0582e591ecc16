import type { INodeExecutionData } from 'n8n-workflow';
import { FILES } from '../fixtures/files';
import { useAccount } from '../harness/account';
import { runAction } from '../harness/engine';

const binaryOf = (data: Buffer, fileName: string): INodeExecutionData['binary'] => ({
	data: { data: data.toString('base64'), fileName, mimeType: 'image/jpeg' },
});

describe('fault 2.8: kinds and sizes are told before the call', () => {
	const account = useAccount();
	const upload = async (data: Buffer, fileName: string, parameters: object, of = 'media') =>
		await runAction(
			of,
			of === 'media' ? 'uploadTemporary' : 'cropImage',
			parameters as never,
			[{}],
			account.credentials,
			undefined,
			binaryOf(data, fileName),
		);

	it.each([
		['webp', 'cover.jpg', 'a WebP picture'],
		['avif', 'photo.png', 'an AVIF picture'],
		['heic', 'photo.png', 'a HEIC picture'],
		['html', 'page.jpg', 'an HTML page'],
	])('%s named %s', async (kind, fileName, name) => {
		const { error } = await upload(FILES[kind] ?? Buffer.alloc(0), fileName, {
			mediaType: 'image',
		});
		expect(error?.message).toContain(`'${fileName}' is ${name}`);
		expect(error?.description).toContain('png, jpg, jpeg, gif, bmp');
		expect(account.calls()).toEqual([]);
	});

	it('looks at pictures that are analysed, too', async () => {
		const { error } = await upload(FILES.gif ?? Buffer.alloc(0), 'a.png', {}, 'image');
		expect(error?.message).toContain('is a GIF picture');
		expect(account.calls()).toEqual([]);
	});

	it('tells a size', async () => {
		const large = Buffer.concat([FILES.jpg ?? Buffer.alloc(0)], 65_537);
		const { error } = await upload(large, 'a.jpg', { mediaType: 'thumb' });
		expect(error?.message).toContain('65537 bytes; WeChat takes 1 to 65536');
		expect(account.calls()).toEqual([]);
	});

	it('uploads a picture under the name of what it is', async () => {
		const { error } = await upload(FILES.png ?? Buffer.alloc(0), 'a.jpg', { mediaType: 'image' });
		expect(error).toBeUndefined();
		const [call] = account.calls('/cgi-bin/media/upload');
		expect(JSON.stringify(call?.body)).toContain('a.png');
	});

	it('tells a kind of media that WeChat has not', async () => {
		const { error } = await upload(FILES.png ?? Buffer.alloc(0), 'a.png', {
			mediaType: '={{ "audio" }}',
		});
		expect(error?.message).toBe('\'Media Type\' has no option "audio"');
		expect(account.calls()).toEqual([]);
	});
});
