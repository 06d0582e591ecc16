import { pageOf } from './article';

const htmlOf = (text: string) => pageOf(text).html;

describe('HTML', () => {
	it.each([
		[
			'blocks that WeChat dissolves',
			'<div><article>a</article></div>',
			'<section><section>a</section></section>',
		],
		[
			'entries without ends',
			'<ul><li>a<li>b<ul><li>c</ul></ul>',
			'<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>',
		],
		[
			'cells without ends',
			'<table><tr><td>1<td>2<tr><td>3</table>',
			'<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>',
		],
		['paragraphs without ends', '<p>a<p>b', '<p>a</p><p>b</p>'],
		['ends without beginnings', 'a</b></p></div>b', 'ab'],
		['crossed elements', '<b><i>a</b>b</i>', '<b><i>a</i></b>b'],
		['text that looks like a tag', 'a < b <3 <> </>', 'a &lt; b &lt;3 &lt;&gt; &lt;/&gt;'],
		['a tag that never ends', 'a<b class="x', 'a'],
		['entities', '&lt;b&gt; &nbsp;&copy;&amp;amp;', '&lt;b&gt; \u00a0©&amp;amp;'],
		['comments', 'a<!-- <b> -->b<!-- c', 'ab'],
		[
			'older elements',
			'<center>a</center><strike>b</strike><font color=red>c</font>',
			'<section style="text-align:center">a</section><s>b</s><span>c</span>',
		],
		[
			'pictures that load late',
			'<img data-src="https://mmbiz.qpic.cn/1" data-w="5">',
			'<img data-w="5" src="https://mmbiz.qpic.cn/1">',
		],
		[
			'cards of WeChat',
			'<mp-common-product data-key="k" onclick="x"></mp-common-product>',
			'<mp-common-product data-key="k"></mp-common-product>',
		],
		[
			'links to mini programs',
			'<a data-miniprogram-appid="wx1" data-miniprogram-path="p/a" href="https://x.cn">小程序</a>',
			'<a data-miniprogram-appid="wx1" data-miniprogram-path="p/a" href="">小程序</a>',
		],
		[
			'drawings',
			'<svg viewBox="0 0 1 1"><path d="M0 0"/><lineargradient/></svg>b',
			'<svg viewBox="0 0 1 1"><path d="M0 0"></path><linearGradient></linearGradient></svg>b',
		],
	])('%s', (_, text, expected) => {
		expect(htmlOf(text)).toBe(expected);
	});

	it.each([
		'<script>alert(1)</script>',
		'<SCRIPT SRC=//e.cn/x></SCRIPT>',
		'<scr<script>ipt>alert(1)</scr</script>ipt>',
		'<img src=x onerror=alert(1)>',
		'<img/src=x/onerror=alert(1)>',
		'<a href="javascript:alert(1)">x</a>',
		'<a href="jav&#x09;ascript:alert(1)">x</a>',
		'<a href="&#106;avascript&colon;alert(1)">x</a>',
		'<iframe src="https://e.cn"></iframe>',
		'<iframe srcdoc="<script>1</script>"></iframe>',
		'<object data=x><embed src=x></object>',
		'<svg onload=alert(1)><script>1</script></svg>',
		'<svg><animate attributeName="href" values="javascript:1"/></svg>',
		'<svg><a xlink:href="javascript:1"><text>x</text></a></svg>',
		'<svg><foreignObject><iframe></iframe></foreignObject></svg>',
		'<math><mtext><script>1</script></mtext></math>',
		'<form action="https://e.cn"><input name=x><button>go</button></form>',
		'<style>*{display:none}</style><link rel=stylesheet href=//e.cn>',
		'<base href="https://e.cn"><meta http-equiv=refresh content="0;url=https://e.cn">',
		'<p style="background:url(https://e.cn/x);position:fixed;color:red">x</p>',
		'<p style="width:expression(alert(1));behavior:url(x)">x</p>',
		'<p style="background:\\75rl(javascript:1)">x</p>',
		'<p style="color:red/*;*/;background:image(x)">x</p>',
		'<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
		'<textarea><script>1</script></textarea><title></title><b>x</b>',
		'<mp-x src="https://e.cn" href="https://e.cn" onload=x></mp-x>',
		'<p data-x="javascript:1" data-y="url(x)">x</p>',
		'<!--><script>alert(1)</script>-->',
		'<![CDATA[<script>1</script>]]>',
		'<constructor><__proto__ x=1></__proto__></constructor>',
	])('%s does nothing', (text) => {
		const { html } = pageOf(text);
		expect(html).not.toMatch(
			/<\/?(?:script|iframe|object|embed|form|input|button|style|link|meta|base|math|textarea|title|foreignobject|constructor|__proto__)/i,
		);
		expect(html).not.toMatch(/ on\w+=|javascript:|e\.cn|expression|position|behavior|url\(/i);
	});

	it('tells what people would miss', () => {
		expect(pageOf('<video></video><iframe></iframe><script></script>').warnings).toEqual([
			'Left out, since WeChat does not take it: iframe, video',
		]);
	});

	it('keeps styles that can do no harm, and pictures of WeChat in them', () => {
		const style = "color:#f00;font-family:'A B';background:url('https://mmbiz.qpic.cn/x/0')";
		expect(htmlOf(`<section style="${style}">x</section>`)).toBe(
			`<section style="${style}">x</section>`,
		);
	});

	it('what has been read back from WeChat stays what it is', () => {
		const read = `<section style="font-family:&#39;PingFang SC&#39;;color:red"><p>a&nbsp;b</p></section>`;
		const once = htmlOf(read);
		expect(once).toBe(
			`<section style="font-family:'PingFang SC';color:red"><p>a\u00a0b</p></section>`,
		);
		expect(htmlOf(once)).toBe(once);
	});
});
