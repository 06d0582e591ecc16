import { UserInputError } from '../../../nodes/shared/inputError';
import { growthOf, MOST_GROWTH } from '../../harness/growth';
import { articleOf, pageOf } from './article';

const fill = (piece: string, length: number) =>
	piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

const ALL = { theme: 'simple', links: 'footnotes' } as const;

/** An article, or a word early on that it has more elements than any. */
const render = (make: typeof articleOf, piece: string) => (length: number) => {
	const text = fill(piece, length);
	return () => {
		try {
			make(text, ALL);
		} catch (error) {
			expect(error).toBeInstanceOf(UserInputError);
		}
	};
};

describe('the time grows with the length of the text, ten times the length costs at most fifteen times', () => {
	it.each([
		...[
			'[a](',
			'![a',
			'[a](<b',
			'**a *b ',
			'_a__b ',
			'`a``b```',
			'> ',
			'* - + ',
			'- a\n',
			'a|b\n-|-\n',
		],
		...['[a]: b\n', '[a][b]', '~a ', '<b>', '<a ', '$a', '$$a\n', '$$\n', '![](binary:a) '],
		...['[x](https://a.cn/) ', '中文**“字”**'],
	])('Markdown of %j', (piece) => {
		// Larger tables cost the collector of garbage more than the reader, where many tests share a process.
		expect(growthOf(render(articleOf, piece), 1_000)).toBeLessThanOrEqual(MOST_GROWTH);
	});

	it.each([
		...['<b>', '<td>', '<ul><li>', '</b>', '<b></i>', '<a b="', '<script>', '<textarea>', '<svg>'],
		...[
			'<img src=data:image/png;base64,A>',
			'<p style="color:red;',
			'<pre> a\n',
			"<p style='a:\"'>",
		],
		...['<a href="https://a.cn/">x</a>'],
	])('HTML of %j', (piece) => {
		expect(growthOf(render(pageOf, piece), 3_000)).toBeLessThanOrEqual(MOST_GROWTH);
	});

	it('one tag with very many attributes, one style that is very long', () => {
		const attributes = (length: number) => {
			const many = Array.from({ length: length / 8 }, (_, position) => `a${position}="x"`);
			const text = `<p ${many.join(' ')}>x</p>`;
			return () => void pageOf(text);
		};
		expect(growthOf(attributes, 8_000)).toBeLessThanOrEqual(MOST_GROWTH);
		const style = (length: number) => () =>
			void pageOf(`<p style="${fill("(';/*", length)}">x</p>`);
		expect(growthOf(style, 20_000)).toBeLessThanOrEqual(MOST_GROWTH);
	});
});

it('more elements than any article has are refused', () => {
	expect(() => pageOf('<b>'.repeat(90_000), ALL)).toThrow('more than 50000 elements');
});
