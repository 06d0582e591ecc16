import { hasField, ifAll, isTrue, textInsight, wechatApi } from '../lib/nodes.mjs';
import { settingCode } from '../lib/settings.mjs';
import { sentRow } from '../lib/steps.mjs';
import { QUESTIONS, MOODS, openId, key, at } from './names.mjs';

/** Checks and sends what the model said. Returns the node behind which a person has to answer. */
export function sendAnswer(w, store, model) {
	const send = w.section(
		'## 4. 检查并发送\n没把握、该找人的、有敏感词的不发。发送前先占位，所以不会重复；消息带“AI 生成”标识。',
		{ line: 3 },
	);
	const checked = send.put(
		'Check the words',
		textInsight({ operation: 'analyze', text: "={{ $json.output.answer || '（空）' }}" }),
		0,
	);
	const isGood = send.put(
		'Is it a good answer?',
		ifAll(
			hasField('output.answer'),
			isTrue(
				`!$json.output.person && $json.output.confidence >= Number(${settingCode('assistantConfidence', "'0.6'")}) && $json.insight.sensitiveWords.length === 0`,
			),
		),
		1,
	);
	const claimed = send.put(
		'Claim the question',
		store.update(
			QUESTIONS,
			[
				['key', 'eq', `={{ ${key} }}`],
				['status', 'eq', 'asked'],
			],
			{
				status: 'answering',
				answer: '={{ $json.output.answer }}',
				confidence: '={{ $json.output.confidence }}',
			},
		),
		2,
	);
	const isOurs = send.put('Is it ours?', ifAll(hasField()), 3);
	const sent = send.put(
		'Send the answer',
		wechatApi('customerServiceMessage', 'sendText', {
			openId: `={{ ${openId} }}`,
			text: '={{ $json.answer }}',
			additionalFields: { isAi: true },
		}),
		4,
		0,
		{ onError: 'continueErrorOutput' },
	);
	const recorded = send.put(
		'Record the answer',
		store.put(
			'wechat_interactions',
			sentRow({ key: `'assistant:' + ${key}`, openId, at, text: '$json.text' }),
		),
		5,
	);
	const done = send.put(
		'Mark as answered',
		store.update(QUESTIONS, [['key', 'eq', `={{ ${key} }}`]], { status: 'answered' }),
		6,
	);
	const passed = send.put(
		'Mark for a person',
		store.update(
			QUESTIONS,
			[
				['key', 'eq', `={{ ${key} }}`],
				['status', 'neq', 'person'],
			],
			{ status: 'person' },
		),
		5,
		1,
	);
	const isFirst = send.put('Is it new for a person?', ifAll(hasField()), 6, 1);
	w.link(model, checked).link(model, passed, { output: 1 });
	for (let mood = 0; mood < MOODS; mood++) w.link(checked, isGood, { output: mood });
	w.chain(isGood, claimed, isOurs, sent, recorded, done);
	w.link(isGood, passed, { output: 1 }).link(sent, passed, { output: 1 });
	w.link(passed, isFirst);
	return isFirst;
}
