import {
	condition,
	filterBy,
	setFields,
	splitOut,
	switchBy,
	wechatReply,
	wechatTrigger,
} from '../lib/nodes.mjs';
import { COMMANDS, textTrigger } from '../lib/routing.mjs';
import { sentAt } from '../lib/settings.mjs';

const ANSWERED = 'When a follower answers a consent request';
const OPTED_OUT = 'When a follower opts out';

/** What WeChat and the followers tell about consents, deliveries and opting out. */
export function wishes(w, store) {
	const section = w.section(
		'## 11. 记同意\n用户同意或收回订阅通知、通知和模板消息是否送达，都由微信告知。',
		{ line: 6 },
	);
	const kinds = {
		Answered: 'event.subscribe_msg_popup_event',
		Changed: 'event.subscribe_msg_change_event',
		'Notice delivered': 'event.subscribe_msg_sent_event',
		'Template message delivered': 'event.TEMPLATESENDJOBFINISH',
	};
	const trigger = section.put(
		ANSWERED,
		wechatTrigger({ triggerOn: Object.values(kinds), respond: 'immediately', options: {} }),
		0,
		1,
	);
	const event = `$('${ANSWERED}').first().json`;
	const kind = section.put(
		'What is it about?',
		switchBy(
			Object.fromEntries(
				Object.entries(kinds).map(([name, value]) => [
					name,
					condition('={{ $json.wechat.kind }}', 'equals', value),
				]),
			),
		),
		1,
		1,
	);
	// Wherever WeChat has put them: XML and JSON differ in that.
	const list = (name, row) => section.put(name, splitOut('wechat.notices'), 2, row);
	const answers = list('Each answer', 0);
	const agreed = section.put(
		'Agreed',
		filterBy(condition('={{ $json.SubscribeStatusString }}', 'equals', 'accept')),
		3,
		0,
	);
	const row = section.put(
		'Consent',
		setFields({
			key: `={{ ${event}.wechat.dedupeKey + ':' + $json.TemplateId }}`,
			openId: `={{ ${event}.wechat.openId }}`,
			templateId: '={{ $json.TemplateId }}',
			status: 'open',
			at: sentAt(ANSWERED),
		}),
		4,
		0,
	);
	const fresh = section.put('New consent', store.missing('wechat_consents'), 5, 0);
	const kept = section.put('Keep consent', store.insert('wechat_consents'), 6, 0);
	w.chain(trigger, kind, answers, agreed, row, fresh, kept);

	const changes = list('Each change', 1);
	const rejected = section.put(
		'Taken back',
		filterBy(condition('={{ $json.SubscribeStatusString }}', 'equals', 'reject')),
		3,
		1,
	);
	const consentsOf = (status) => [
		['openId', 'eq', `={{ ${event}.wechat.openId }}`],
		['templateId', 'eq', '={{ $json.TemplateId }}'],
		['status', 'eq', status],
	];
	const revoked = section.put(
		'Revoke consents',
		store.update('wechat_consents', consentsOf('open'), { status: 'revoked' }),
		4,
		1,
	);
	w.link(kind, changes, { output: 1 }).chain(changes, rejected, revoked);

	const deliveries = list('Each delivery', 2);
	const result = section.put(
		'Result of the notice',
		store.update('wechat_consents', [...consentsOf('used'), ['result', 'isEmpty']], {
			result: "={{ $json.ErrorStatus ?? '' }}",
		}),
		3,
		2,
	);
	const ofPerson = section.put(
		'Result beside the person',
		store.update('wechat_audience', [['key', 'eq', "={{ $json.usedFor ?? '' }}"]], {
			result: "={{ $json.result ?? '' }}",
		}),
		4,
		2,
	);
	// The news may come before the message ID is written down: then the row is still being sent. A row that
	// is marked in between has its message ID by the second step.
	const resultOf = (conditions) =>
		store.update(
			'wechat_audience',
			[['openId', 'eq', `={{ ${event}.wechat.openId }}`], ...conditions],
			{ result: `={{ ${event}.Status ?? '' }}` },
		);
	const ofSending = section.put(
		'Result while it is being sent',
		resultOf([
			['channel', 'eq', 'templateMessage'],
			['status', 'eq', 'sending'],
			['result', 'isEmpty'],
		]),
		2,
		3,
	);
	const ofTemplate = section.put(
		'Result of the template message',
		resultOf([['msgId', 'eq', `={{ ${event}.MsgID }}`]]),
		3,
		3,
		{ executeOnce: true },
	);
	w.link(kind, deliveries, { output: 2 }).chain(deliveries, result, ofPerson);
	w.link(kind, ofSending, { output: 3 }).chain(ofSending, ofTemplate);

	const stop = w.section('## 12. 退订\n回“退订”或 TD 不再收到，回“恢复订阅”再收到。', {
		line: 6,
	});
	const out = stop.put(OPTED_OUT, wechatTrigger(textTrigger(COMMANDS.optOut)), 0, 1);
	const wish = stop.put(
		'Record wish',
		store.put('wechat_consents', {
			key: "={{ 'wish:' + $json.wechat.openId }}",
			openId: '={{ $json.wechat.openId }}',
			templateId: '',
			status: "={{ $json.Content.includes('恢复') ? 'optIn' : 'optOut' }}",
			at: sentAt(OPTED_OUT),
		}),
		1,
		1,
	);
	const confirm = stop.put(
		'Confirm wish',
		wechatReply(
			`={{ $('${OPTED_OUT}').first().json.Content.includes('恢复') ? '好的，之后有活动会告诉您。' : '已为您退订活动消息，不再打扰。\\n想再收到，回复“恢复订阅”。' }}`,
		),
		2,
		1,
	);
	w.chain(out, wish, confirm);
}
