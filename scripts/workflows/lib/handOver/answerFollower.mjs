import { condition, ifAll, isTrue, wechatApi, wechatReply, wechatReplyAs } from '../nodes.mjs';
import { setting, settingCode } from '../settings.mjs';
import { notifyStaff, sentRow } from '../steps.mjs';
import { CASE, DEADLINE, OPEN_NOW } from './openCase.mjs';

const shanghai = (code) => `${code}.toDateTime().setZone('Asia/Shanghai')`;

/** For somebody who may be in danger; 12356 is the mental health line of the whole country. */
const COMFORT =
	'我们很担心您，已请同事尽快联系您。现在就想找人说说，可以拨打全国心理援助热线 12356；有危险请拨打 120 或 110。';

/** Tells the follower and the staff; see `handOver`. Returns the name of the first node. */
export function answerFollower(
	w,
	store,
	{ message, at, line, number, danger, reply: usual, why, isAnswered, canPassOn },
) {
	const openId = `${message}.wechat.openId`;
	const reply = `(${danger} ? '${COMFORT}' : ${usual})`;
	const due = `$('${DEADLINE}').first().json.dueAt`;
	const dueText = (format) => `(${due} ? ${shanghai(due)}.toFormat('${format}') : '')`;
	const answer = w.section(
		`## ${number}. 转人工：回复\n有人在就转给客服；下班时间告诉粉丝什么时候能得到答复。每次都提醒员工。`,
		{ line },
	);
	const answered = answer.put('Is the follower answered already?', ifAll(isTrue(isAnswered)), 0);
	const isOpen = answer.put(
		'Is somebody there?',
		ifAll(
			isTrue(
				`${shanghai(`$('${OPEN_NOW}').first().json.dueAt`)}.diff(${shanghai(`$('${CASE}').first().json.at`)}, 'minutes').minutes <= 1`,
			),
		),
		1,
	);
	const mode = answer.put(
		'Does customer service take over?',
		ifAll(condition(setting('handOverBy', "'transfer'"), 'equals', 'transfer'), isTrue(canPassOn)),
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
	w.link(answered, staff).link(answered, isOpen, { output: 1 });
	w.link(isOpen, mode).link(isOpen, promise, { output: 1 });
	w.link(mode, transfer).link(mode, says, { output: 1 });
	w.chain(transfer, told, recorded, staff).link(told, staff, { output: 1 });
	w.link(transfer, told, { output: 1 });
	for (const node of [says, promise]) w.link(node, isMessage);
	w.link(isMessage, recorded).link(isMessage, staff, { output: 1 });
	return answered;
}
