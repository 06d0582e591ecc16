import {
	aggregateAll,
	condition,
	filterBy,
	hasField,
	sla,
	splitOut,
	switchBy,
} from '../lib/nodes.mjs';
import { messagesOf } from '../lib/service.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { CASES, FINDINGS, hoursAndNow, KEPT_DAYS, since } from './common.mjs';

export function sweep(w, store, from) {
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

export function tell(w, store, from) {
	const s = w.section('## 4. 提醒与升级\n先占位再发：快到期的提醒客服，超时的 @所有人。', {
		line: 3,
	});
	const claimed = s.put('Is it ours to tell?', filterBy(hasField()), 3);
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
		s.put('Is there a finding?', filterBy(hasField()), 1),
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
