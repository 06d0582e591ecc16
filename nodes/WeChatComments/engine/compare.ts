import { SeenIds } from '../../shared/comment/seenIds';

/** A comment as it was listed. Times are epoch milliseconds. */
export interface Listed {
	id: string;
	openId: string;
	content: string;
	commentedAt: number;
	isElected: boolean;
	/** '' when nobody has answered. */
	reply: string;
	repliedAt: number | null;
}

/** What was listed of an article. */
export interface Listing {
	comments: readonly Listed[];
	/** Whether it holds every comment that there is, so that one that is missing has been deleted. */
	isWhole: boolean;
}

/** A comment that was found earlier and waits for an answer. */
export interface Waiting {
	key: string;
	id: string;
}

/** What has changed since an article was read last. */
export interface Changes {
	/** Never seen, oldest first. */
	fresh: Listed[];
	answered: Array<{ key: string; comment: Listed }>;
	/** Keys of those that are no longer there. */
	deleted: string[];
	/** The IDs that are known now. */
	seen: string;
}

/** By time; of two of the same second, the longer or greater ID is the later one. */
const byTime = (one: Listed, other: Listed): number =>
	one.commentedAt - other.commentedAt ||
	one.id.length - other.id.length ||
	(one.id < other.id ? -1 : 1);

/**
 * Compares what is listed with what is known, whatever order the list has.
 *
 * @param seen IDs as a text, see `SeenIds`
 * @param limits of fresh ones `most` are taken, the others are found again the next time; those from before
 *   `notBefore` are noted as known and not given
 */
export function compare(
	{ comments, isWhole }: Listing,
	seen: string,
	waiting: readonly Waiting[],
	{ most, notBefore }: { most: number; notBefore: number },
): Changes {
	const known = new SeenIds(seen);
	const byId = new Map(comments.map((comment) => [comment.id, comment]));
	const unseen = [...byId.values()].filter(({ id }) => !known.has(id));
	for (const { id, commentedAt } of unseen) if (commentedAt < notBefore) known.add(id);
	const fresh = unseen
		.filter(({ commentedAt }) => commentedAt >= notBefore)
		.sort(byTime)
		.slice(0, most);
	for (const { id } of fresh) known.add(id);
	const answered = waiting.flatMap(({ key, id }) => {
		const comment = byId.get(id);
		return comment && comment.reply !== '' ? [{ key, comment }] : [];
	});
	const gone = isWhole ? waiting.filter(({ id }) => !byId.has(id)) : [];
	return { fresh, answered, deleted: gone.map(({ key }) => key), seen: known.toString() };
}
