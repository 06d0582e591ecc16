import { filterBy, hasField, isTrue, setFields, wechatApi } from '../lib/nodes.mjs';
import { before, TIME } from '../lib/service.mjs';

const CHATS = 'Chats of two days';

/** JavaScript for where to begin reading: an hour before the last reply that is known, a day ago at most. */
const READ_FROM = `[${before({ hours: 24 })}, DateTime.fromJSDate(new Date($json.at ?? 0)).minus({ hours: 1 }).toUTC().toISO()].sort().at(-1)`;

export function chatRecords(w, store, from) {
	const s = w.section(
		'## 2. 客服的私信回复\n有转人工的会话时，从聊天记录读取客服和粉丝说了什么；一句话一行，重复读取不会重复记。',
		{ line: 1 },
	);
	w.chain(
		from,
		s.put(
			CHATS,
			store.get('wechat_service_events', [
				['channel', 'eq', 'chat'],
				['kind', 'eq', 'userMessage'],
				['at', 'gt', `={{ ${before({ hours: 49 })} }}`],
			]),
			0,
		),
		s.put('Is there a chat?', filterBy(hasField()), 1),
		s.put(
			'Last reply of a person',
			store.get(
				'wechat_service_events',
				[
					['channel', 'eq', 'chat'],
					['kind', 'eq', 'personReply'],
				],
				{ limit: 1, orderBy: ['at', 'DESC'] },
			),
			2,
		),
		s.put(
			'Get chat records',
			{
				...wechatApi('customerService', 'getChatRecords', {
					from: `={{ ${READ_FROM} }}`,
					to: `={{ ${TIME} }}`,
					returnAll: true,
				}),
				// Without customer service (微信客服) there are no records; comments go on.
				onError: 'continueRegularOutput',
			},
			3,
		),
		s.put(
			'Does it belong to a chat?',
			filterBy(
				hasField('kfAccount'),
				isTrue(`$('${CHATS}').all().map((row) => row.json.openId).includes($json.openId)`),
				// Thanks want no answer, so no clock starts for them.
				isTrue(
					"$json.direction === 'sent' || !/^(谢谢|多谢|感谢|好的?|收到|知道了|嗯+|哦+|ok|OK)[了啦呀啊哈您你～~。！!，, ]*$/.test($json.text ?? '')",
				),
			),
			4,
		),
		s.put(
			'Row of the chat',
			setFields({
				key: "={{ ['kf', $json.openId, Date.parse($json.at), $json.direction].join(':') }}",
				caseId: '={{ $json.openId }}',
				openId: '={{ $json.openId }}',
				channel: 'chat',
				// The tier of the case stays as it is.
				tier: '',
				kind: "={{ $json.direction === 'sent' ? 'personReply' : 'userMessage' }}",
				at: '={{ $json.at }}',
				sentAs: '',
				text: "={{ String($json.text ?? '').slice(0, 200) }}",
				link: '',
			}),
			5,
		),
		s.put('Store what was said', store.upsert('wechat_service_events'), 6),
	);
}
