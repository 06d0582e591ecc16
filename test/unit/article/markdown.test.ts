import { articleOf } from './article';

const htmlOf = (text: string) => articleOf(text).html;

describe('Markdown becomes', () => {
	it.each([
		['headings', '# 一\n\n### 三', '<h1>一</h1>\n<h3>三</h3>\n'],
		[
			'emphasis',
			'**粗** *斜* ~~删~~ `码`',
			'<p><strong>粗</strong> <em>斜</em> <s>删</s> <code>码</code></p>\n',
		],
		['lines as they are written', '甲\n乙', '<p>甲<br>\n乙</p>\n'],
		['tasks', '- [ ] 一\n- [x] 二', '<ul>\n<li>☐ 一</li>\n<li>☑ 二</li>\n</ul>\n'],
		['no tasks elsewhere', '[x] 二', '<p>[x] 二</p>\n'],
		[
			'nested lists',
			'1. 甲\n   - 乙\n3. 丙',
			'<ol>\n<li>甲\n<ul>\n<li>乙</li>\n</ul>\n</li>\n<li>丙</li>\n</ol>\n',
		],
		['lists that begin later', '3. 丙', '<ol start="3">\n<li>丙</li>\n</ol>\n'],
		[
			'quotes',
			'> 引\n> > 文',
			'<blockquote>\n<p>引</p>\n<blockquote>\n<p>文</p>\n</blockquote>\n</blockquote>\n',
		],
		[
			'tables',
			'|甲|乙|\n|-|:-:|\n|1|**2**|',
			'<table>\n<thead>\n<tr>\n<th>甲</th>\n<th style="text-align:center">乙</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td style="text-align:center"><strong>2</strong></td>\n</tr>\n</tbody>\n</table>\n',
		],
		['rules', '---', '<hr>\n'],
		[
			'code',
			'```js\na < b &&\n\tc  d\n```',
			'<pre><code>a &lt; b &amp;&amp;\n\tc  d\n</code></pre>\n',
		],
		['entities', '&copy; &amp;lt; \\&amp; A&B', '<p>© &amp;lt; &amp;amp; A&amp;B</p>\n'],
		['Chinese in bold', '这是**“重点”**吗', '<p>这是<strong>“重点”</strong>吗</p>\n'],
		['Chinese in italics', '看*《红楼梦》*吧', '<p>看<em>《红楼梦》</em>吧</p>\n'],
		['a colon in bold', '**注意：**请看', '<p><strong>注意：</strong>请看</p>\n'],
		['stars that mark nothing', '3 * 4 * 5，甲 ** 乙', '<p>3 * 4 * 5，甲 ** 乙</p>\n'],
	])('%s', (_, text, expected) => {
		expect(htmlOf(text)).toBe(expected);
	});
});

describe('what stands around a text is left out', () => {
	it.each([
		['a fence of Markdown', '```markdown\n# 一\n\n段\n```'],
		['a fence with space around it', '\n~~~ Markdown\n# 一\n\n段\n~~~\n\n'],
		['a fence that is longer than the code inside', '````md\n# 一\n\n段\n````'],
		['front matter', '---\ntitle: 一\ntags:\n  - a\n- b\n---\n\n# 一\n\n段'],
		['both, with other line ends', '```md\r\n---\r\ntitle: 一\r\n---\r\n# 一\r\n\r\n段\r\n```'],
	])('%s', (_, text) => {
		expect(htmlOf(text)).toBe('<h1>一</h1>\n<p>段</p>\n');
	});

	it.each([
		['code', '```js\na\n```', '<pre><code>a\n</code></pre>\n'],
		[
			'several blocks of code',
			'```\na\n```\n\n段\n\n```\nb\n```',
			'<pre><code>a\n</code></pre>\n<p>段</p>\n<pre><code>b\n</code></pre>\n',
		],
		['lines around a text', '---\n\n段落，不是设置\n\n---', '<hr>\n<p>段落，不是设置</p>\n<hr>\n'],
	])('but not %s', (_, text, expected) => {
		expect(htmlOf(text)).toBe(expected);
	});
});

describe('formulas', () => {
	it.each([
		['能量 $E=mc^2$。', '<p>能量 <code>E=mc^2</code>。</p>\n'],
		['$$a_1 * b * c$$ 行内', '<p><code>a_1 * b * c</code> 行内</p>\n'],
		['$$\n\\frac{1}{2}\n$$', '<p style="text-align:center"><code>\\frac{1}{2}</code></p>\n'],
	])('%s stands there as text, with a word', (text, expected) => {
		const { html, warnings } = articleOf(text);
		expect(html).toBe(expected);
		expect(warnings).toEqual([expect.stringContaining('1 formula stands there as text')]);
	});

	it.each(['从 $5 到 $10', '$ 5 $', '\\$a$', '只有 $一个', '$$', '$$\n没有结尾', '```\n$a$\n```'])(
		'%j holds none',
		(text) => {
			expect(articleOf(text).warnings).toEqual([]);
			expect(htmlOf(text)).toContain('$');
		},
	);
});

