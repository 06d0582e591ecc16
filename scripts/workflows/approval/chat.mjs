import {
	hasField,
	isTrue,
	setFields,
	switchBy,
	wechatApi,
	wechatReply,
	wechatTrigger,
} from '../lib/nodes.mjs';
import { item } from '../lib/service.mjs';
import { COMMANDS, textTrigger } from '../lib/routing.mjs';
import { AGREE, offered } from './common.mjs';

const DECIDES = 'When a staff member decides';
const OPEN = 'Open questions';
const MEANT = 'Question that is meant';
const message = `$('${DECIDES}').first().json`;

/** The tapped answer names its request; a typed one can only mean the one request that is open. */
const FOUND = `((rows, tapped) => (tapped ? rows.find((row) => row.key === tapped) : rows.length === 1 ? rows[0] : undefined))($('${OPEN}').all().map((entry) => entry.json).filter((row) => row.key), String(${message}.bizmsgmenuid ?? '').split(':')[1])`;

export function chat(w, store) {
	const s = w.section(
		'## 6. 在对话里决定\n负责人点按钮，或直接回复“同意”“驳回”；叫醒等待中的流程，并回话。',
		{ line: 3 },
	);
	const meant = s.put(
		MEANT,
		item(
			`((row, count) => ({ key: row?.key ?? '', resumeUrl: row?.resumeUrl ?? '', count }))(${FOUND}, $('${OPEN}').all().filter((entry) => entry.json.key).length)`,
		),
		2,
		0,
		{ executeOnce: true },
	);
	const which = s.put(
		'Is it clear which?',
		switchBy(
			{
				Clear: hasField(),
				Several: isTrue("$json.count > 1 && !$('" + DECIDES + "').first().json.bizmsgmenuid"),
			},
			{ fallback: 'None' },
		),
		3,
	);
	const resumed = s.put(
		'Bring the decision',
		wechatApi('customerServiceMessage', 'resumeWithAnswer', {
			resumeUrl: '={{ $json.resumeUrl }}',
			openId: `={{ ${message}.wechat.openId }}`,
			answer: `={{ ${message}.Content.trim() }}`,
			answerId: `={{ ${message}.bizmsgmenuid ?? '' }}`,
			answers: `={{ ${offered('$json')} }}`,
		}),
		4,
	);
	const words = (code) => setFields({ text: code });
	const done = s.put(
		'Words for a decision',
		words(
			`={{ !$json.resumed ? '这一条已经处理过、已过期，或不是它的选项。' : $json.answer === '${AGREE}' ? '已同意，马上发送。' : '已驳回，不会发送。' }}`,
		),
		5,
		0,
	);
	const several = s.put(
		'Words for several',
		words(`={{ '有 ' + $json.count + ' 条待审批，请在对应的消息里点“同意”或“驳回”。' }}`),
		5,
		1,
	);
	const none = s.put('Words for none', words('现在没有等您决定的内容。'), 5, 2);
	const reply = s.put('Reply', wechatReply('={{ $json.text }}'), 6, 1);
	w.chain(
		s.put(DECIDES, wechatTrigger(textTrigger(COMMANDS.decision)), 0),
		s.put(
			OPEN,
			store.get('wechat_approvals', [
				['staffOpenId', 'eq', `={{ ${message}.wechat.openId }}`],
				['status', 'eq', 'asked'],
			]),
			1,
		),
		meant,
		which,
		resumed,
		done,
		reply,
	);
	w.link(which, several, { output: 1 }).link(which, none, { output: 2 });
	w.link(several, reply).link(none, reply);
}
