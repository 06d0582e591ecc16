import { Bank } from '../../nodes/WeChatActivity/engine/quiz/bank';
import { Book } from '../../nodes/WeChatActivity/engine/book';
import { Choices } from '../../nodes/shared/commands/choices';
import { Commands } from '../../nodes/shared/commands/commands';
import { wantsNoMore } from '../../nodes/shared/commands/wishes';
import { checkCompliance } from '../../nodes/WeChatActivity/engine/compliance/check';
import type { Plan } from '../../nodes/WeChatActivity/engine/compliance/plan';
import { handleMessage } from '../../nodes/WeChatActivity/engine/quiz/quiz';
import { submit } from '../../nodes/WeChatActivity/engine/submission/submission';
import { castVote } from '../../nodes/WeChatActivity/engine/vote/vote';
import { learn } from '../../nodes/WeChatKeywordRouter/engine/learn';
import { readLibrary } from '../../nodes/WeChatKeywordRouter/engine/library';
import { Router } from '../../nodes/WeChatKeywordRouter/engine/router';
import { createAnalyzer } from '../../nodes/WeChatTextInsight/engine/analyzer';
import { findContacts } from '../../nodes/shared/text/contacts';
import { hotWords } from '../../nodes/WeChatTextInsight/engine/hotWords';
import { lexiconScore } from '../../nodes/WeChatTextInsight/engine/lexicon';
import { questionDegree } from '../../nodes/WeChatTextInsight/engine/question';
import { sensitiveSearch } from '../../nodes/shared/text/sensitive';
import { Topics } from '../../nodes/shared/text/topics';
import {
	renderArticle,
	type ContentFormat,
} from '../../nodes/WeChatOfficialAccount/engine/article/render';
import { quickRepliesOf } from '../../nodes/WeChatOfficialAccountTrigger/quickReplies/list';
import { CallbackError } from '../../nodes/shared/callback/callbackError';
import { parseBody } from '../../nodes/shared/callback/message';
import { buildReply } from '../../nodes/shared/callback/reply';
import { openMessage, type CallbackKeys } from '../../nodes/shared/callback/verify';
import { cdata, parseXml } from '../../nodes/shared/callback/xml';
import { checkField } from '../../nodes/shared/template/fieldTypes';
import { fileKind } from '../../nodes/shared/media/fileKind';
import { fieldsOf } from '../../nodes/shared/template/templateFields';
import { GramIndex } from '../../nodes/shared/text/gramIndex';
import { INTENTS } from '../../nodes/shared/text/intents';
import { splitList } from '../../nodes/shared/text/list';
import {
	normalise,
	stripEmoji,
	stripParticles,
	stripPunctuation,
	toPlainWidth,
	toQuestionText,
	toStandardWords,
} from '../../nodes/shared/text/normalise';
import { toSimplified } from '../../nodes/shared/text/simplified';
import { patternOf } from '../../nodes/shared/text/pattern';
import { patternFinder } from '../../nodes/shared/text/phrases';
import { lengthOf, piecesOf } from '../../nodes/shared/text/pieces';
import { soundsOf } from '../../nodes/shared/text/pinyin';
import { createSegmenter } from '../../nodes/shared/text/segment';
import { untappable } from '../../nodes/shared/text/untappable';
import { sampleLibrary } from '../unit/engagement/keywordRouter/sample';

/** Takes in a text. */
export type Reader = (text: string) => void;

const COMMANDS = new Commands(['签到', '投稿', 'TD']);
const LIBRARY = sampleLibrary();
const QUICK = quickRepliesOf({
	quickReplies: {
		reply: ['equals', 'startsWith', 'contains', 'anyOther'].map((match) => ({
			match,
			words: '营业时间，地址',
			text: '每天 9:00',
		})),
	},
});
const NOW = Date.parse('2026-11-24T09:00:00+08:00');
const FOLLOWER = { key: 'm1', openId: 'oFollower', at: NOW };
const ADDRESS = { toUser: 'oFollower', fromUser: 'gh_account', createTime: 1_764_000_000 };

