import { condition, ifAll, sla, wechatApi, wechatReply, wechatReplyAs } from './nodes.mjs';
import { item, serviceEvent, slaFields } from './service.mjs';
import { SETTINGS, sentAtCode, setting, settingCode } from './settings.mjs';
import { notifyStaff, sentRow } from './steps.mjs';

const CONTACT = 'Contact';
const POLICIES = 'Policies';
const CASE = 'Case';
const OPEN_NOW = 'Next minute of service';
const DEADLINE = 'Answer is due';

/** One minute of business time: due within a minute means that somebody is there now. */
const PROBE = [{ tier: 'other', firstResponse: 1, nextResponse: 0, resolution: 0 }];

const shanghai = (code) => `${code}.toDateTime().setZone('Asia/Shanghai')`;

/** JavaScript for the first of some tiers that has a target; `other` when none has. */
const tierOf = (candidates) =>
	`[${candidates.join(', ')}].find((tier) => tier && $('${POLICIES}').all().some(({ json }) => json.tier === tier)) ?? 'other'`;

/** For somebody who may be in danger; 12356 is the mental health line of the whole country. */
const COMFORT =
	'我们很担心您，已请同事尽快联系您。现在就想找人说说，可以拨打全国心理援助热线 12356；有危险请拨打 120 或 110。';

/** JavaScript that tells whether the words of a message are about self-harm. */
export const isInDanger = (insight) =>
	`${insight}.sensitiveWords.some(({ category }) => category === 'selfHarm')`;

/**
 * Hands a chat over to a person: opens a case with a deadline, passes the conversation on while somebody
 * is there or says by when an answer comes, and tells the staff. Used by the workflows that answer chats.
 *
 * @param trigger name of the trigger whose message it is
 * @param line of the canvas
 * @param isNegative JavaScript that tells whether the follower complains
 * @param isQuestion JavaScript that tells whether it is a question
 * @param danger JavaScript that tells whether the follower may be in danger
 * @param reply JavaScript for the words when somebody is there
 * @param why JavaScript for the reason, as staff read it
 * @param isAnswered JavaScript that tells whether the follower needs no further words
 * @param canPassOn JavaScript that tells whether the push can still be answered by passing it on
 * @param hasSettings whether the settings have been read before
 * @returns name of the first node
 */
