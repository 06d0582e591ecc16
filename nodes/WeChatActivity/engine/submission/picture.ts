import type { Book } from '../book';
import { dataText, type ActivityRow } from '../row';
import type { ActivityEvent, Step } from '../step';
import { isTaken } from './limits';
import type { Content } from './submission';

const MINUTE_MS = 60_000;

const isPictureOf = (row: ActivityRow, { key }: ActivityRow): boolean =>
	row.type === 'picture' && dataText(row, 'submission') === key;

/** The first picture that was sent for a submission; '' when there is none. */
export function pictureOf(book: Book, submission: ActivityRow): string {
	const { openId, activityId, data } = submission;
	const added = book.of(openId, activityId).find((row) => isPictureOf(row, submission));
	if (added) return dataText(added, 'url');
	return typeof data.url === 'string' ? data.url : '';
}

/**
 * A picture that follows a text of the same person within some minutes belongs to it; one for each text. Key
 * `activity|openId|picture|event`.
 *
 * @returns undefined for a picture that belongs to nothing
 */
export function addPicture(
	book: Book,
	activityId: string,
	{ openId, at, key: eventKey }: ActivityEvent,
	{ kind, mediaId, url }: Content,
	minutes: number,
): Step<'pictureAdded'> | undefined {
	if (kind !== 'image') return undefined;
	const key = `${activityId}|${openId}|picture|${eventKey}`;
	const known = book.get(key);
	const subject = known ? book.get(dataText(known, 'submission')) : waiting();
	if (!subject) return undefined;
	const data = { submission: subject.key, mediaId, url };
	const row = { key, activityId, openId, type: 'picture', points: 0, data, at };
	return {
		status: 'pictureAdded',
		values: {
			submission: subject.key,
			code: dataText(subject, 'code'),
			text: dataText(subject, 'text'),
			url,
		},
		rows: known ? [] : [row],
	};

	/** The last text, when it has no picture yet. */
	function waiting(): ActivityRow | undefined {
		const own = book.of(openId, activityId);
		const last = own.filter(isTaken).at(-1);
		if (!last || dataText(last, 'kind') !== 'text') return undefined;
		if (own.some((row) => isPictureOf(row, last))) return undefined;
		return at >= last.at && at - last.at <= minutes * MINUTE_MS ? last : undefined;
	}
}
