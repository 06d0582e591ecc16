import { filterBy, hasField, mergeAppend, setFieldsKeeping, wechatApi } from '../lib/nodes.mjs';
import { TABLES } from '../tables.mjs';
import { DAYS, dayAgo } from './days.mjs';

/** Statistics by the column that only they have. */
const FIGURES = {
	followers: ['Gains and losses', 'getFollowers', 'getusersummary'],
	total: ['Follower total', 'getFollowers', 'getusercumulate'],
	account: ['Reads and shares', 'getArticles', 'getbizsummary'],
	articles: ['Articles in detail', 'getArticles', 'getarticletotaldetail'],
	messages: ['Messages', 'getMessages', 'getupstreammsg'],
};

/** Stores what WeChat has counted. */
export function statistics(w, store, start) {
	const section = w.section(
		'## 2. 微信的统计\n读最近三天的粉丝、图文、消息统计，存表。还没出数就跳过，第二天补上。',
		{ line: 1 },
	);
	const merged = section.put('All statistics', mergeAppend(Object.keys(FIGURES).length), 1, 2);
	Object.values(FIGURES).forEach(([name, operation, figures], position) => {
		const node = section.put(
			name,
			wechatApi('statistics', operation, {
				figures,
				from: dayAgo(DAYS),
				to: dayAgo(1),
			}),
			0,
			position,
			// Not ready yet, or not for this account: the other figures count all the same. The merge waits for
			// all of them, so that they are stored before the calculation reads them.
			{ executeOnce: true, alwaysOutputData: true, onError: 'continueRegularOutput' },
		);
		w.link(start, node);
		w.link(node, merged, { input: position });
	});
	const counted = section.put('What WeChat counted', filterBy(hasField('ref_date')), 2, 2);
	const { key, figures, ...columns } = TABLES.wechat_statistics.columns;
	const kind =
		"('stat_date' in $json ? 'articles' : 'new_user' in $json ? 'followers' : 'cumulate_user' in $json ? 'total' : 'msg_count' in $json ? 'messages' : 'account')";
	const rows = section.put(
		'Rows of statistics',
		setFieldsKeeping(
			{
				key: `={{ [${kind}, $json.ref_date, $json.user_source, $json.msg_type, $json.msgid, $json.stat_date].map((part) => part ?? '').join('|') }}`,
				figures: `={{ ${kind} }}`,
			},
			Object.keys(columns),
		),
		3,
		2,
	);
	const stored = section.put('Store statistics', store.upsert('wechat_statistics'), 4, 2);
	w.chain(merged, counted, rows, stored);
}
