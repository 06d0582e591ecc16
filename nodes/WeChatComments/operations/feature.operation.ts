import { articleKey } from '../../shared/article/articleRef';
import { shanghaiDay } from '../../shared/calendar/shanghaiDay';
import type { CommentRef } from '../../shared/comment/answer';
import { callForComment } from '../../shared/comment/comments';
import { isGone } from '../../shared/comment/gone';
import { onlyNow } from '../../shared/engagement/fields';
import {
	allAtOnce,
	type At,
	type Item,
	type Outcome,
	type Result,
} from '../../shared/engagement/recordOperation';
import { integer } from '../../shared/operations/fields';
import { attempt } from '../../shared/records/attempt';
import type { Records } from '../../shared/records/port';
import type { NewRow } from '../../shared/records/table';
import { comments } from '../../shared/records/tables/comments';
import { featureSlots } from '../../shared/records/tables/featureSlots';
import { WeChatApiError } from '../../shared/transport/errors';
import { callingAccount } from '../account';
import { keyOf, whichComment } from '../commentOfItem';
import { groupsByRecords } from '../groups';
import { Slots } from '../slots';

/** WeChat features no more comments of this article. */
const LIMIT_OF_WECHAT = 88003;

type Output = 'featured' | 'not';

const fields = {
	...whichComment,
	perDay: integer('Most a Day', [1, 100], {
		default: 5,
		description: 'How many comments of the account are featured in a day at most',
	}),
	perArticle: integer('Most per Article', [1, 100], {
		default: 10,
		description: 'How many comments of an article this node features at most',
	}),
	options: onlyNow,
};

/** An item that is ready to be featured. */
interface Ready {
	at: At;
	comment: CommentRef;
	key: string;
	perDay: number;
	perArticle: number;
}

async function readyOf({ at, values }: Item<typeof fields>): Promise<Ready> {
	await callingAccount(at);
	const { article, userCommentId, perDay, perArticle } = values;
	const comment = { article, userCommentId };
	return { at, comment, key: keyOf(comment), perDay, perArticle };
}

const WHY_NOT = {
	gone: '留言已被删除，没有精选',
	dayFull: '今天的精选名额已用完',
	articleFull: '这篇文章的精选名额已用完',
} as const;

const featured = ({ json }: At, wasFeatured: boolean): Array<Result<Output>> => [
	{ to: 'featured', json: { ...json, isElected: true, wasFeatured } },
];

const not = ({ json }: At, reason: keyof typeof WHY_NOT): Array<Result<Output>> => [
	{ to: 'not', json: { ...json, isElected: false, reason, summary: WHY_NOT[reason] } },
];

/** The places of a run, each read once. */
class Places {
	private readonly byScope = new Map<string, Slots>();

	constructor(private readonly records: Records) {}

	of(scope: string, count: number): Slots {
		const id = `${scope} ${count}`;
		const slots = this.byScope.get(id) ?? new Slots(this.records, scope, count);
		this.byScope.set(id, slots);
		return slots;
	}
}

/**
 * Features a comment that has a place of the day and of its article. The places are taken before the call and
 * keep their comment, so that a repeated run uses the same ones; what WeChat refuses gives them back.
 */
async function feature(
	{ at, comment, key, perDay, perArticle }: Ready,
	places: Places,
): Promise<Array<Result<Output>>> {
	if (at.json.isElected === true) return featured(at, true);
	const ofArticle = places.of(articleKey(comment.article), perArticle);
	const ofDay = places.of(shanghaiDay(at.now), perDay);
	if (!(await ofArticle.take(key, at.now))) return not(at, 'articleFull');
	if (!(await ofDay.take(key, at.now))) {
		await ofArticle.free(key);
		return not(at, 'dayFull');
	}
	const call = await attempt(async () => await callForComment(at.ctx, comment, 'markelect'));
	if ('value' in call) return featured(at, false);
	const { error } = call;
	const isFull = error instanceof WeChatApiError && error.errcode === LIMIT_OF_WECHAT;
	if (!isFull && !isGone(error)) return await Promise.reject(error);
	await ofDay.free(key);
	await ofArticle.free(key);
	return not(at, isFull ? 'articleFull' : 'gone');
}

const lengthOf = ({ at }: Ready): number => String(at.json.content ?? '').length;

export const featureComment = allAtOnce<typeof fields, Output>({
	option: {
		name: 'Feature',
		value: 'feature',
		action: 'Feature comment',
		description:
			'Put comments among the featured ones (精选), which all readers see: so many a day, the longest first',
	},
	outputs: { featured: 'Featured', not: 'Not Featured' },
	fields,
	tables: [featureSlots, comments],
	async executeAll(items): Promise<Array<Outcome<Output>>> {
		return await groupsByRecords(items, readyOf, async (ready, { records, ctx }) => {
			const places = new Places(records);
			const outcomes = new Map<Ready, Outcome<Output>>();
			const marks: Array<NewRow<typeof comments>> = [];
			for (const one of [...ready].sort((a, b) => lengthOf(b) - lengthOf(a))) {
				const done = await attempt(async () => await feature(one, places));
				outcomes.set(one, 'error' in done ? { error: done.error } : { results: done.value });
				if ('value' in done && done.value.some(({ to }) => to === 'featured')) {
					const { article, userCommentId } = one.comment;
					const { msgDataId, index: articleIndex } = article;
					marks.push({ key: one.key, msgDataId, articleIndex, userCommentId, isElected: true });
				}
				// The run ends with this error, so nothing more is done.
				if ('error' in done && !ctx.continueOnFail()) break;
			}
			await records.put(comments, marks);
			return ready.map((one) => outcomes.get(one));
		});
	},
});
