import { RowReader, type Row } from '../../shared/rows/row';
import type { Decision } from './decision';
import type { Hit, Message } from './types';

/** One row per message, as the workflow stores it. */
export interface HitRow {
	key: string;
	openId: string;
	/** ISO 8601. */
	at: string;
	text: string;
	status: string;
	keywordId: string;
	keyword: string;
	level: string;
	score: number;
	why: string;
}

export function hitRowOf(message: Message, decision: Decision): HitRow {
	const { status, keywordId, keyword, level, score, why } = decision;
	return {
		key: message.key,
		openId: message.openId,
		at: new Date(message.at).toISOString(),
		text: message.text,
		status,
		keywordId: keywordId ?? '',
		keyword: keyword ?? '',
		level: level ?? '',
		score: score ?? 0,
		why,
	};
}

/**
 * Reads the row of an earlier message: one this node gave, or an interaction row, which has no status.
 *
 * @param where how the row is called in an error, e.g. `Hit 3`
 * @throws UserInputError naming the row and the column
 */
export function readHit(row: Row, where: string): Hit {
	const reader = new RowReader(row, where);
	const at = reader.time('at');
	const openId = reader.text('openId', '');
	const text = reader.text('text', '');
	return {
		key: reader.text('key', `${openId}:${at}:${text}`),
		openId,
		at,
		text,
		status: reader.text('status', ''),
		keywordId: reader.text('keywordId', ''),
	};
}
