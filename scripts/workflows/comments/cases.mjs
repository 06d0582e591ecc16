import { filterBy, isTrue } from '../lib/nodes.mjs';
import { TIME, serviceEvent } from '../lib/service.mjs';

/** Columns that a new row takes over from the item as they are. */
const TAKEN_OVER = [
	'key',
	'msgDataId',
	'articleIndex',
	'userCommentId',
	'articleTitle',
	'articleUrl',
	'content',
	'commentedAt',
	'tier',
	'status',
	'isOpen',
	'reason',
	'answer',
	'replyKind',
	'notice',
	'election',
];

/** Text and link of a case, so that nobody has to look for them. */
const ABOUT = (code) => ({
	text: `${code}.content.slice(0, 200)`,
	link: `${code}.articleUrl`,
});

export function newCase(w, store, decided) {
	const s = w.section('## 7. 登记\n先开案（03 用它盯时限），再存留言；中断后重来一遍，结果相同。', {
		line: 4,
	});
	w.chain(
		decided,
		s.put('Is somebody to answer?', filterBy(isTrue('$json.isOpen')), 0),
		s.put(
			'Open the case',
			store.put(
				'wechat_service_events',
				serviceEvent({
					key: '$json.key',
					caseId: '$json.key',
					kind: 'userMessage',
					channel: 'comment',
					tier: '$json.tier',
					at: '$json.commentedAt',
					...ABOUT('$json'),
				}),
			),
			1,
		),
	);
	w.chain(
		decided,
		s.put(
			'Store comment',
			store.put('wechat_comments', {
				...Object.fromEntries(TAKEN_OVER.map((name) => [name, `={{ $json.${name} }}`])),
				sentiment: '={{ $json.insight.sentiment }}',
				confidence: '={{ $json.insight.confidence }}',
				intent: '={{ $json.insight.intent }}',
				urgency: '={{ $json.insight.urgency }}',
				dueAt: '={{ $json.dueAt }}',
				answerAfter: '={{ $json.answerAfter || null }}',
				noticeAfter: '={{ $json.noticeAfter || null }}',
			}),
			1,
			1,
		),
	);
}

/**
 * Writes that a comment was answered, and then that it is closed: in this order a stop in between loses
 * nothing.
 *
 * @param code JavaScript of the comment: `key`, `tier`, `commentedAt`
 */
export function closeCase(w, store, s, { code, kind, at, answeredBy, columns }) {
	const event = (suffix, name) =>
		serviceEvent({
			key: `${code}.key + ':${suffix}'`,
			caseId: `${code}.key`,
			kind: name,
			channel: 'comment',
			tier: `${code}.tier`,
			at,
		});
	const [reply, resolved, row] = columns;
	return w.chain(
		s.put(
			reply.name,
			store.put('wechat_service_events', event('reply', kind)),
			reply.column,
			reply.row,
		),
		s.put(
			resolved.name,
			store.put('wechat_service_events', event('resolved', 'resolved')),
			resolved.column,
			resolved.row,
		),
		s.put(
			row.name,
			store.update('wechat_comments', [['key', 'eq', `={{ ${code}.key }}`]], {
				status: 'answered',
				isOpen: false,
				answeredBy,
				answeredAt: `={{ ${at} }}`,
				replyMinutes: `={{ Math.round((Date.parse(${at}) - Date.parse(${code}.commentedAt)) / 6000) / 10 }}`,
				notice: '',
			}),
			row.column,
			row.row,
		),
	);
}

/**
 * Ends a case whose comment is no longer there.
 *
 * @param code JavaScript of the comment: `key`, `tier`
 */
export function cancelCase(w, store, s, { code, columns }) {
	const [cancel, row] = columns;
	return w.chain(
		s.put(
			cancel.name,
			store.put(
				'wechat_service_events',
				serviceEvent({
					key: `${code}.key + ':gone'`,
					caseId: `${code}.key`,
					kind: 'cancelled',
					channel: 'comment',
					tier: `${code}.tier`,
					at: TIME,
				}),
			),
			cancel.column,
			cancel.row,
		),
		s.put(
			row.name,
			store.update('wechat_comments', [['key', 'eq', `={{ ${code}.key }}`]], {
				status: 'gone',
				isOpen: false,
			}),
			row.column,
			row.row,
		),
	);
}

/** Places for nodes in a row. */
export const places = (names, from, row) =>
	names.map((name, position) => ({ name, column: from + position, row }));

export function recognition(w, store, isAnswered) {
	const s = w.section('## 8. 认出已有的回复\n不是我们写的，就是人在后台回的。', { line: 2 });
	const code = `$('${isAnswered}').item.json`;
	const isOurs = `${code}.answer && ${code}.reply.content === ${code}.answer`;
	closeCase(w, store, s, {
		code,
		kind: `={{ ${isOurs} ? 'autoReply' : 'personReply' }}`,
		at: `${code}.reply.createdAt`,
		answeredBy: `={{ ${isOurs} ? 'auto' : 'person' }}`,
		columns: places(['Note the reply found', 'Close the case found', 'Mark as replied'], 0, 1),
	});
	w.link(isAnswered, 'Note the reply found');
}
