import {
	enrichBy,
	condition,
	filterBy,
	ifAll,
	locator,
	setFields,
	wechatApi,
} from '../lib/nodes.mjs';
import { before, CLOCK, TIME } from '../lib/service.mjs';
import { WATCHED_DAYS, present, is } from './common.mjs';

const AGE_HOURS = `DateTime.fromISO(${TIME}).diff(DateTime.fromJSDate(new Date($json.publishedAt)), 'hours').hours`;

export function scan(w, store, from) {
	const s = w.section(
		'## 4. 看留言\n新文章每分钟看，两天后每 5 分钟看。与已有的行比较：新留言往下走，有人回复过的去登记。',
		{ line: 2 },
	);
	const looked = 'Is it time to look?';
	const comments = s.put(
		'Comment',
		setFields({
			key: "={{ $json.msgDataId + ':' + $json.index + ':' + $json.userCommentId }}",
			msgDataId: '={{ $json.msgDataId }}',
			articleIndex: ['number', '={{ $json.index }}'],
			userCommentId: '={{ $json.userCommentId }}',
			articleTitle: `={{ $('${looked}').item.json.title ?? '' }}`,
			articleUrl: `={{ $('${looked}').item.json.url ?? '' }}`,
			openId: "={{ $json.openId ?? '' }}",
			content: "={{ $json.content ?? '' }}",
			commentedAt: '={{ $json.createdAt }}',
			isElected: ['boolean', '={{ $json.isElected }}'],
			isReplied: ['boolean', '={{ $json.isReplied }}'],
			givenReply: "={{ $json.reply?.content ?? '' }}",
			repliedAt: "={{ $json.reply?.createdAt ?? '' }}",
		}),
		4,
	);
	w.chain(
		from,
		s.put(
			'Articles to watch',
			store.get('wechat_articles', [['watchUntil', 'gt', `={{ ${TIME} }}`]]),
			0,
		),
		s.put(
			looked,
			filterBy(present(), is(`${AGE_HOURS} < 48 || $('${CLOCK}').first().json.minute % 5 === 0`)),
			1,
		),
		s.put(
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
		),
		s.put('Is it a comment?', filterBy(present('userCommentId')), 3),
		comments,
	);
	const known = s.put(
		'Known comments',
		store.get('wechat_comments', [
			['commentedAt', 'gt', `={{ ${before({ days: WATCHED_DAYS + 1 })} }}`],
		]),
		5,
		1,
	);
	const state = s.put(
		'Their state',
		setFields({
			key: "={{ $json.key ?? '' }}",
			status: "={{ $json.status ?? '' }}",
			isOpen: ['boolean', '={{ $json.isOpen ?? false }}'],
			tier: "={{ $json.tier ?? '' }}",
			reply: "={{ $json.reply ?? '' }}",
		}),
		6,
		1,
	);
	const compared = s.put('With what is known', enrichBy('key', { keepsOwn: true }), 7);
	w.link(comments, compared).chain(comments, known, state).link(state, compared, { input: 1 });
	const isNew = s.put('Is it new?', ifAll(condition('={{ $json.status }}', 'empty')), 8);
	const isAnswered = s.put(
		'Has somebody replied?',
		filterBy(is('$json.isOpen'), is('$json.isReplied')),
		9,
		1,
	);
	w.chain(compared, isNew).link(isNew, isAnswered, { output: 1 });
	return { isNew, isAnswered };
}
