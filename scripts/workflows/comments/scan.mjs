import {
	condition,
	enrichBy,
	filterBy,
	hasField,
	ifAll,
	isTrue,
	limitTo,
	locator,
	mergeAppend,
	setFields,
	wechatApi,
} from '../lib/nodes.mjs';
import { before, CLOCK, TIME } from '../lib/service.mjs';
import { WATCHED_DAYS } from './common.mjs';

const AGE_HOURS = `DateTime.fromISO(${TIME}).diff(DateTime.fromJSDate(new Date($json.publishedAt)), 'hours').hours`;

/** New comments of one run, so that a flood of them keeps n8n from nothing else. */
const MOST_NEW = 50;

const LOOKED = 'Is it time to look?';
const ARTICLE = `$('${LOOKED}').all().find(({ json }) => json.msgDataId === $json.msgDataId && json.articleIndex === $json.index).json`;

/** What comments and rows have in common. */
const IDENTITY = { msgDataId: 'msgDataId', index: 'articleIndex', userCommentId: 'userCommentId' };

/**
 * Reads the comments of all watched articles and compares them with the rows. Most of them are known
 * and done with, so nothing is calculated for each of them before it is known to be new.
 */
export function scan(w, store, from) {
	const s = w.section(
		'## 4. 看留言\n新文章每分钟看，两天后每 5 分钟看。与已有的行比较：新留言往下走，有人回复过的去登记。',
		{ line: 2 },
	);
	const comments = s.put(
		'Get comments',
		{
			...wechatApi('comment', 'getMany', {
				article: locator('={{ $json.msgDataId }}'),
				index: '={{ $json.articleIndex }}',
				returnAll: true,
				order: 'asListed',
			}),
			// One article that cannot be read does not hold the others back.
			onError: 'continueRegularOutput',
		},
		2,
	);
	w.chain(
		from,
		s.put(
			'Articles to watch',
			store.get('wechat_articles', [['watchUntil', 'gt', `={{ ${TIME} }}`]]),
			0,
		),
		s.put(
			LOOKED,
			filterBy(
				hasField(),
				isTrue(`${AGE_HOURS} < 48 || $('${CLOCK}').first().json.minute % 5 === 0`),
			),
			1,
		),
		comments,
	);
	const compared = s.put('With what is known', enrichBy(IDENTITY, { keepsOwn: true }), 6);
	// Merge wants its fields in both inputs, also while no comment is known.
	const first = s.put(
		'First row of the known',
		{
			...setFields({
				msgDataId: '-',
				articleIndex: -1,
				userCommentId: '-',
			}),
			executeOnce: true,
		},
		3,
		1,
	);
	const known = s.put(
		'Known comments',
		store.get('wechat_comments', [
			['commentedAt', 'gt', `={{ ${before({ days: WATCHED_DAYS + 1 })} }}`],
		]),
		4,
		2,
	);
	const rows = s.put('All that is known', mergeAppend(2), 5, 1);
	w.link(comments, compared).chain(comments, first, rows).chain(first, known);
	w.link(known, rows, { input: 1 }).link(rows, compared, { input: 1 });

	const isNew = s.put('Is it new?', ifAll(condition('={{ $json.status }}', 'empty')), 7);
	const isAnswered = s.put(
		'Has somebody replied?',
		filterBy(isTrue('($json.isOpen ?? false) && $json.isReplied')),
		8,
		1,
	);
	const fresh = s.put(
		'New comment',
		setFields({
			key: "={{ $json.msgDataId + ':' + $json.index + ':' + $json.userCommentId }}",
			msgDataId: '={{ $json.msgDataId }}',
			articleIndex: ['number', '={{ $json.index }}'],
			userCommentId: '={{ $json.userCommentId }}',
			articleTitle: `={{ ${ARTICLE}.title ?? '' }}`,
			articleUrl: `={{ ${ARTICLE}.url ?? '' }}`,
			openId: "={{ $json.openId ?? '' }}",
			content: "={{ $json.content ?? '' }}",
			commentedAt: '={{ $json.createdAt }}',
			isElected: ['boolean', '={{ $json.isElected }}'],
			isReplied: ['boolean', '={{ $json.isReplied }}'],
		}),
		10,
	);
	w.chain(
		compared,
		isNew,
		s.put('So many in one minute', limitTo(MOST_NEW), 8),
		// Not the error of an article that could not be read.
		s.put('Is it a comment?', filterBy(hasField('userCommentId')), 9),
		fresh,
	);
	w.link(isNew, isAnswered, { output: 1 });
	return { isNew: fresh, isAnswered, looked: LOOKED, comments };
}
