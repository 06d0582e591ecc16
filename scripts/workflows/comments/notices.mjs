import {
	aggregateAll,
	condition,
	filterBy,
	hasField,
	hasRun,
	ifAll,
	splitOut,
} from '../lib/nodes.mjs';
import { messagesOf, moment, TIME } from '../lib/service.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { BATCH, MOST_ROWS } from './common.mjs';

const LINE = `'【截止 ' + ${moment('row.dueAt')} + '】' + ({ negative: '负面', vip: 'VIP', question: '咨询' }[row.tier] ?? '其他') + '「' + row.content.slice(0, 40) + '」' + (row.articleTitle ? '《' + row.articleTitle.slice(0, 12) + '》' : '') + row.articleUrl`;

export function notices(w, store, from) {
	const s = w.section(
		'## 11. 通知客服\n每条留言只通知一次，负面单独一条消息。万一没发出去，03 会在到期前提醒。',
		{ line: 7 },
	);
	const claimed = 'Is it ours to tell?';
	const isNegative = s.put(
		'Is it negative?',
		ifAll(condition('={{ $json.tier }}', 'equals', 'negative')),
		5,
	);
	w.chain(
		from,
		s.put(
			'Notices that are due',
			store.get(
				'wechat_comments',
				[
					['notice', 'eq', 'due'],
					['noticeAfter', 'lte', `={{ ${TIME} }}`],
				],
				{ limit: MOST_ROWS, orderBy: ['dueAt', 'ASC'] },
			),
			0,
		),
		s.put('Is there a notice?', filterBy(hasField()), 1),
		s.put(
			'Claim the notice',
			store.update(
				'wechat_comments',
				[
					['key', 'eq', '={{ $json.key }}'],
					['notice', 'eq', 'due'],
				],
				{ notice: 'sent' },
			),
			2,
		),
		s.put(claimed, filterBy(hasField()), 3),
		isNegative,
	);
	const tell = (name, headline, row, first) => {
		w.chain(
			s.put(`${name} comments`, aggregateAll('rows'), first, row),
			s.put(
				`Messages about ${name.toLowerCase()} comments`,
				messagesOf(headline, LINE),
				first + 1,
				row,
			),
			s.put(
				`Each message about ${name.toLowerCase()} comments`,
				splitOut('messages'),
				first + 2,
				row,
			),
			s.put(
				`Tell the staff of ${name.toLowerCase()} comments`,
				notifyStaff('$json.messages'),
				first + 3,
				row,
			),
		);
		return `${name} comments`;
	};
	w.link(
		isNegative,
		tell('Negative', '【负面留言】请尽快在公众号后台“互动管理-留言”人工回复：', 0, 6),
	);
	w.link(
		isNegative,
		tell('Other', '【待人工回复的留言】请在公众号后台“互动管理-留言”回复：', 1, 6),
		{ output: 1 },
	);
	w.chain(
		from,
		s.put('Is it half past nine?', filterBy(hasRun(BATCH)), 0, 2),
		s.put(
			'Comments that are open',
			store.get(
				'wechat_comments',
				[
					['status', 'eq', 'person'],
					['isOpen', 'isTrue'],
				],
				{ orderBy: ['dueAt', 'ASC'] },
			),
			1,
			2,
		),
		s.put('Is one open?', filterBy(hasField()), 2, 2),
		tell('Open', '【早间清单】还没有回复的留言：', 2, 6),
	);
}
