import { Canvas } from './lib/canvas.mjs';
import {
	aggregateAll,
	condition,
	dailyAt,
	everyMinutes,
	filterBy,
	setFields,
	sla,
	splitOut,
	switchBy,
	wechatApi,
} from './lib/nodes.mjs';
import { before, clock, CLOCK, messagesOf, slaFields, TIME } from './lib/service.mjs';
import { SETTINGS } from './lib/settings.mjs';
import { notifyStaff } from './lib/steps.mjs';

const MINUTE = 'Every minute';
const MORNING = 'Every morning at nine';
const POLICIES = 'Response times';
const FINDINGS = 'Known findings';
const CASES = 'Rows of cases';
const CHATS = 'Chats of two days';
const REPORT = 'Report on yesterday';

/** Cases that are older are over, one way or the other. */
const KEPT_DAYS = 8;

const present = condition('={{ $json.key }}', 'notEmpty');
const is = (code) => condition(`={{ ${code} }}`, 'true', undefined, 'boolean');

export default (store) => {
	const w = new Canvas({
		name: '03 Reply SLA',
		overview: `### How it works
盯住每一条要人回复的留言（来自 02）和私信（04 转人工时开案）：每分钟检查一次，用掉 75% 的时限就提醒客服，超时就在群里 @所有人，按时回复的不打扰。同一件事只说一次。

时限按上班时间和法定节假日（含调休）计算；私信还受微信 48 小时窗口和 5 条消息的限制，取更早的那个。

客服在客服工具里回了什么，从聊天记录接口读取；留言的人工回复由 02 认出。自动回复不算人工回复，自动答完的留言算办结。

每天 9:00 发日报：各级别的达标率、中位和 P90 时长、昨天超时的清单、留言的回复速度。

### Setup
1. 先运行 00，发布 01、02、04。
2. 在 wechat_sla_policies 修改各级别的分钟数，在 wechat_settings 修改上班时间。
3. 填写群机器人地址，选择凭证并发布。`,
		settings: { saveDataSuccessExecution: 'none' },
	});

	const s = w.section('## 1. 开始\n每分钟检查；早上 9 点多发一份日报。', { line: 0 });
	const settings = s.put(SETTINGS, store.get('wechat_settings'), 1);
	w.link(s.put(MINUTE, everyMinutes(1), 0, 0), settings);
	w.link(s.put(MORNING, dailyAt(9), 0, 1), settings);
	const from = s.put(CLOCK, { ...clock(), executeOnce: true }, 3);
	w.chain(settings, s.put(POLICIES, store.get('wechat_sla_policies'), 2), from);

	chatRecords(w, store, from);
	sweep(w, store, from);
	tell(w, store, from);
	report(w, store, from);
	return w;
};

/** JavaScript for where to begin reading: an hour before the last reply that is known, a day ago at most. */
const READ_FROM = `[${before({ hours: 24 })}, DateTime.fromJSDate(new Date($json.at ?? 0)).minus({ hours: 1 }).toUTC().toISO()].sort().at(-1)`;

