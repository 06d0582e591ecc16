import {
	hasField,
	ifAll,
	isTrue,
	keywordRouter,
	switchBy,
	textInsight,
	wechatReply,
} from '../lib/nodes.mjs';
import { item } from '../lib/service.mjs';
import { setting } from '../lib/settings.mjs';
import { ROUTER, LIBRARY, QUESTION, MOODS, message, ADDRESS } from './names.mjs';

/** What is asked, and who is to answer it. Returns the node that tells: person, library, model. */
export function understand(w, store, from) {
	const section = w.section(
		'## 2. 先查关键词库\n敏感的、紧急的、要找人的，转人工；库里有明确答案的，直接回复，不用 AI。',
		{ line: 1 },
	);
	const asked = section.put(
		QUESTION,
		item(`({ ...${message}, question: ${message}.Content.replace(${ADDRESS}, '').trim() })`),
		0,
		0,
	);
	const isAny = section.put('Is there a question?', ifAll(hasField('question')), 1, 0);
	const help = section.put(
		'Tell how to ask',
		wechatReply(
			setting(
				'assistantHelp',
				"'您好，我是小助手。请把问题写在后面，例如：小助手 胃不太好，适合喝哪种茶？'",
			),
		),
		2,
		2,
	);
	const insight = section.put(
		'Understand the question',
		textInsight({ operation: 'analyze', text: '={{ $json.question }}' }),
		2,
		0,
	);
	const library = section.put(LIBRARY, store.get('wechat_keywords', [['enabled', 'isTrue']]), 2, 1);
	const router = section.put(
		ROUTER,
		keywordRouter({
			keywordsFrom: 'input',
			operation: 'route',
			text: '={{ $json.question }}',
			hitsFrom: 'json',
			hits: '[]',
			options: { now: `={{ ${message}.CreateTime }}` },
		}),
		3,
		0,
	);
	const who = section.put(
		'Who answers?',
		switchBy(
			{
				Person: isTrue(
					"$json.insight.urgency === 'high' || $json.insight.sensitiveWords.length > 0 || $json.route.why === 'askedForPerson'",
				),
				// In a long question a keyword is not what is asked.
				Library: isTrue(
					"$json.route.status === 'matched' && $json.route.replyType === 'text' && $json.route.phrase.length / $json.question.length >= 0.3",
				),
			},
			{ fallback: 'Model' },
		),
		4,
		0,
	);
	const reply = section.put(
		'Answer from the library',
		wechatReply('={{ $json.route.reply }}'),
		5,
		1,
	);
	w.link(from.node, asked, from).chain(asked, isAny, insight);
	w.link(isAny, library).link(isAny, help, { output: 1 });
	for (let mood = 0; mood < MOODS; mood++) w.link(insight, router, { output: mood });
	w.link(library, router, { input: 1 });
	for (let output = 0; output < 3; output++) w.link(router, who, { output });
	w.link(who, reply, { output: 1 });
	return who;
}
