import { parseBody } from '../../../nodes/shared/callback/message';
import { costOf } from '../../harness/growth';

const KB = 1_024;

/** Far above what any of them costs, far below what a growth with the square would. */
const LIMIT_MS = 1_500;

const fill = (kilobytes: number, piece: string): string =>
	piece.repeat(Math.floor((kilobytes * KB) / piece.length));

function outcome(body: string): { status: number; isQuick: boolean } {
	let status = 200;
	const cost = costOf(() => {
		try {
			parseBody(body);
		} catch (error) {
			({ status } = error as { status: number });
		}
	});
	return { status, isQuick: cost < LIMIT_MS };
}

const quickly = (status: number) => ({ status, isQuick: true });

describe('fault 1.8: messages that are made to cost much', () => {
	it.each([64, 256, 1_024])('%i KB of repeated elements: too many of them', (kilobytes) => {
		expect(outcome(`<xml>${fill(kilobytes, '<a>1</a>')}</xml>`)).toEqual(quickly(413));
	});

	it.each([
		['lists', '<item>1</item>', 413],
		['empty elements', '<a/>', 413],
		['comments', '<!---->', 413],
		['sections', '<![CDATA[x]]>', 413],
		['instructions', '<?a b?>', 413],
		['ends without a beginning', '</a>', 413],
		['beginnings without an end', '<a>', 413],
		['brackets', '<', 400],
		['beginnings of sections', '<![CDATA[', 400],
		['references', '&lt;', 413],
		['white space', ' ', 413],
	])('1 MB of %s', (_, piece, status) => {
		expect(outcome(`<xml><b>${fill(KB, piece)}</b></xml>`)).toEqual(quickly(status));
	});

	it.each([
		['a name', `<${'a'.repeat(KB * KB)}>`],
		['attributes', `<a ${fill(KB, 'b="1" ')}/>`],
		['blanks in a tag', `<a${' '.repeat(KB * KB)}/>`],
		['a value with a bracket, which hides what follows', '<a b="><![CDATA["><!DOCTYPE c>]]></a>'],
	])('%s: not well-formed', (_, tag) => {
		expect(outcome(`<xml>${tag}</xml>`)).toEqual(quickly(400));
	});

	it('reads what is long, but only one text', () => {
		expect(outcome(`<xml><a><![CDATA[${fill(KB, '长<&>')}]]></a></xml>`)).toEqual(quickly(200));
	});

	it('reads a list that is longer than any of WeChat', () => {
		const { PicList } = parseBody(
			`<xml><PicList>${'<item>1</item>'.repeat(1_000)}</PicList></xml>`,
		);
		expect((PicList as { item: string[] }).item).toHaveLength(1_000);
	});

	it.each([
		['values', `{"a":[${fill(KB, '1,')}1]}`, 413],
		['fields', `{${[...Array(100_000).keys()].map((name) => `"a${name}":1`).join()}}`, 413],
		['nesting', '{"a":'.repeat(200_000), 400],
		['quotation marks that end nothing', `{"a":1234567890123456789"${fill(KB, '\\"')}`, 400],
		['raw control characters', `{"a":"${'\u0001'.repeat(KB * KB)}"}`, 200],
		['digits', `{"a":${'9'.repeat(KB * KB)}}`, 200],
	])('JSON with 1 MB of %s', (_, body, status) => {
		expect(outcome(body)).toEqual(quickly(status));
	});
});
