import {
	condition,
	hasField,
	ifAll,
	ifAny,
	isTrue,
	keywordRouter,
	noOperation,
	setFields,
	switchBy,
} from '../lib/nodes.mjs';
import { CLOCK, TIME } from '../lib/service.mjs';
import { settingCode } from '../lib/settings.mjs';
import { LIBRARY } from './common.mjs';

/** WeChat: the reply to a comment has up to 600 characters. */
const LONGEST_REPLY = 600;

/** One of the lines of a setting; comments of one article take turns. */
const line = (key) =>
	`((lines) => lines[Number($json.userCommentId) % lines.length] ?? '')(String(${settingCode(key)}).split('\\n').filter((line) => line.trim() !== ''))`;

/** Business hours or not, what cannot wait goes out at once. */
const AT_ONCE_OR_IN_THE_MORNING = `={{ $json.tier === 'vip' || $('${CLOCK}').first().json.isOpen ? ${TIME} : $('${CLOCK}').first().json.batchAt }}`;

/** An empty library is no error here: everything that is asked goes to a person then. */
const KEYWORDS = `={{ [...$('${LIBRARY}').all().map((row) => row.json).filter((row) => row.keyword), { key: 'comment-desk', keyword: '人工客服', reply: '' }] }}`;

/** How a comment goes on: the fields that every way has, with what is particular to it. */
const way = (fields) =>
	setFields(
		{
			status: 'pending',
			isOpen: true,
			answer: '',
			replyKind: '',
			answerAfter: '',
			notice: '',
			noticeAfter: '',
			election: '',
			...fields,
		},
		{ keep: true },
	);

const reply = (kind, code, fields = {}) =>
	way({
		answer: `={{ ${code} }}`,
		replyKind: kind,
		answerAfter: AT_ONCE_OR_IN_THE_MORNING,
		...fields,
	});

const FOLLOW_UP = `(['purchase', 'inquiry', 'participation', 'cooperation'].includes($json.insight.intent) ? ${line('commentFollowUp')} : '')`;

export function decision(w, judged) {
	const s = w.section(
		'## 6. 怎么回\n好评感谢，常见问题用关键词库回答并追问；负面、拿不准、库里没有的交给人。',
		{ line: 4 },
	);
	const route = s.put(
		'What is it?',
		switchBy(
			{
				'From long ago': isTrue('$json.isOld'),
				'For a person': isTrue("$json.isReplied || $json.reason !== ''"),
				Praise: isTrue("$json.insight.sentiment === 'positive' && !$json.isQuestion"),
			},
			{ fallback: 'Question or remark' },
		),
		0,
		1,
	);
	const old = s.put('Leave it alone', way({ status: 'old', isOpen: false }), 4, 0);
	const person = s.put(
		'Leave it to a person',
		way({
			status: 'person',
			reason: "={{ $json.reason || ($json.isReplied ? 'replied' : 'notInLibrary') }}",
			notice: "={{ $json.isReplied ? '' : 'due' }}",
			noticeAfter: `={{ ['negative', 'vip'].includes($json.tier) || $('${CLOCK}').first().json.isOpen ? ${TIME} : $('${CLOCK}').first().json.batchAt }}`,
		}),
		4,
		1,
	);
	const thanks = s.put(
		'Thank for it',
		reply('thanks', line('commentThanks'), {
			election: `={{ !$json.isElected && $json.insight.confidence >= 0.8 && $json.insight.contacts.length === 0 && [...$json.content].length >= Number(${settingCode('commentElectMinLength', "'15'")}) ? 'candidate' : '' }}`,
		}),
		4,
		2,
	);
	const keyword = s.put(
		'Look it up',
		keywordRouter({
			operation: 'route',
			text: "={{ $json.content || '…' }}",
			keywordsFrom: 'json',
			keywords: KEYWORDS,
			hitsFrom: 'json',
			hits: '[]',
			options: { now: `={{ ${TIME} }}` },
		}),
		1,
		3,
	);
	const isText = s.put(
		'Is the answer a text?',
		ifAll(condition('={{ $json.route.replyType }}', 'equals', 'text'), hasField('route.reply')),
		2,
		2,
	);
	const answer = s.put(
		'Answer it',
		reply(
			'library',
			`((text, more) => (more !== '' && [...text + more].length < ${LONGEST_REPLY} ? text + '\\n' + more : [...text].slice(0, ${LONGEST_REPLY}).join('')))($json.route.reply, ${FOLLOW_UP})`,
			{ answerAfter: `={{ ${TIME} }}` },
		),
		4,
		3,
	);
	const isQuestion = s.put(
		'Does it want an answer?',
		ifAny(
			isTrue('$json.isQuestion'),
			isTrue("$json.route.why === 'askedForPerson'"),
			isTrue(
				"['complaint', 'aftersales', 'logistics', 'purchase', 'cooperation', 'account'].includes($json.insight.intent)",
			),
		),
		2,
		4,
	);
	const acknowledgement = s.put('Acknowledge it', reply('ack', line('commentAck')), 4, 4);
	const decided = s.put('Decided', noOperation(), 5, 2);
	w.chain(judged, route);
	w.link(route, old)
		.link(route, person, { output: 1 })
		.link(route, thanks, { output: 2 })
		.link(route, keyword, { output: 3 });
	w.link(keyword, isText).link(keyword, isQuestion, { output: 1 });
	w.link(keyword, isQuestion, { output: 2 });
	w.link(isText, answer).link(isText, person, { output: 1 });
	w.link(isQuestion, person).link(isQuestion, acknowledgement, { output: 1 });
	for (const end of [old, person, thanks, answer, acknowledgement]) w.link(end, decided);
	return decided;
}
