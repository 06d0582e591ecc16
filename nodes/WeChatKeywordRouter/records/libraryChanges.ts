import { createHash } from 'crypto';
import union from 'lodash/union';
import type { Records } from '../../shared/records/port';
import type { RowOf, ValuesOf } from '../../shared/records/table';
import { keywords } from '../../shared/records/tables/keywords';
import { toMatchText } from '../../shared/text/normalise';

type KeywordRow = RowOf<typeof keywords>;

/** The key under which a word is added: the same word is added once, by however many people. */
export const keywordKey = (keyword: string): string =>
	`keyword:${createHash('sha256').update(toMatchText(keyword)).digest('hex').slice(0, 12)}`;

/** The ID by which the router knows a row: a row that a person typed may have no key. */
const idOf = ({ key, keyword }: KeywordRow): string => key || keyword.trim();

/** The row of a keyword as it is in the table now. */
export async function findKeyword(
	records: Records,
	keywordId: string,
): Promise<KeywordRow | undefined> {
	const rows = await records.read(keywords);
	return rows.find((row) => idOf(row) === keywordId);
}

/** Changes columns of a row, also of one that has no key. */
export async function changeKeyword(
	records: Records,
	{ key, keyword }: KeywordRow,
	changes: Partial<ValuesOf<typeof keywords>>,
): Promise<void> {
	if (key === '') await records.claim(keywords, { key, keyword }, changes);
	else await records.put(keywords, [{ key, ...changes }]);
}

/** Words of a cell and further ones, each once. */
export function extendedCell(cell: string, more: string, separator: RegExp, glue: string): string {
	const words = (text: string) =>
		text
			.split(separator)
			.map((word) => word.trim())
			.filter((word) => word !== '');
	return union(words(cell), words(more)).join(glue);
}

/** Adds questions and variants to a keyword that is there. Doing it twice changes nothing. */
export async function extendKeyword(
	records: Records,
	row: KeywordRow,
	{ questions, variants }: Pick<KeywordRow, 'questions' | 'variants'>,
): Promise<void> {
	await changeKeyword(records, row, {
		questions: extendedCell(row.questions, questions, /[,，、;；|｜\r\n]+/, '\n'),
		variants: extendedCell(row.variants, variants, /[,，、;；|｜\r\n]+/, ','),
	});
}
