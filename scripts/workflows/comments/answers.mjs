import { filterBy, hasField, isTrue, locator, wechatApi } from '../lib/nodes.mjs';
import { before, TIME } from '../lib/service.mjs';
import { cancelCase, closeCase, places } from './cases.mjs';
import { MOST_ROWS } from './common.mjs';

const LEFT = [['claimedAt', 'lt', `={{ ${before({ minutes: 2 })} }}`]];

export function answers(w, store, from) {
	const s = w.section(
		'## 9. 回复\n先占位再回复，占不到就是别人在做。停机留下的两分钟后取回；微信只收一条回复，所以不会重复。',
		{ line: 5 },
	);
	const claimed = 'Is it ours to answer?';
	const send = s.put(
		'Reply to comment',
		{
			...wechatApi('comment', 'reply', {
				article: locator('={{ $json.msgDataId }}'),
				index: '={{ $json.articleIndex }}',
				userCommentId: '={{ $json.userCommentId }}',
				content: '={{ $json.answer }}',
			}),
			onError: 'continueErrorOutput',
		},
		5,
	);
	w.chain(
		from,
		s.put(
			'Take back what was left',
			store.update('wechat_comments', [['status', 'eq', 'answering'], ...LEFT], {
				status: 'pending',
			}),
			0,
		),
		s.put(
			'Answers that are due',
			store.get(
				'wechat_comments',
				[
					['status', 'eq', 'pending'],
					['answerAfter', 'lte', `={{ ${TIME} }}`],
				],
				{ limit: MOST_ROWS, orderBy: ['commentedAt', 'ASC'] },
			),
			1,
		),
		s.put('Is there an answer?', filterBy(hasField()), 2),
		s.put(
			'Claim the answer',
			store.update(
				'wechat_comments',
				[
					['key', 'eq', '={{ $json.key }}'],
					['status', 'eq', 'pending'],
				],
				{ status: 'answering', claimedAt: `={{ ${TIME} }}` },
			),
			3,
		),
		s.put(claimed, filterBy(hasField()), 4),
		send,
	);
	const code = `$('${claimed}').item.json`;
	closeCase(w, store, s, {
		code,
		kind: 'autoReply',
		at: TIME,
		answeredBy: 'auto',
		columns: places(['Note the answer', 'Close the case', 'Mark as answered'], 6, 0),
	});
	w.link(send, 'Note the answer');
	// What else went wrong is tried again in two minutes; a reply that is there already is recognized.
	w.link(
		send,
		s.put(
			'Has the comment gone?',
			filterBy(isTrue('[88004, 88008].includes($json.details?.errcode)')),
			6,
			1,
		),
		{ output: 1 },
	);
	cancelCase(w, store, s, { code, columns: places(['Cancel the case', 'Mark as gone'], 7, 1) });
	w.link('Has the comment gone?', 'Cancel the case');
}
