import { articleOf } from './article';

const TEXT =
	'# 一\n\n## 二\n\n段落 **重点** `码` [外](https://b.cn)\n\n- 甲\n- 乙\n  - 丙\n\n> 引\n\n```\na  b\n\tc\n\n d\n```\n\n|甲|\n|-|\n|1|\n\n![](data)\n\n---';

describe('themes', () => {
	it.each(['compact', 'elegant', 'magazine', 'simple'] as const)(
		'%s gives every part a look, in styles that WeChat keeps',
		(theme) => {
			const { html } = articleOf(TEXT, { theme, accent: '#123456' });
			for (const tag of 'h1 h2 p ul li blockquote pre table th td img hr strong sup'.split(' ')) {
				expect(html).toMatch(new RegExp(`<${tag}[^>]* style="[^"]+"`));
			}
			expect(html).toContain('#123456');
			expect(html).not.toMatch(/class=|<div|<style|position|'/);
			expect(html).toMatch(/^<section style="[^"]+">.*<\/section>$/s);
		},
	);

	it('keeps the space of code', () => {
		const { html } = articleOf('```\na  b\n\tc\n\n d < e\n```', { theme: 'simple' });
		expect(html).toContain(
			'<code>a\u00a0\u00a0b<br>\u00a0\u00a0\u00a0\u00a0c<br><br>\u00a0d &lt; e</code></pre>',
		);
		expect(html).toMatch(/<pre style="[^"]*white-space:pre"/);
	});

	it('leaves no line ends between blocks, of which WeChat makes entries', () => {
		const { html } = articleOf('- 甲\n\n  段\n- 乙\n  1. 丙\n\n| a |\n|-|\n| b |', {
			theme: 'simple',
		});
		expect(html).not.toMatch(/\s</);
		expect(html.replace(/ style="[^"]*"/g, '')).toBe(
			'<section><ul><li><section>甲</section><section>段</section></li><li><section>乙</section><ol><li><section>丙</section></li></ol></li></ul>' +
				'<section><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table></section></section>',
		);
	});

	it('lets an element keep what it says itself', () => {
		const { html } = articleOf('<p style="color:red;margin:0">a</p>', { theme: 'simple' });
		expect(html).toContain('<p style="margin:0;color:red">a</p>');
	});
});