describe('links', () => {
	const text =
		'[文档](https://example.com/a?x=1&y=2)，[又](https://example.com/a?x=1&y=2)，[乙](http://b.cn)，[文章](https://mp.weixin.qq.com/s/abc)';

	it('to other sites are footnotes, each address once', () => {
		expect(articleOf(text).html).toBe(
			'<p>文档<sup>[1]</sup>，又<sup>[1]</sup>，乙<sup>[2]</sup>，<a href="https://mp.weixin.qq.com/s/abc">文章</a></p>\n' +
				'<section><p>参考链接</p><p>[1] 文档: https://example.com/a?x=1&amp;y=2</p><p>[2] 乙: http://b.cn/</p></section>',
		);
	});

	it('stay where the account may link, or become text', () => {
		expect(articleOf('[乙](http://b.cn/)', { links: 'keep' }).html).toBe(
			'<p><a href="http://b.cn/">乙</a></p>\n',
		);
		expect(articleOf('[乙](http://b.cn/)', { links: 'text' }).html).toBe('<p>乙</p>\n');
	});

	it.each([
		'https://mp.weixin.qq.com.evil.cn/s/abc',
		'https://mp.weixin.qq.com@evil.cn/s/abc',
		'https://evil.cn/mp.weixin.qq.com/s',
		'//evil.cn/s',
		'HTTPS://EVIL.cn',
	])('%s is another site', (address) => {
		const { html } = articleOf(`[x](<${address}>)`);
		expect(html).not.toContain('href');
		expect(html).toContain('x<sup>[1]</sup>');
	});

	it.each([
		'javascript:alert(1)',
		'java\tscript:alert(1)',
		'#anker',
		'a.md',
		'mailto:a@b.cn',
		'data:text/html,x',
	])('%j leaves its text', (address) => {
		expect(articleOf(`[x](<${address}>)`).html).not.toMatch(/href|sup/);
	});

	it('that show their address need no footnote', () => {
		expect(articleOf('<https://b.cn/x>').html).toBe('<p>https://b.cn/x</p>\n');
	});
});

describe('pictures', () => {
	it('are found by address, by input field and in the text, each once', () => {
		const { pictures, firstPicture } = articleOf(
			'![](https://a.cn/1.png) ![](https://a.cn/1.png) ![](binary:封面) ![](data) ![](//b.cn/2.jpg) ![](data:image/png;base64,iVBORw0KGgo=) <img src="https://a.cn/3.png">',
		);
		expect(firstPicture).toBe('https://a.cn/1.png');
		expect(pictures.map(({ place }) => place)).toEqual([
			{ address: 'https://a.cn/1.png' },
			{ field: '封面' },
			{ field: 'data' },
			{ address: 'https://b.cn/2.jpg' },
			{ base64: 'iVBORw0KGgo=' },
			{ address: 'https://a.cn/3.png' },
		]);
	});

	it('of WeChat stay', () => {
		const own = 'https://mmbiz.qpic.cn/mmbiz_png/x/0?wx_fmt=png';
		const { pictures, firstPicture, html } = articleOf(`![图](${own})`);
		expect([pictures, firstPicture]).toEqual([[], own]);
		expect(html).toContain(`src="${own}"`);
	});

	it('of hosts that only look like it do not', () => {
		const { pictures } = articleOf('![](https://mmbiz.qpic.cn.evil.cn/x)');
		expect(pictures).toHaveLength(1);
	});

	it('get their new addresses', () => {
		const { toHtml } = articleOf('![图](data) ![](binary:b)');
		const addresses = new Map([['data', 'https://mmbiz.qpic.cn/a?x=1&y=2']]);
		expect(toHtml(addresses)).toBe(
			'<p><img src="https://mmbiz.qpic.cn/a?x=1&amp;y=2" alt="图"> <img src="binary:b" alt=""></p>\n',
		);
	});

	it('without an address are none', () => {
		expect(articleOf('a ![]() <img> <img src=" ">').pictures.length).toBeLessThanOrEqual(1);
		expect(articleOf('![]()').html).toBe('<p></p>\n');
	});
});

describe('lengths', () => {
	it('correction 5: refuses nothing under 100,000 characters', () => {
		expect(() => articleOf('长'.repeat(100_000))).not.toThrow();
		expect(() => articleOf('长'.repeat(100_001))).toThrow(
			"'Content' has 100001 characters; an article holds 100000",
		);
	});

	it('counts pictures in the text for nothing', () => {
		const picture = `data:image/png;base64,${'A'.repeat(500_000)}`;
		expect(articleOf(`![](${picture})`).pictures).toHaveLength(1);
	});

	it('leaves out what no text has', () => {
		expect(articleOf('a\u0000b\ud800c\u0007\td').html).toMatch(/^<p>a.?bc\td<\/p>\n$/);
	});
});
