import { accountKeys } from '../../../nodes/shared/transport/keys';

const baseUrl = (apiBaseUrl: string) => accountKeys({ apiBaseUrl }).apiBaseUrl;

describe('fault 1.15: where AppSecret and access token are sent', () => {
	it.each([
		['', 'https://api.weixin.qq.com'],
		[' https://sh.api.weixin.qq.com/ ', 'https://sh.api.weixin.qq.com'],
		['HTTPS://proxy.example.com/wechat//', 'HTTPS://proxy.example.com/wechat'],
		['https://proxy.example.com:8443', 'https://proxy.example.com:8443'],
		['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
		['http://localhost:3000/', 'http://localhost:3000'],
		['http://[::1]:3000', 'http://[::1]:3000'],
	])('%j is %s', (text, expected) => {
		expect(baseUrl(text)).toBe(expected);
	});

	it.each([
		'http://api.weixin.qq.com',
		'http://10.0.0.5',
		'http://localhost.example.com',
		'http://127.0.0.1.example.com',
		'http://127.0.0.1@example.com',
		'http:/127.0.0.1',
		'https:/host',
		'https:host',
		'https:\\\\host',
		'https:///host',
		'https://',
		'//api.weixin.qq.com',
		'api.weixin.qq.com',
		'ftp://api.weixin.qq.com',
		'https://me:secret@example.com',
		'https://example.com?to=',
		'https://example.com/#',
		'https://example.com/#x',
		'https://exa mple.com',
		'https://api.weixin.qq.com\n.example.com',
		'https://api.weixin.qq.com\\@example.com',
	])('%j is refused', (text) => {
		expect(() => baseUrl(text)).toThrow('API Base URL in the credential');
	});
});