function chatRecords(w, store, from) {
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
		s.put('Is there a chat?', filterBy(present), 1),
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
				condition('={{ $json.kfAccount }}', 'notEmpty'),
				is(`$('${CHATS}').all().map((row) => row.json.openId).includes($json.openId)`),
				// Thanks want no answer, so no clock starts for them.
				is(
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

const hoursAndNow = {
	...slaFields(POLICIES),
	storedRowsFrom: 'json',
	storedRows: `={{ $('${FINDINGS}').all() }}`,
	options: { now: `={{ ${TIME} }}` },
};
const since = (days) => [['at', 'gt', `={{ ${before({ days })} }}`]];

function sweep(w, store, from) {
	const s = w.section(
		'## 3. 检查时限\n用全部事件重算一遍：谁快到期、谁已超时、谁按时完成。新发现先存下来。',
		{ line: 2 },
	);
	const cases = s.put(CASES, store.get('wechat_service_events', since(KEPT_DAYS)), 1);
	const evaluation = s.put(
		'Check response times',
		{
			...sla({ operation: 'evaluate', ...hoursAndNow }),
			// One row that cannot be read does not hold the others back; the report tells of it.
			onError: 'continueRegularOutput',
		},
		2,
	);
	w.chain(
		from,
		s.put(FINDINGS, store.get('wechat_service_alerts', since(KEPT_DAYS + 1)), 0),
		cases,
		evaluation,
	);
	const stored = s.put('Store finding', store.upsert('wechat_service_alerts'), 3);
	w.link(evaluation, stored, { output: 4 });
}

const FIRST_ROW = `($('${CASES}').all().find((entry) => entry.json.caseId === row.caseId && entry.json.text)?.json ?? {})`;
const LINE = `((first) => row.message + (first.text ? '\\n「' + first.text.slice(0, 40) + '」' : '') + (first.link ? ' ' + first.link : ''))(${FIRST_ROW})`;

function tell(w, store, from) {
	const s = w.section('## 4. 提醒与升级\n先占位再发：快到期的提醒客服，超时的 @所有人。', {
		line: 3,
	});
	const claimed = s.put('Is it ours to tell?', filterBy(present), 3);
	const kind = s.put(
		'What is it?',
		switchBy({
			'At risk': condition('={{ $json.status }}', 'equals', 'atRisk'),
			Breached: condition('={{ $json.status }}', 'equals', 'breached'),
		}),
		4,
	);
	w.chain(
		from,
		s.put(
			'Findings to tell',
			store.get('wechat_service_alerts', [['notice', 'isEmpty']], { limit: 200 }),
			0,
		),
		s.put('Is there a finding?', filterBy(present), 1),
		s.put(
			'Claim the finding',
			store.update(
				'wechat_service_alerts',
				[
					['key', 'eq', '={{ $json.key }}'],
					['notice', 'isEmpty'],
				],
				{ notice: 'sent' },
			),
			2,
		),
		claimed,
		kind,
	);
	const message = (name, output, headline, options) => {
		const first = s.put(`${name} cases`, aggregateAll('rows'), 5, output);
		w.chain(
			first,
			s.put(`Messages about ${name.toLowerCase()} cases`, messagesOf(headline, LINE), 6, output),
			s.put(`Each message about ${name.toLowerCase()} cases`, splitOut('messages'), 7, output),
			s.put(
				`Tell the staff of ${name.toLowerCase()} cases`,
				notifyStaff('$json.messages', options),
				8,
				output,
			),
		);
		w.link(kind, first, { output });
	};
	message('At risk', 0, '【回复提醒】快到时限了：');
	message('Breached', 1, '【超时升级】请负责人立即安排：', { everybody: true });
}

const TODAY = `DateTime.fromISO($('${CLOCK}').first().json.dayStart)`;
const ROWS = '$json.rows.filter((row) => row.key)';
const WITHIN = (minutes) =>
	`Math.round(rows.filter((row) => row.replyMinutes <= ${minutes}).length / rows.length * 1000) / 10`;
const COMMENTS = `((rows) => rows.length === 0 ? '' : '【留言】昨天回复 ' + rows.length + ' 条，其中自动 ' + rows.filter((row) => row.answeredBy === 'auto').length + ' 条；中位 ' + rows.map((row) => row.replyMinutes).sort((a, b) => a - b)[Math.floor((rows.length - 1) / 2)] + ' 分钟，30 分钟内 ' + ${WITHIN(30)} + '%，2 小时内 ' + ${WITHIN(120)} + '%')(${ROWS})`;
const UNREADABLE = `((rows) => rows.length === 0 ? '' : '【注意】有 ' + rows.length + ' 行事件读不懂，没有计入，请检查 wechat_service_events：' + rows[0].json.error)($('${REPORT}').all(0).filter((row) => row.json.error))`;

function report(w, store, from) {
	const s = w.section('## 5. 日报\n昨天的达标率、时长和超时清单，加上留言的回复速度。', {
		line: 4,
	});
	const figures = s.put(
		REPORT,
		{
			...sla({ operation: 'report', period: 'yesterday', ...hoursAndNow }),
			onError: 'continueRegularOutput',
		},
		2,
	);
	w.chain(
		from,
		s.put('Is it nine?', filterBy(is(`$('${MORNING}').isExecuted`)), 0),
		s.put('Rows of the report', store.get('wechat_service_events', since(KEPT_DAYS)), 1),
		figures,
	);
	const comments = s.put(
		'Comments answered yesterday',
		store.get('wechat_comments', [
			['answeredAt', 'gte', `={{ ${TODAY}.minus({ days: 1 }).toUTC().toISO() }}`],
			['answeredAt', 'lt', `={{ ${TODAY}.toUTC().toISO() }}`],
		]),
		3,
	);
	w.link(figures, comments, { output: 2 }).chain(
		comments,
		s.put('Their figures', aggregateAll('rows'), 4),
		s.put(
			'Messages of the report',
			setFields({
				messages: [
					'array',
					`={{ [$('${REPORT}').all(2)[0].json.text.slice(0, 680), ${COMMENTS}, ${UNREADABLE}].filter((text) => text !== '') }}`,
				],
			}),
			5,
		),
		s.put('Each message of the report', splitOut('messages'), 6),
		s.put('Send the report', notifyStaff('$json.messages'), 7),
	);
}
