import type { IExecuteFunctions } from 'n8n-workflow';
import type { ArticleRef } from '../shared/article/articleRef';
import { isSound, listComments, type RawComment } from '../shared/comment/comments';
import type { Listed, Listing } from './engine/compare';

/** A listing, and what it took. */
export interface Reading extends Listing {
	/** Comments that WeChat says there are. */
	total: number;
	calls: number;
	/** Why it ended early. */
	error?: unknown;
}

function toListed(raw: RawComment): Listed {
	const { reply } = raw;
	return {
		id: String(raw.user_comment_id),
		openId: raw.openid ?? '',
		content: raw.content ?? '',
		commentedAt: raw.create_time * 1_000,
		isElected: raw.comment_type === 1,
		reply: reply?.content ?? '',
		repliedAt: reply?.content ? reply.create_time * 1_000 : null,
	};
}

/**
 * Reads the comments of an article, page by page. Never throws: what was read until a page failed is compared as
 * well, and the next run reads the rest.
 *
 * @param mayStop told the first page: whether the others need not be read
 * @param mostCalls pages that may be asked for
 */
export async function readComments(
	ctx: IExecuteFunctions,
	article: ArticleRef,
	mayStop: (comments: readonly Listed[], total: number) => boolean,
	mostCalls: number,
): Promise<Reading> {
	const byId = new Map<string, Listed>();
	const totals = new Set<number>();
	let [begin, calls, isShort] = [0, 0, false];
	const result = (rest: Partial<Reading> = {}): Reading => ({
		comments: [...byId.values()],
		isWhole: false,
		total: [...totals].at(-1) ?? 0,
		calls,
		...rest,
	});
	try {
		while (calls < mostCalls) {
			calls += 1;
			const page = await listComments(ctx, article, { begin });
			totals.add(page.total);
			isShort ||= page.isShort || !page.comments.every(isSound);
			for (const raw of page.comments.filter(isSound)) {
				byId.set(String(raw.user_comment_id), toListed(raw));
			}
			begin += page.comments.length;
			if (page.comments.length === 0 || begin >= page.total) {
				// Pages shift while somebody writes or deletes; then one may have been passed over.
				const isWhole = !isShort && totals.size === 1 && byId.size >= page.total;
				return result({ isWhole });
			}
			if (calls === 1 && mayStop([...byId.values()], page.total)) return result();
		}
		return result();
	} catch (error) {
		return result({ error });
	}
}