export function handOver(
	w,
	store,
	{
		trigger,
		line,
		isNegative,
		isQuestion,
		danger,
		reply: usual,
		why,
		isAnswered = 'false',
		canPassOn = 'true',
		hasSettings = false,
	},
) {
	const reply = `(${danger} ? '${COMFORT}' : ${usual})`;
	const message = `$('${trigger}').first().json`;
	const openId = `${message}.wechat.openId`;
	const at = sentAtCode(trigger);

	const open = w.section(
		'## 转人工：登记\n先登记，再回复。期限按 wechat_sla_policies 和上班时间计算，由 03 号流程盯着。',
		{ line },
	);
	const settings = hasSettings ? undefined : open.put(SETTINGS, store.get('wechat_settings'), 0);
	const contact = open.put(
		CONTACT,
		store.get('wechat_contacts', [['key', 'eq', `={{ ${openId} }}`]], { limit: 1 }),
		1,
	);
	const policies = open.put(POLICIES, store.get('wechat_sla_policies'), 2);
	const opened = open.put(
		CASE,
		item(
			`({ key: ${message}.wechat.dedupeKey, openId: ${openId}, channel: 'chat', kind: 'userMessage', at: ${at}, text: ${message}.Content ?? '', tier: ${tierOf([`${isNegative} ? 'negative' : ''`, `$('${CONTACT}').first().json.tier`, `${isQuestion} ? 'question' : ''`])} })`,
		),
		3,
		0,
		{ executeOnce: true },
	);
	const stored = open.put(
		'Open the case',
		store.put(
			'wechat_service_events',
			serviceEvent({
				key: '$json.key',
				caseId: '$json.openId',
				openId: '$json.openId',
				channel: 'chat',
				tier: '$json.tier',
				kind: 'userMessage',
				at: '$json.at',
				text: '$json.text',
			}),
		),
		4,
	);
	const options = { windowRule: 'replies', now: `={{ $('${CASE}').first().json.at }}` };
	const start = { start: `={{ $('${CASE}').first().json.at }}`, channel: 'chat' };
	const openNow = open.put(
		OPEN_NOW,
		sla({
			operation: 'calculateDeadline',
			...start,
			tier: 'other',
			...slaFields(POLICIES),
			policies: JSON.stringify(PROBE),
			options,
		}),
		5,
	);
	const deadline = open.put(
		DEADLINE,
		sla({
			operation: 'calculateDeadline',
			...start,
			tier: `={{ $('${CASE}').first().json.tier }}`,
			...slaFields(POLICIES),
			options,
		}),
		6,
		0,
		// Without a target the follower is handed over all the same.
		{ onError: 'continueRegularOutput' },
	);
	if (settings) w.link(settings, contact);
	w.chain(contact, policies, opened, stored, openNow, deadline);

	const due = `$('${DEADLINE}').first().json.dueAt`;
	const dueText = (format) => `(${due} ? ${shanghai(due)}.toFormat('${format}') : '')`;
	const answer = w.section(
		'## 转人工：回复\n有人在就转给客服；下班时间告诉粉丝什么时候能得到答复。每次都提醒员工。',
		{ line: line + 1 },
	);
	const answered = answer.put(
		'Is the follower answered already?',
		ifAll(condition(`={{ ${isAnswered} }}`, 'true', undefined, 'boolean')),
		0,
	);
	const isOpen = answer.put(
		'Is somebody there?',
		ifAll(
			condition(
				`={{ ${shanghai(`$('${OPEN_NOW}').first().json.dueAt`)}.diff(${shanghai(`$('${CASE}').first().json.at`)}, 'minutes').minutes <= 1 }}`,
				'true',
				undefined,
				'boolean',
			),
		),
		1,
	);
	const mode = answer.put(
		'Does customer service take over?',
		ifAll(
			condition(setting('handOverBy', "'transfer'"), 'equals', 'transfer'),
			condition(`={{ ${canPassOn} }}`, 'true', undefined, 'boolean'),
		),
		2,
	);
	const transfer = answer.put(
		'Pass on to customer service',
		wechatReplyAs('transferCustomerService'),
		3,
		0,
		// Only the answer to the message can pass it on. After five seconds the follower is told all the same.
		{ onError: 'continueErrorOutput' },
	);
	const told = answer.put(
		'Tell the follower',
		wechatApi('customerServiceMessage', 'sendText', {
			openId: `={{ ${openId} }}`,
			text: `={{ ${reply} }}`,
		}),
		4,
		0,
		// An account that is not verified cannot; the conversation has been passed on all the same.
		{ onError: 'continueErrorOutput' },
	);
	const promised = `${settingCode('handOverAfterHours', "'客服现在不在线（上班时间 {hours}）。您的问题已经记下，{due} 前回复您。'")}.replaceAll('{hours}', ${settingCode('businessHours', "'09:00-21:00'")}).replaceAll('{due}', ${dueText('M月d日 HH:mm')} || '上班后')`;
	const late = { onError: 'continueRegularOutput' };
	const says = answer.put('Say that a person comes', wechatReply(`={{ ${reply} }}`), 3, 1, late);
	const promise = answer.put(
		'Promise an answer',
		wechatReply(`={{ ${danger} ? '${COMFORT}' : ${promised} }}`),
		2,
		1,
		late,
	);
	// After five seconds a reply is a message, which counts among those that WeChat allows.
	const isMessage = answer.put(
		'Was it sent as a message?',
		ifAll(condition('={{ $json.sentAs }}', 'equals', 'customerServiceMessage')),
		4,
		1,
	);
	const recorded = answer.put(
		'Record the message',
		store.put(
			'wechat_interactions',
			sentRow({
				key: `'handOver:' + ${message}.wechat.dedupeKey`,
				openId,
				at,
				text: `$('${promise}').isExecuted ? ${promised} : ${reply}`,
			}),
		),
		5,
	);
	const staff = answer.put(
		'Tell staff',
		notifyStaff(
			`'【转人工】' + $('${CASE}').first().json.text.slice(0, 200) + '\\n粉丝：' + ${openId} + '（' + $('${CASE}').first().json.tier + '）' + '\\n原因：' + (${why}) + (${due} ? '\\n请在 ' + ${dueText('MM-dd HH:mm')} + ' 前回复' : '')`,
		),
		6,
		1,
	);
	w.chain(deadline, answered).link(answered, staff).link(answered, isOpen, { output: 1 });
	w.link(isOpen, mode).link(isOpen, promise, { output: 1 });
	w.link(mode, transfer).link(mode, says, { output: 1 });
	w.chain(transfer, told, recorded, staff).link(told, staff, { output: 1 });
	w.link(transfer, told, { output: 1 });
	for (const node of [says, promise]) w.link(node, isMessage);
	w.link(isMessage, recorded).link(isMessage, staff, { output: 1 });
	return settings ?? contact;
}