const QUESTION = {
	id: 'q1',
	question: '龙井的产地？',
	choices: new Choices(['杭州', '安溪', '武夷山']),
	right: 0,
	answers: ['杭州'],
	points: 1,
	explanation: '',
};
/** A quiz of one question. */
export const QUIZ = {
	bank: new Bank(new Map([[QUESTION.id, QUESTION]])),
	startWords: ['答题'],
	questionCount: 0,
	secondsPerQuestion: 0,
	attempts: 1,
	shufflesQuestions: false,
	shufflesOptions: false,
	seed: 's',
};
const SUBMISSION = { perPerson: 1, perDay: 0, minLength: 10, kinds: [], pointsPerApproval: 1 };
const VOTE = {
	mode: 'once',
	choices: QUESTION.choices,
	votesPerDay: 1,
	hidesResults: false,
	points: 1,
} as const;
const STARTED = (() => {
	const started = { ...FOLLOWER, key: 'm0', text: '答题' };
	return new Book(handleMessage(new Book(), 'a', started, QUIZ, []).rows);
})();

const PLAN: Plan = {
	kind: 'lottery',
	text: '',
	organiser: '',
	contact: '',
	conditions: '',
	claim: '',
	drawMethod: '',
	prizes: [],
	recordYears: 2,
	now: NOW,
};

const PLAIN: CallbackKeys = { appId: 'wx1', token: 'token', encodingAesKey: '' };
const SAFE: CallbackKeys = {
	...PLAIN,
	encodingAesKey: 'k'.repeat(43),
};
const QUERY = { timestamp: '1764000000', nonce: '1', signature: 'x', msg_signature: 'y' };

function thrownBy(read: Reader, text: string): unknown {
	try {
		read(text);
		return undefined;
	} catch (error) {
		return error;
	}
}

/** What is refused is read to the end all the same. */
const orRefused =
	(read: Reader): Reader =>
	(text) => {
		const thrown = thrownBy(read, text);
		const isRefusal = thrown instanceof CallbackError || thrown instanceof SyntaxError;
		if (thrown !== undefined && !isRefusal) throw thrown;
	};

const open = (text: string, keys: CallbackKeys) =>
	openMessage(text, QUERY, keys, { toleranceSeconds: 0, now: NOW });

/** Parsers: each takes what a stranger sends to the webhook, before or after it is verified. */
export function parsers(): Record<string, Reader> {
	return {
		'XML, as text': orRefused((text) => parseXml(`<xml><Content>${text}</Content></xml>`)),
		'XML, as CDATA': orRefused((text) => parseXml(`<xml><Content>${cdata(text)}</Content></xml>`)),
		'XML, as it comes': orRefused((text) => parseXml(text)),
		'XML, as a name': orRefused((text) => parseXml(`<xml><${text}/></xml>`)),
		'XML, as attributes': orRefused((text) => parseXml(`<xml ${text}><a>1</a></xml>`)),
		'JSON, as a value': orRefused((text) => parseBody(`{"MsgId":123456789012345678,"a":${text}}`)),
		'JSON, as text': orRefused((text) =>
			parseBody(`{"id":"\u0001","Content":"${text.replace(/["\\]/g, '')}"}`),
		),
		'JSON, as text without an end': orRefused((text) => parseBody(`{"Content":"\u0001${text}`)),
		'message, XML or JSON': orRefused((text) => parseBody(text)),
		'push, plaintext mode': orRefused((text) => open(text, PLAIN)),
		'push, safe mode': orRefused((text) => open(`<xml><Encrypt>${text}</Encrypt></xml>`, SAFE)),
		'push, safe mode, as it comes': orRefused((text) => open(text, SAFE)),
		'template of the console': (text) => fieldsOf(`${text}{{thing1.DATA}}`),
	};
}

