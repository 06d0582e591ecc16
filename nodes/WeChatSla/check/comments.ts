import type { IExecuteFunctions } from 'n8n-workflow';
import groupBy from 'lodash/groupBy';
import { listComments, type RawComment } from '../../shared/comment/comments';
import { attempt, type Attempt } from '../../shared/records/attempt';
import type { NewRow } from '../../shared/records/table';
import { caseEvents } from '../../shared/records/tables/caseEvents';
import type { CommentPlace } from '../../shared/sla/caseKeys';
import { placeOf } from '../engine/waiting';
import type { CaseRow } from '../records/opening';
import type { Answers } from './chats';

/** 49 comments each; the newest articles of a large account have fewer pages that wait. */
const MAX_PAGES = 40;

type Event = NewRow<typeof caseEvents>;

interface Waiting {
	row: CaseRow;
	place: CommentPlace;
}

/** What a comment that was found again says about its case. */
function eventOf(
	{ row }: Waiting,
	comment: RawComment | undefined,
	now: number,
): Event | undefined {
	const { key: caseKey, openId, channel, openedBy } = row;
	const base = { caseKey, openId, channel };
	// A comment that is gone needs no answer.
	if (!comment) return { ...base, key: `gone:${openedBy}`, kind: 'cancelled', at: now };
	const { reply } = comment;
	if (!reply?.content) return undefined;
	const at = Math.min(reply.create_time * 1_000, now);
	return { ...base, key: `replied:${openedBy}`, kind: 'personReply', at };
}

/** Finds the comments of an article that wait; those that are not in the list are gone. */
async function lookAt(
	ctx: IExecuteFunctions,
	list: readonly Waiting[],
	now: number,
): Promise<Event[]> {
	const [first] = list;
	if (!first) return [];
	const missing = new Map(list.map((waiting) => [waiting.place.userCommentId, waiting]));
	const events: Array<Event | undefined> = [];
	let begin = 0;
	for (let page = 0; page < MAX_PAGES && missing.size > 0; page++) {
		const { comments, total } = await listComments(ctx, first.place, { begin });
		for (const comment of comments) {
			const id = String(comment.user_comment_id);
			const waiting = missing.get(id);
			if (waiting) events.push(eventOf(waiting, comment, now));
			missing.delete(id);
		}
		begin += comments.length;
		if (comments.length > 0 && begin < total) continue;
		for (const waiting of missing.values()) events.push(eventOf(waiting, undefined, now));
		break;
	}
	return events.filter((event) => event !== undefined);
}

/**
 * Replies to comments that wait. Called for those that staff would be warned of, so that it costs a call only
 * when it matters.
 */
export async function answersToComments(
	ctx: IExecuteFunctions,
	rows: readonly CaseRow[],
	now: number,
): Promise<Answers> {
	const waiting = rows.flatMap((row): Waiting[] => {
		const place = placeOf(row.data);
		return place ? [{ row, place }] : [];
	});
	const byArticle = groupBy(waiting, ({ place }) => `${place.msgDataId}:${place.index}`);
	const looks: Array<Attempt<Event[]>> = [];
	for (const list of Object.values(byArticle)) {
		looks.push(await attempt(async () => await lookAt(ctx, list, now)));
	}
	return {
		rows: looks.flatMap((look) => ('value' in look ? look.value : [])),
		problem: looks.map((look) => ('error' in look ? look.message : '')).find(Boolean) ?? '',
	};
}
