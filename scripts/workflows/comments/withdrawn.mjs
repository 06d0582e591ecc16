import { filterBy, isTrue } from '../lib/nodes.mjs';
import { before } from '../lib/service.mjs';
import { cancelCase, places } from './cases.mjs';
import { WATCHED_DAYS } from './common.mjs';

/** A comment that another run has just stored may be missing in the list of this one. */
const YOUNGEST = { minutes: 10 };

/**
 * Lets comments go that wait for a person and are no longer there: their writers have deleted them.
 *
 * @param looked name of the node with the articles whose comments were read, `comments` of the one that read
 */
export function withdrawn(w, store, { looked, comments }) {
	const s = w.section(
		'## 12. 已经删除的\n等人回复的留言，列表里已经没有了：作者自己删了，不再计时。',
		{ line: 7 },
	);
	const isListed = `({ json }) => json.error || (json.msgDataId === $json.msgDataId && json.index === $json.articleIndex && json.userCommentId === $json.userCommentId)`;
	const isOfThese = `({ json }) => json.msgDataId === $json.msgDataId && json.articleIndex === $json.articleIndex`;
	const gone = 'Is it gone from the list?';
	w.chain(
		looked,
		s.put(
			'Comments that wait for a person',
			store.get('wechat_comments', [
				['isOpen', 'isTrue'],
				['status', 'eq', 'person'],
				['commentedAt', 'gt', `={{ ${before({ days: WATCHED_DAYS })} }}`],
				['commentedAt', 'lt', `={{ ${before(YOUNGEST)} }}`],
			]),
			0,
		),
		s.put(
			gone,
			filterBy(
				isTrue(
					`$json.key !== undefined && $('${looked}').all().some(${isOfThese}) && !$('${comments}').all().some(${isListed})`,
				),
			),
			1,
		),
	);
	cancelCase(w, store, s, {
		code: `$('${gone}').item.json`,
		columns: places(['Cancel the case of the deleted', 'Mark as deleted'], 2, 0),
	});
	w.link(gone, 'Cancel the case of the deleted');
}
