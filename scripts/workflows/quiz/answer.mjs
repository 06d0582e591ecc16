import { condition, hasRun, ifAll, setFields, wechatReply } from '../lib/nodes.mjs';
import { sentRow } from '../lib/steps.mjs';
import { fromColumn, LEFT, message, openId, saidAt } from './message.mjs';

/** Answers once, whoever has worked out the text; `texts` are the nodes that give it. */
export function answer(w, store, texts, each) {
	const section = w.section(
		'## 7. 回答一次\n占住待答的那一行才回答，所以两个运行同时处理也只答一次；超过五秒自动改用客服消息，并记录。',
		{ line: 4 },
	);
	const text = section.put('Answer', setFields({ text: '={{ $json.text }}' }), 0);
	const claim = section.put(
		'Claim the answer',
		store.update(
			'wechat_quiz_inbox',
			[
				['key', 'eq', `={{ ${message}.wechat.dedupeKey }}`],
				['status', 'eq', 'open'],
			],
			{ status: 'answered', answeredBy: '={{ $execution.id }}' },
		),
		1,
	);
	const isOurs = section.put(
		'Is it ours to answer?',
		ifAll(condition('={{ $json.answeredBy }}', 'equals', '={{ $execution.id }}')),
		2,
	);
	const item = section.put('Message to answer', fromColumn('message'), 3);
	const reply = section.put('Reply', wechatReply(`={{ $('${text}').first().json.text }}`), 4);
	const isLate = section.put(
		'Did it go out later?',
		ifAll(condition('={{ $json.sentAs }}', 'equals', 'customerServiceMessage')),
		5,
	);
	const record = section.put(
		'Record the message',
		store.put(
			'wechat_interactions',
			sentRow({
				key: `'quiz:' + ${message}.wechat.dedupeKey`,
				openId,
				at: saidAt,
				text: `$('${text}').first().json.text`,
			}),
		),
		6,
	);
	const isSweep = section.put('Are there more to answer?', ifAll(hasRun(LEFT)), 7);
	for (const from of texts) w.link(from, text);
	w.chain(text, claim, isOurs, item, reply, isLate, record, isSweep, each);
	w.link(isLate, isSweep, { output: 1 }).link(isOurs, isSweep, { output: 1 });
}
