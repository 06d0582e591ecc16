import { pageUrl } from '../../../nodes/WeChatOfficialAccount/actions/jsSdk/pageUrl';

describe('fault 2.11: the address that is signed is the one the browser has', () => {
	it.each([
		['https://a.cn/p?x=1&amp;y=2', 'https://a.cn/p?x=1&y=2'],
		['https://a.cn/p?x=1&AMP;y=2&amp;z', 'https://a.cn/p?x=1&y=2&z'],
		['https://a.cn/p?x=1&#38;y=2&#x26;z', 'https://a.cn/p?x=1&y=2&z'],
		['  https://a.cn/p \n', 'https://a.cn/p'],
		[
			'https://a.cn/春节 活动?q=好 的',
			'https://a.cn/%E6%98%A5%E8%8A%82%20%E6%B4%BB%E5%8A%A8?q=%E5%A5%BD%20%E7%9A%84',
		],
		['https://a.cn/%e6%98%a5', 'https://a.cn/%e6%98%a5'],
		['https://a.cn/a%20b?u=%2F', 'https://a.cn/a%20b?u=%2F'],
		['HTTPS://A.cn', 'https://a.cn/'],
		['https://a.cn:443/p', 'https://a.cn/p'],
		['https://a.cn/p?from=x#/route?y=1', 'https://a.cn/p?from=x'],
		['https://a.cn/p#', 'https://a.cn/p'],
		['https://a.cn/p?', 'https://a.cn/p?'],
		['https://例子.cn/', 'https://xn--fsqu00a.cn/'],
		['https://a.cn/a\n\tb', 'https://a.cn/ab'],
		['https://a.cn/a/../b', 'https://a.cn/b'],
	])('%j', (given, expected) => {
		expect(pageUrl(given)).toBe(expected);
	});

	it.each(['a.cn/p', 'javascript:alert(1)', 'https://a b/', 'http://', ''])(
		'%j is none',
		(given) => {
			expect(() => pageUrl(given)).toThrow("'URL' is not an address");
		},
	);
});
