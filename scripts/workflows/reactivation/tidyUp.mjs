import { condition, filterBy, hasField, ifAny, isTrue, setFields } from '../lib/nodes.mjs';
import { NOW, NOW_CODE, ago } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { TRIGGERS, campaignOf } from './common.mjs';
import { recordOf, reminder } from './messages.mjs';

/** WeChat sends a template message with the same ID to the same person once in ten minutes. */
const REPEAT_FOR_MINUTES = 9;
/** A run that works takes less for one message. */
const PATIENCE_MINUTES = 3;
const GIVEN_UP_MINUTES = 10;

/** Code: minutes since a time (code), by the time (code) that counts as now; 0 where there is none. */
const minutesSince = (time, now) =>
	`((${now}.toDateTime().toMillis() - (${time} ?? ${now}).toDateTime().toMillis()) / 60000)`;

const age = minutesSince('$json.claimedAt', NOW_CODE);

/** What a break has left in `sending`: repeated where WeChat drops the second one, else given up and told. */
export function tidyUp(w, store, from) {
	const section = w.section(
		'## 2. 收拾中断\n上次断在发送中的：模板消息十分钟内可安全重发；其余不重发，查不到记录的告诉员工。',
		{ line: 0 },
	);
	const sending = section.put(
		'Left in sending',
		store.get('wechat_audience', [['status', 'eq', 'sending']]),
		0,
		1,
	);
	w.link(from, sending, { output: 1 });

	const repeat = section.put(
		'Reminders to repeat',
		filterBy(
			hasField(),
			condition('={{ $json.channel }}', 'equals', 'templateMessage'),
			isTrue(`${age} >= ${PATIENCE_MINUTES} && ${age} < ${REPEAT_FOR_MINUTES}`),
		),
		1,
		0,
	);
	const row = "$('Reminders to repeat').item.json";
	const again = section.put('Send reminder again', reminder('$json'), 2, 0);
	const recorded = section.put(
		'Record repeated reminder',
		store.put(
			'wechat_interactions',
			recordOf(row, campaignOf(`${row}.campaign`, 'serviceText'), 'noticeSent'),
		),
		3,
		0,
	);
	const marked = section.put(
		'Mark repeated reminder as sent',
		store.update('wechat_audience', [['key', 'eq', `={{ ${row}.key }}`]], {
			status: 'sent',
			sentAt: NOW,
			msgId: "={{ $('Send reminder again').item.json.msgId ?? '' }}",
		}),
		4,
		0,
	);
	w.chain(sending, repeat, again, recorded, marked);

	const old = section.put(
		'Broken off for good',
		filterBy(hasField(), isTrue(`${age} >= ${GIVEN_UP_MINUTES}`)),
		1,
		1,
	);
	const asRecord = section.put(
		'As a recorded message',
		setFields({ key: "={{ 'sent:campaign:' + $json.key }}" }),
		2,
		1,
	);
	const lost = section.put('Not recorded as sent', store.missing('wechat_interactions'), 3, 1);
	const isSending = (key) => [
		['key', 'eq', `={{ ${key} }}`],
		['status', 'eq', 'sending'],
	];
	const unknown = section.put(
		'Give up',
		store.update('wechat_audience', isSending("$json.key.replace('sent:campaign:', '')"), {
			status: 'unknown',
			result: 'n8n 在发送时中断，不知道是否送达；没有重发',
		}),
		4,
		1,
	);
	const tell = section.put(
		'Tell staff what is unknown',
		notifyStaff(
			"'【召回】有 ' + $('Give up').all().length + ' 条消息发送时中断，不知道是否送达，为免打扰没有重发。见 wechat_audience 表，status 为 unknown。'",
		),
		5,
		1,
		{ executeOnce: true },
	);
	const known = section.put(
		'Mark recorded ones as sent',
		store.update('wechat_audience', isSending('$json.key'), { status: 'sent', sentAt: NOW }),
		2,
		2,
	);
	w.chain(sending, old, asRecord, lost, unknown, tell).link(old, known);

	const waiting = section.put(
		'Left waiting',
		store.get(
			'wechat_audience',
			[
				['status', 'eq', 'pending'],
				['claimedAt', 'isEmpty'],
				['at', 'lt', ago('minutes', GIVEN_UP_MINUTES)],
				['at', 'gt', ago('hours', 6)],
			],
			{ limit: 1 },
		),
		1,
		3,
	);
	const go = section.put(
		'Is there work?',
		ifAny(isTrue(`!$('${TRIGGERS.sweep}').isExecuted`), hasField()),
		2,
		3,
	);
	w.chain(sending, waiting, go);
	return go;
}
