import {
	condition,
	filterBy,
	hasField,
	ifAll,
	isTrue,
	locator,
	setFields,
	switchBy,
	wechatApi,
} from '../lib/nodes.mjs';
import { before, TIME } from '../lib/service.mjs';
import { NOW, NOW_CODE } from '../lib/settings.mjs';
import { notifyStaff, sentRow } from '../lib/steps.mjs';
import { agreeing, excerpt, REQUEST } from './common.mjs';

const DECIDED = 'Is it ours to carry out?';

/** What the operations need that send. */
const sending = {
	reply: {
		...wechatApi('customerServiceMessage', 'sendText', {
			openId: '={{ $json.openId }}',
			text: '={{ $json.text }}',
		}),
		onError: 'continueErrorOutput',
	},
	broadcast: {
		...wechatApi('broadcast', 'send', {
			audience: 'tag',
			tag: locator('={{ $json.tag }}', 'name'),
			messageType: 'text',
			text: '={{ $json.text }}',
			additionalFields: { clientMsgId: '={{ $json.key }}' },
		}),
		onError: 'continueErrorOutput',
	},
};

const byKey = (code, status) => [
	['key', 'eq', `={{ ${code}.key }}`],
	...(status ? [['status', 'eq', status]] : []),
];

/** Claims the request for what was decided; of two decisions the first counts. */
export function decide(w, store, waited) {
	const s = w.section('## 3. 决定\n同意、驳回或过期；占到这一行的才往下走。', { line: 1 });
	const decision = s.put(
		'Decision',
		setFields({
			key: `={{ $('${REQUEST}').first().json.key }}`,
			status: `={{ $json.answered !== true ? 'expired' : $json.answerId === ${agreeing(`$('${REQUEST}').first().json`)} ? 'sending' : 'rejected' }}`,
			decidedBy: "={{ $json.answered === true ? $json.openId : '' }}",
		}),
		0,
	);
	const claimed = s.put(DECIDED, filterBy(hasField()), 2);
	w.chain(
		waited,
		decision,
		s.put(
			'Claim the request',
			store.update('wechat_approvals', byKey('$json', 'asked'), {
				status: '={{ $json.status }}',
				decidedBy: '={{ $json.decidedBy }}',
				decidedAt: NOW,
			}),
			1,
		),
		claimed,
	);
	return claimed;
}

export function send(w, store, claimed) {
	const s = w.section('## 4. 发送与通报\n同意的发出去并记录；结果通报到群里。', { line: 1 });
	const row = `$('${DECIDED}').first().json`;
	const what = s.put(
		'What is to be done?',
		switchBy(
			{
				Reply: [
					condition('={{ $json.status }}', 'equals', 'sending'),
					condition('={{ $json.kind }}', 'equals', 'reply'),
				],
				Broadcast: condition('={{ $json.status }}', 'equals', 'sending'),
			},
			{ fallback: 'Nothing' },
		),
		0,
	);
	const mark = (status, note = '') =>
		store.update('wechat_approvals', byKey(row), { status, note });
	const reply = s.put('Send the reply', sending.reply, 1, 0);
	const broadcast = s.put('Send the broadcast', sending.broadcast, 1, 1);
	const recorded = s.put(
		'Record the reply',
		store.put(
			'wechat_interactions',
			sentRow({
				key: `'approval:' + ${row}.key`,
				openId: `${row}.openId`,
				at: NOW_CODE,
				text: `${row}.text`,
			}),
		),
		2,
		0,
	);
	const sent = s.put('Mark as sent', mark('sent'), 3, 0);
	const failed = s.put('Mark as failed', mark('failed', '={{ $json.error }}'), 2, 1);
	const told = s.put(
		'Tell the outcome',
		notifyStaff(
			`({ sent: '【已发送】', failed: '【发送失败】', rejected: '【已驳回】', expired: '【已过期，未发送】' }[$json.status] ?? '') + ${excerpt(row)} + ($json.note ? '\\n原因：' + $json.note : '')`,
		),
		4,
		1,
	);
	w.chain(claimed, what, reply, recorded, sent, told);
	w.link(what, broadcast, { output: 1 }).link(what, told, { output: 2 });
	w.link(broadcast, sent).link(broadcast, failed, { output: 1 }).link(reply, failed, { output: 1 });
	w.link(failed, told);
}

/** What a stop of n8n has left half-done. */
export function stuck(w, store, from) {
	const s = w.section(
		'## 5. 卡住的\n停机留下的：群发按编号补发，微信不会发两次；单条回复请人核对；没人等的按过期处理。',
		{ line: 2 },
	);
	const left = 'Is one left?';
	const row = `$('${left}').item.json`;
	w.link(
		from.node,
		s.put(
			'Close what nobody waits for',
			store.update(
				'wechat_approvals',
				[
					['status', 'eq', 'asked'],
					['deadline', 'lt', '={{ $now.minus({ minutes: 10 }).toUTC().toISO() }}'],
				],
				{ status: 'expired', decidedAt: `={{ ${TIME} }}` },
			),
			0,
		),
		{ output: from.output },
	);
	const isBroadcast = s.put(
		'Is it a broadcast?',
		ifAll(condition('={{ $json.kind }}', 'equals', 'broadcast')),
		3,
	);
	w.chain(
		'Close what nobody waits for',
		s.put(
			'Left while it was being sent',
			store.get('wechat_approvals', [
				['status', 'eq', 'sending'],
				['decidedAt', 'lt', `={{ ${before({ minutes: 5 })} }}`],
			]),
			1,
		),
		s.put(left, filterBy(hasField()), 2),
		isBroadcast,
	);
	const finished = s.put(
		'Finish it',
		store.update('wechat_approvals', byKey(row, 'sending'), {
			status: `={{ ${row}.kind === 'broadcast' ? 'sent' : 'unclear' }}`,
			note: `={{ ${row}.kind === 'broadcast' ? '' : '发送途中中断，请核对' }}`,
		}),
		5,
	);
	w.chain(isBroadcast, s.put('Send it once more', sending.broadcast, 4, 0), finished);
	w.link(isBroadcast, finished, { output: 1 });
	w.chain(
		finished,
		s.put('Did it change?', filterBy(isTrue("['sent', 'unclear'].includes($json.status)")), 6),
		s.put(
			'Tell what became of it',
			notifyStaff(
				`($json.status === 'sent' ? '【中断后已补发】' : '【请核对是否已发送】发送途中 n8n 停机：') + ${excerpt('$json')}`,
			),
			7,
		),
	);
}