/** Engines: what the nodes hand the text of a follower to. */
export function engines(): Record<string, Reader> {
	const router = new Router(LIBRARY);
	const analyzer = createAnalyzer();
	const index = new GramIndex(LIBRARY.map(({ keyword }) => keyword));
	const hit = (text: string) => ({
		key: `${text.length}`,
		openId: 'o',
		at: NOW,
		text,
		status: 'person',
		keywordId: '',
	});
	return {
		'keyword router': (text) => router.route({ text, at: NOW }),
		'keyword router, learning': (text) =>
			learn([hit(`产地${text}`), hit(`产地${text}。`)], [], {
				from: NOW,
				to: NOW,
				leastCount: 1,
				similarity: 0.4,
			}),
		'quick replies': (text) => QUICK.find(text) ?? QUICK.other(text),
		'similar questions': (text) => index.search(text, 3),
		'text insight': (text) => analyzer.analyze(text),
		'hot words': (text) => hotWords([text, text, text], [text]),
		'compliance of an activity': (text) => checkCompliance({ ...PLAN, text }),
		quiz: (text) => handleMessage(STARTED, 'a', { ...FOLLOWER, text }, QUIZ, []),
		vote: (text) => castVote(new Book(), 'a', { ...FOLLOWER, text }, VOTE),
		submission: (text) =>
			submit(
				new Book(),
				'a',
				{ ...FOLLOWER, text },
				{ kind: 'text', text, mediaId: '', url: '' },
				SUBMISSION,
			),
		'reply, text': (content) => buildReply({ type: 'text', content }, ADDRESS),
		'reply, article': (title) =>
			buildReply(
				{ type: 'news', articles: [{ title, description: title, picUrl: '', url: '' }] },
				ADDRESS,
			),
	};
}

const LOOK = { theme: 'simple', accent: '#07c160', links: 'footnotes', notesTitle: '注' } as const;

const articleOf = (text: string, format: ContentFormat) =>
	renderArticle({ ...LOOK, label: 'Content', format, text }).toHtml(new Map());

/**
 * What the engines are built of. They meet at most as much as `LONGEST_TEXT`; the time of each is linear
 * all the same.
 */
export function parts(): Record<string, Reader> {
	const segment = createSegmenter();
	const phrases = INTENTS.flatMap((intent) => intent.phrases.split(' '));
	const find = patternFinder(phrases.map((phrase) => phrase.split('*')));
	const filter = patternOf('(a+)+b|(优惠|券)+x').pattern;
	const sensitive = sensitiveSearch(true, [], normalise);
	return {
		normalise,
		toPlainWidth,
		toSimplified,
		toStandardWords,
		toQuestionText,
		stripEmoji,
		stripPunctuation,
		stripParticles,
		splitList,
		piecesOf,
		lengthOf,
		soundsOf,
		segment,
		'phrases, some in parts': find,
		'kind of a file': (text) => fileKind(Buffer.from(text)),
		'replies of a library': (text) => readLibrary([{ keyword: '券', reply: `a${text}` }]),
		'contact data': (text) => findContacts(text, true),
		'pattern of a filter': (text) => filter?.occursIn(text),
		'text without links': untappable,
		'value of a template, a time': (text) => checkField('time1', text),
		'value of a template, an amount': (text) => checkField('amount1', text),
		'value of a template, a plate number': (text) => checkField('car_number1', text),
		questionDegree,
		lexiconScore,
		'sensitive words': sensitive,
		'a command': (text) => COMMANDS.isCalledBy(text),
		'what stands behind a command': (text) => COMMANDS.behind(text),
		'the wish to get no more messages': wantsNoMore,
		topics: (text) => new Topics(text),
		'article of Markdown': (text) => articleOf(text, 'markdown'),
		'article of HTML': (text) => articleOf(text, 'html'),
	};
}
