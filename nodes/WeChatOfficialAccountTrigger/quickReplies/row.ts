import type { PassiveReply } from '../../shared/callback/reply';
import { UserInputError } from '../../shared/inputError';
import { checkArticle, checkText } from '../../shared/message/customMessage';
import { ANY_OTHER, type QuickReplyRow } from './fields';

/** An answer of the account to texts that match. */
export interface QuickReply {
	match: QuickReplyRow['match'];
	/** As filled in; empty for the one that answers any other text. */
	words: string;
	reply: PassiveReply;
}

/** The words of a row, which commas or lines part. */
export const wordsOf = (words: string): string[] =>
	words
		.split(/[,，、;；|｜\n]+/)
		.map((word) => word.trim())
		.filter((word) => word !== '');

function replyOf(row: QuickReplyRow): PassiveReply {
	switch (row.replyType) {
		case 'text':
			return { type: 'text', content: checkText(row.text) };
		case 'image':
			return { type: 'image', mediaId: row.mediaId };
		case 'news': {
			const { title, description, picUrl, url } = row;
			return { type: 'news', articles: [checkArticle({ title, description, picUrl, url })] };
		}
	}
}

/** What is sent of a reply. */
const sentOf = (reply: PassiveReply): unknown[] =>
	reply.type === 'news' ? reply.articles.flatMap(Object.values) : Object.values(reply);

const isExpression = (value: unknown): boolean =>
	typeof value === 'string' && value.startsWith('=');

/** A row that can answer. @throws UserInputError that says what is missing, or more than WeChat takes */
export function readRow(row: QuickReplyRow): QuickReply {
	const { match } = row;
	const words = match === ANY_OTHER ? '' : row.words.trim();
	if (match !== ANY_OTHER && wordsOf(words).length === 0) {
		throw new UserInputError(
			"'Words' is empty",
			"Fill in the words to answer, or choose 'Is Any Other Text'.",
		);
	}
	const reply = replyOf(row);
	if ([words, ...sentOf(reply)].some(isExpression)) {
		throw new UserInputError(
			'A value begins with =, as expressions do',
			'Quick replies are sent as they are written, without a run. Write the text itself, or let the workflow answer with a WeChat Reply node.',
		);
	}
	return { match, words, reply };
}
