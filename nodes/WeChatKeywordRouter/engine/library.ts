import { UserInputError } from '../../shared/inputError';
import { isWholeDay, RowReader, toEpoch, type Row } from '../../shared/rows/row';
import { toMatchText } from '../../shared/text/normalise';
import type { Keyword, Level, ReplyType } from './types';

const LEVEL_NAMES: Record<string, Level> = {
	brand: 'brand',
	product: 'product',
	function: 'function',
	品牌: 'brand',
	产品: 'product',
	功能: 'function',
};

const REPLY_TYPE_NAMES: Record<string, ReplyType> = { text: 'text', image: 'image', news: 'news' };
const REPLY_MODES: Record<string, Keyword['replyMode']> = { random: 'random', inturn: 'inTurn' };

/** Columns a row may be told apart by; one of them has to be there. */
const KNOWN_COLUMNS = ['keyword', 'key'];

/** Several replies in one cell are separated by a line of three or more hyphens. */
const BETWEEN_REPLIES = /\n[^\S\n]*-{3,}[^\S\n]*\n/;

/** Several words in one cell: commas, semicolons, bars and lines separate, spaces do not. */
const BETWEEN_WORDS = /[,，、;；|｜\r\n]+/;

function listOf(reader: RowReader, column: string, separator: RegExp): string[] {
	const value = reader.row[column];
	const entries = Array.isArray(value)
		? value.map(String)
		: reader.text(column, '').split(separator);
	return entries.map((entry) => entry.trim()).filter((entry) => entry !== '');
}

function oneOf<T>(reader: RowReader, column: string, table: Record<string, T>, fallback: T): T {
	if (!reader.has(column)) return fallback;
	const value = table[reader.text(column).trim().toLowerCase()];
	if (value !== undefined) return value;
	const names = Object.keys(table).join(', ');
	throw reader.error(column, `is "${reader.text(column)}"`, `Use one of: ${names}.`);
}

function validity(reader: RowReader): Pick<Keyword, 'validFrom' | 'validTo'> {
	const validFrom = reader.time('validFrom', { fallback: -Infinity });
	const end = reader.time('validTo', { fallback: Infinity });
	// A day without a time is meant with its whole length.
	const validTo = isWholeDay(reader.row.validTo) ? end + 86_400_000 - 1 : end;
	if (validTo < validFrom) {
		throw reader.error('validTo', "is before 'validFrom'", 'Correct one of the two dates.');
	}
	return { validFrom, validTo };
}

/** @throws UserInputError naming the row and the column that cannot be read */
export function readKeyword(row: Row, where: string): Keyword {
	const reader = new RowReader(row, where);
	const keyword = reader.text('keyword').trim();
	if (toMatchText(keyword.replace(/\*/g, '')) === '') {
		throw reader.error('keyword', `holds no letter or digit: "${keyword}"`, 'Enter a word.');
	}
	const replyType = oneOf(reader, 'replyType', REPLY_TYPE_NAMES, 'text');
	return {
		id: reader.text('key', keyword).trim(),
		keyword,
		level: oneOf(reader, 'level', LEVEL_NAMES, 'function'),
		variants: listOf(reader, 'variants', BETWEEN_WORDS),
		questions: listOf(reader, 'questions', BETWEEN_WORDS),
		exclude: listOf(reader, 'exclude', BETWEEN_WORDS),
		priority: reader.number('priority', { fallback: 1, min: 0 }),
		...validity(reader),
		isEnabled: reader.flag('enabled', true) && !reader.flag('isOff', false),
		// A row of a Data table on the canvas has the column that n8n fills in.
		addedAt: toEpoch(row.addedAt) ?? toEpoch(row.createdAt) ?? -Infinity,
		replies: listOf(reader, 'reply', BETWEEN_REPLIES),
		replyMode: oneOf(reader, 'replyMode', REPLY_MODES, 'random'),
		replyType,
		mediaId: reader.text('mediaId', '').trim(),
		cooldownMinutes: reader.number('cooldownMinutes', { fallback: 0, min: 0 }),
		where,
	};
}

/**
 * The keywords that rows stand for. Duplicate keys are kept: `checkLibrary` refuses them where messages
 * are routed, the audit reports them.
 *
 * @throws UserInputError naming the row and the column that cannot be read
 */
export function readLibrary(rows: readonly Row[]): Keyword[] {
	if (rows.length === 0) {
		throw new UserInputError(
			"'Keywords' is empty: there is no keyword to look for",
			'Connect the keyword library to the second input, or fill in keywords in the node.',
		);
	}
	return rows.map((row, position) => {
		const where = `Keyword ${position + 1}`;
		if (!KNOWN_COLUMNS.some((column) => column in row)) {
			throw new UserInputError(
				`[${where}] 'keyword' is missing; the columns are ${Object.keys(row).join(', ')}`,
				"Give the library's column with the words the name 'keyword'.",
			);
		}
		return readKeyword(row, where);
	});
}

/** A row of the library that cannot be used, and why. */
export interface Unreadable {
	row: Row;
	problem: string;
}

/**
 * The keywords of a table that people edit. A slip in one row stops nobody from being answered: the row is left
 * out, and told. Rows in which nothing is filled in yet are no slip.
 */
export function readTable(rows: readonly Row[]): {
	keywords: Keyword[];
	unreadable: Unreadable[];
} {
	const keywords: Keyword[] = [];
	const unreadable: Unreadable[] = [];
	for (const row of rows) {
		const keyword = String(row.keyword ?? '').trim();
		if (keyword === '') continue;
		try {
			keywords.push(readKeyword({ ...row, keyword }, keyword));
		} catch (error) {
			unreadable.push({ row, problem: error instanceof Error ? error.message : String(error) });
		}
	}
	return { keywords, unreadable };
}

/** Whether there is anything to answer with. */
export const hasReply = ({ replyType, replies, mediaId }: Keyword): boolean =>
	replyType === 'text' ? replies.length > 0 : mediaId !== '';

/** @throws UserInputError when two keywords have the same key */
export function checkLibrary(keywords: readonly Keyword[]): void {
	const seen = new Map<string, Keyword>();
	for (const keyword of keywords) {
		const other = seen.get(keyword.id);
		if (other) {
			throw new UserInputError(
				`[${keyword.where}] 'key' is "${keyword.id}", as in ${other.where}`,
				'Give every keyword a key of its own; without a key the keyword itself is taken.',
			);
		}
		seen.set(keyword.id, keyword);
	}
}

/** Whether a keyword counts at a time (epoch milliseconds). */
export function isLive({ isEnabled, validFrom, validTo }: Keyword, at: number): boolean {
	return isEnabled && validFrom <= at && at <= validTo;
}
