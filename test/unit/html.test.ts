import fc from 'fast-check';
import { tag } from '../../nodes/WeChatMetrics/engine/chart/svg';
import { element, escapeHtml } from '../../nodes/shared/html';
import { questionPage, thanksPage } from '../../nodes/shared/wait/page';

/** What a browser makes of entities. */
const shown = (html: string): string =>
	html
		.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
		.replace(/&(lt|gt|quot);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? '')
		.replace(/&amp;/g, '&');

const HOSTILE = '鹦鹉$&会不会唱歌 {{ $json.secret }} ${x} <img src=x onerror=alert(1)> "\'';

describe('fault 4.6, 4.7: text of followers in pages is inert', () => {
	it('leaves no sign that means something to a browser, to n8n or to a replacement', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...HOSTILE) }), (text) => {
				expect(escapeHtml(text)).not.toMatch(/[<>"'${}]|&(?!amp;|lt;|gt;|quot;|#\d+;)/);
				expect(shown(escapeHtml(text))).toBe(text);
			}),
		);
	});

	it('on the page that waits for an answer, in the question and on the buttons', () => {
		const page = questionPage({
			title: HOSTILE,
			question: HOSTILE,
			buttons: [{ value: HOSTILE, label: HOSTILE }],
			text: { label: HOSTILE, isRequired: false },
		});
		for (const html of [page, thanksPage(HOSTILE)]) {
			const [, body = ''] = html.split('</head>');
			expect(body).not.toMatch(/\$|\{\{|<img/);
			expect('<main>PLACE</main>'.replace('PLACE', body)).toBe(`<main>${body}</main>`);
			expect(shown(body)).toContain(HOSTILE);
		}
	});

	it('in an element, as the value of an attribute; children are markup', () => {
		const made = element('a', { href: HOSTILE, hidden: true, class: undefined }, '<b>', '</b>');
		expect(made).not.toMatch(/\$|\{\{|<img/);
		expect(made).toMatch(/^<a href="[^"]*" hidden><b><\/b><\/a>$/);
		expect(element('input', { name: 'x' })).toBe('<input name="x">');
	});

	it('in the report, as content and as the value of an attribute', () => {
		expect(tag('p', { title: HOSTILE })).not.toMatch(/\$|\{\{|<img/);
	});
});
