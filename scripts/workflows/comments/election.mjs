import {
	filterBy,
	hasField,
	isTrue,
	locator,
	setFields,
	sortBy,
	wechatApi,
} from '../lib/nodes.mjs';
import { before, TIME } from '../lib/service.mjs';
import { settingCode } from '../lib/settings.mjs';
import { MOST_ROWS } from './common.mjs';

const ELECTED_TODAY = 'Elected today';
const LIMIT = 'Is it within the limit of the day?';
const SLOTS = 'wechat_election_slots';
const DAY = `DateTime.fromISO(${TIME}).setZone('Asia/Shanghai').toFormat('yyyy-MM-dd')`;

export function election(w, store, from) {
	const s = w.section('## 10. 精选\n把握大、够长的好评，每天自动精选几条，长的优先。', { line: 6 });
	const claimed = 'Is it ours to elect?';
	const elect = s.put(
		'Elect comment',
		{
			...wechatApi('comment', 'elect', {
				article: locator('={{ $json.msgDataId }}'),
				index: '={{ $json.articleIndex }}',
				userCommentId: '={{ $json.userCommentId }}',
			}),
			onError: 'continueErrorOutput',
		},
		9,
	);
	const mark = (status) =>
		store.update('wechat_comments', [['key', 'eq', `={{ $('${claimed}').item.json.key }}`]], {
			election: status,
		});
	w.chain(
		from,
		s.put(
			'Take back elections left',
			store.update(
				'wechat_comments',
				[
					['election', 'eq', 'electing'],
					['electedAt', 'lt', `={{ ${before({ minutes: 2 })} }}`],
				],
				{ election: 'candidate', electedAt: null },
			),
			0,
		),
		s.put(
			ELECTED_TODAY,
			store.get(SLOTS, [
				['day', 'eq', `={{ ${DAY} }}`],
				['commentKey', 'isNotEmpty'],
			]),
			1,
		),
		s.put(
			'Candidates',
			store.get('wechat_comments', [['election', 'eq', 'candidate']], { limit: MOST_ROWS }),
			2,
		),
		s.put('Is there a candidate?', filterBy(hasField()), 3),
		s.put(
			'Its length',
			setFields({ key: '={{ $json.key }}', length: ['number', '={{ $json.content.length }}'] }),
			4,
		),
		s.put('Longest first', sortBy('length', 'descending'), 5),
		s.put(
			LIMIT,
			filterBy(
				isTrue(
					`$itemIndex < Number(${settingCode('commentElectPerDay', "'5'")}) - $('${ELECTED_TODAY}').all().filter((row) => row.json.key).length`,
				),
			),
			6,
		),
		// Two runs at once see the same number of elected ones; each place of the day is there once.
		s.put(
			'Place of the day',
			store.put(SLOTS, {
				key: `={{ ${DAY} + '|' + ($('${ELECTED_TODAY}').all().filter((row) => row.json.key).length + $itemIndex + 1) }}`,
				day: `={{ ${DAY} }}`,
			}),
			6,
			1,
		),
		s.put(
			'Take the place',
			store.update(
				SLOTS,
				[
					['key', 'eq', '={{ $json.key }}'],
					['commentKey', 'isEmpty'],
				],
				{ commentKey: `={{ $('${LIMIT}').item.json.key }}` },
			),
			7,
			1,
		),
		s.put(
			'Claim the election',
			store.update(
				'wechat_comments',
				[
					['key', 'eq', "={{ $json.commentKey ?? '' }}"],
					['election', 'eq', 'candidate'],
				],
				{ election: 'electing', electedAt: `={{ ${TIME} }}` },
			),
			7,
		),
		s.put(claimed, filterBy(hasField()), 8),
		elect,
		s.put('Mark as elected', mark('elected'), 10),
	);
	w.link(
		elect,
		s.put(
			'Mark as refused',
			mark("={{ $json.details?.errcode === 88003 ? 'refused' : 'electing' }}"),
			10,
			1,
		),
		{ output: 1 },
	);
}
