import fc from 'fast-check';
import { articleOf, pageOf } from './article';

/** Pieces that texts are made of, and pieces that are made to break something. */
const PIECES = [
	...[
		'# ',
		'**',
		'*',
		'~~',
		'`',
		'```\n',
		'> ',
		'- ',
		'1. ',
		'|a|b|\n|-|-|\n',
		'\n',
		'\n\n',
		'    ',
	],
	...[
		'[x](',
		')',
		'![](',
		'https://a.cn/1',
		'binary:data',
		'javascript:alert(1)',
		'$',
		'$$',
		'- [ ] ',
	],
	...[
		'<div>',
		'</div>',
		'<p style="',
		'">',
		"'",
		'<img src=',
		' onerror=x',
		'<script>',
		'</script>',
	],
	...[
		'<a href="https://e.cn">',
		'</a>',
		'<svg>',
		'</svg>',
		'<table><tr><td>',
		'<li>',
		'</ul>',
		'<!--',
	],
	...[
		'-->',
		'<![CDATA[',
		'&lt;',
		'&#106;',
		'&',
		'<',
		'>',
		'"',
		'=',
		'/',
		'\\',
		'中文',
		'“',
		'”',
		' ',
		'a',
	],
	...[
		'position:fixed;',
		'url(https://e.cn)',
		'data:image/png;base64,AAAA',
		'\u0000',
		'\ud800',
		'<mp-x a=1>',
	],
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join(''));

const TAGS = new Set(
	'a b blockquote br caption code col colgroup em h1 h2 h3 h4 h5 h6 hr i img li ol p pre rp rt ruby s section span strong sub sup svg table tbody td tfoot th thead tr u ul mp-x'.split(
		' ',
	),
);
const EMPTY = new Set(['br', 'col', 'hr', 'img']);
const TAG = /<(\/?)([^\s<>/]+)((?: [a-z][\w-]*="[^"<>]*")*)>/g;

/** What is not well-formed or not allowed in a page, found without the code that made it. */
function flawOf(html: string): string | undefined {
	const open: string[] = [];
	const rest = html.replace(TAG, (tag, slash: string, name: string, attributes: string) => {
		if (!TAGS.has(name)) return `<${tag}`;
		for (const [, attribute = '', value = ''] of attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)) {
			if (/^(?:on\w+|class|id)$/.test(attribute)) return `<${tag}`;
			if (attribute === 'style' && /position|url\(|script:/.test(value)) return `<${tag}`;
		}
		if (slash) return open.pop() === name ? '' : `<${tag}`;
		if (!EMPTY.has(name)) open.push(name);
		return '';
	});
	if (open.length > 0) return `not closed: ${open.join()}`;
	return /[<>]|&(?!(?:amp|lt|gt|quot);)|[\0\ud800]/.exec(rest)?.[0];
}

const THEMES = ['compact', 'elegant', 'magazine', 'none', 'simple'] as const;

describe('whatever the text', () => {
	it('the page is well-formed, and nothing in it is forbidden', () => {
		fc.assert(
			fc.property(text, fc.constantFrom(...THEMES), fc.boolean(), (source, theme, isHtml) => {
				const format = isHtml ? 'html' : 'markdown';
				const { html } = articleOf(source, { theme, format });
				expect(flawOf(html)).toBeUndefined();
				expect(html).not.toMatch(/<a[^<>]* href="(?!https:\/\/mp\.weixin\.qq\.com\/|")/);
			}),
			{ numRuns: 1_500 },
		);
	});

	it('a page that was cleaned once is clean', () => {
		fc.assert(
			fc.property(text, (source) => {
				const { html } = pageOf(source, { links: 'text' });
				expect(pageOf(html, { links: 'text' }).html).toBe(html);
			}),
			{ numRuns: 500 },
		);
	});

	it('every picture of the page is one that is known', () => {
		fc.assert(
			fc.property(text, (source) => {
				const { pictures, html } = articleOf(source);
				const addresses = new Map(
					pictures.map((picture) => [picture.source, 'https://mmbiz.qpic.cn/x']),
				);
				const { toHtml } = articleOf(source);
				const sources = [...toHtml(addresses).matchAll(/<img[^>]* src="([^"]*)"/g)];
				expect(sources.every(([, address]) => address === 'https://mmbiz.qpic.cn/x')).toBe(true);
				expect(sources.length > 0).toBe(html.includes('<img'));
			}),
			{ numRuns: 500 },
		);
	});
});
