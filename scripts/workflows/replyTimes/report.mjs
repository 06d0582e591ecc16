import { aggregateAll, filterBy, isTrue, setFields, sla, splitOut } from '../lib/nodes.mjs';
import { CLOCK } from '../lib/service.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { hoursAndNow, KEPT_DAYS, MORNING, since } from './common.mjs';

const REPORT = 'Report on yesterday';

const TODAY = `DateTime.fromISO($('${CLOCK}').first().json.dayStart)`;
const ROWS = '$json.rows.filter((row) => row.key)';
const WITHIN = (minutes) =>
	`Math.round(rows.filter((row) => row.replyMinutes <= ${minutes}).length / rows.length * 1000) / 10`;
const COMMENTS = `((rows) => rows.length === 0 ? '' : '【留言】昨天回复 ' + rows.length + ' 条，其中自动 ' + rows.filter((row) => row.answeredBy === 'auto').length + ' 条；中位 ' + rows.map((row) => row.replyMinutes).sort((a, b) => a - b)[Math.floor((rows.length - 1) / 2)] + ' 分钟，30 分钟内 ' + ${WITHIN(30)} + '%，2 小时内 ' + ${WITHIN(120)} + '%')(${ROWS})`;
const UNREADABLE = `((rows) => rows.length === 0 ? '' : '【注意】有 ' + rows.length + ' 行事件读不懂，没有计入，请检查 wechat_service_events：' + rows[0].json.error)($('${REPORT}').all(0).filter((row) => row.json.error))`;

export function report(w, store, from) {
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
		s.put('Is it nine?', filterBy(isTrue(`$('${MORNING}').isExecuted`)), 0),
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
