import { spelledAsUsual } from '../../shared/message/kinds';
import type { RowReader } from '../../shared/rows/row';
import { byText } from './order';

/** One row of the table in which everything that happens is recorded. */
export interface Interaction {
	key: string;
	openId: string;
	kind: string;
	/** Epoch milliseconds. */
	at: number;
	text: string;
	/** Of an event: menu key, address or scene. */
	eventKey: string;
	/** Of a message that was sent: by a machine. */
	isAuto: boolean;
	/** Empty when it belongs to no activity. */
	activityId: string;
	/** Of a comment, and of an answer to one: the key of the comment; otherwise empty. */
	comment: string;
	/** Of a comment: when the account answered it, where its own row says so. */
	repliedAt?: number;
}

/** Rows of activities name what happened in `type`. */
const ACTIVITY = 'activity.';

/** Kinds of the rows of SLA cases, by those of interactions. */
const CASE_KINDS: Record<string, { kind: string; isAuto: boolean }> = {
	autoReply: { kind: 'sent', isAuto: true },
	personReply: { kind: 'sent', isAuto: false },
	userMessage: { kind: 'text', isAuto: false },
};

function kindOf(row: RowReader): { kind: string; isAuto: boolean } {
	if (row.has('type') && !row.has('kind')) {
		return { kind: ACTIVITY + row.text('type'), isAuto: false };
	}
	const given = row.has('amount') ? row.text('kind', 'order') : row.text('kind');
	const kind = spelledAsUsual(given);
	return CASE_KINDS[kind] ?? { kind, isAuto: row.flag('auto', false) };
}

/**
 * Reads an interaction: `kind` (of a row of an activity `type`, of an order `amount`) and `at` are required, `openId` too
 * but for what concerns nobody in particular. Without `key`, person, kind and time tell one row from
 * another.
 *
 * @throws UserInputError naming row and column
 */
export function readInteraction(row: RowReader): Interaction {
	const { kind, isAuto } = kindOf(row);
	const at = row.time('at');
	const openId = row.text('openId', '');
	const key = row.text('key', '') || `${openId}|${kind}|${at}|${row.text('eventKey', '')}`;
	const isAboutComment = kind === 'comment' || row.text('channel', '') === 'comment';
	return {
		key,
		openId,
		kind: kind === 'text' && isAboutComment ? 'comment' : kind,
		at,
		text: row.text('text', ''),
		eventKey: row.text('eventKey', ''),
		isAuto,
		activityId: row.text('activityId', ''),
		comment: isAboutComment ? row.text('caseId', key) : '',
		repliedAt: row.has('repliedAt') ? row.time('repliedAt') : undefined,
	};
}

/** Of two rows with one key the fuller one counts; on a tie the text decides, not the order they came in. */
function isBetter(candidate: Interaction, known: Interaction): boolean {
	const [a, b] = [JSON.stringify(candidate), JSON.stringify(known)];
	return a.length !== b.length ? a.length > b.length : a < b;
}

/** In order of time, every key once: the same list whatever order and repetition the rows came in. */
export function inOrder(rows: readonly Interaction[]): Interaction[] {
	const byKey = new Map<string, Interaction>();
	for (const row of rows) {
		const known = byKey.get(row.key);
		if (!known || isBetter(row, known)) byKey.set(row.key, row);
	}
	return [...byKey.values()].sort((a, b) => a.at - b.at || byText(a.key, b.key));
}
