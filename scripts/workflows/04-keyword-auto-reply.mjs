import { Canvas } from './lib/canvas.mjs';
import { handOver, isInDanger } from './lib/handOver.mjs';
import {
	condition,
	ifAll,
	keywordRouter,
	locator,
	switchBy,
	textInsight,
	wechatApi,
	wechatReply,
	wechatReplyAs,
	wechatTrigger,
} from './lib/nodes.mjs';
import { NO_COMMAND, textTrigger } from './lib/routing.mjs';
import { sentAt, sentAtCode } from './lib/settings.mjs';
import { sentRow } from './lib/steps.mjs';

const TRIGGER = 'When somebody writes';
const ROUTER = 'Find the keyword';
const MOODS = 4;

const message = `$('${TRIGGER}').first().json`;
const openId = `${message}.wechat.openId`;
const at = sentAtCode(TRIGGER);
const now = `={{ ${message}.CreateTime }}`;
/** The message as it left the router, by whichever of its first three outputs. */
const routed = `[0, 1, 2].flatMap((output) => $('${ROUTER}').all(output))[0].json`;
const isTrue = (code) => condition(`={{ ${code} }}`, 'true', undefined, 'boolean');

/** What is said only to say something: 嗯嗯, 好的, 收到, 666 and the like. */
const FILLER = '^(?:[嗯哦噢喔哈嘿呵哎行好收到知道了呢啊吧的okOK0-9]|\\p{P}|\\p{S}|\\s)+$';

/** Greetings, thanks and fillers want no answer by a person. */
const isTalk = [
	"['nothingFound', 'similarQuestions'].includes($json.route.why)",
	'!$json.insight.isQuestion',
	"$json.insight.urgency === 'low'",
	'$json.insight.sensitiveWords.length === 0',
	`(['greeting', 'praise'].includes($json.insight.intent) || /${FILLER}/u.test($json.Content))`,
].join(' && ');

/** Links that write the keyword for the follower; WeChat sends their id back as bizmsgmenuid. */
const offer = `'您是不是想问：\\n' + $json.route.menu.map(({ id, content }) => '· <a href="weixin://bizmsgmenu?msgmenucontent=' + content + '&msgmenuid=' + id + '">' + content + '</a>').join('\\n') + '\\n点一下蓝字就好；都不是的话，回复“人工”。'`;

const WHY = {
	askedForPerson: '粉丝要找人工',
	answeredBefore: '刚回答过，粉丝又问',
	nothingFound: '关键词库里没有',
	similarQuestions: '像投诉，没有把握',
};

export default (store) => {
	const w = new Canvas({
		name: '04 Keyword auto-reply',
		overview: `### How it works
粉丝发来文字，三级关键词（品牌、产品、功能）自动回复；错别字、谐音、拼音、繁体、口语都能认。
- 有把握：在微信规定的 5 秒内直接回复。
- 没把握：列出最多三个可能的关键词，粉丝点一下就回答。列表是文字里的链接，任何账号都能用，不占客服消息的次数。
- 要找人、问不到、刚答过又问：转给人工，登记期限，提醒员工；下班时间告诉粉丝什么时候能得到答复。情绪激烈的消息，即使有答案也提醒员工。
- 没答上的问题记在 wechat_unmatched 表，05 号流程每月从中整理新关键词。

其他流程的口令（签到、答题、投稿等）不在这里回复。

### Setup
1. 运行 00 号流程，把 wechat_keywords 表改成自己的关键词和回复。
2. 选择凭证并发布；消息由 01 号流程转发过来。
3. 没有开通客服功能的账号，把 wechat_settings 表里的 handOverBy 改成 text。`,
	});

	const understand = w.section(
		'## 1. 理解\n判断情绪，再按关键词库查找；最近的回答用来发现“刚答过又问”。',
		{ line: 0 },
	);
	const trigger = understand.put(TRIGGER, wechatTrigger(textTrigger(NO_COMMAND)), 0, 0);
	const insight = understand.put(
		'Understand the mood',
		textInsight({ operation: 'analyze' }),
		1,
		0,
	);
	const library = understand.put(
		'Keyword library',
		store.get('wechat_keywords', [['enabled', 'isTrue']]),
		1,
		1,
	);
	const earlier = understand.put(
		'Earlier answers',
		store.get('wechat_keyword_hits', [['openId', 'eq', `={{ ${openId} }}`]], {
			limit: 50,
			orderBy: ['at', 'DESC'],
		}),
		1,
		2,
	);
	const router = understand.put(
		ROUTER,
		keywordRouter({ operation: 'route', options: { now } }),
		2,
		1,
	);
	for (const node of [insight, library, earlier]) w.link(trigger, node);
	for (let mood = 0; mood < MOODS; mood++) w.link(insight, router, { output: mood });
	w.link(library, router, { input: 1 }).link(earlier, router, { input: 2 });

	const reply = w.section(
		'## 2. 有把握：直接回复\n文字、图片，或者发一篇文章（图文要已认证的账号）。',
		{ line: 0 },
	);
	const kind = reply.put(
		'Which kind of reply?',
		switchBy(
			{
				Image: condition('={{ $json.route.replyType }}', 'equals', 'image'),
				News: condition('={{ $json.route.replyType }}', 'equals', 'news'),
			},
			{ fallback: 'Text' },
		),
		0,
		1,
	);
	const text = reply.put('Reply with text', wechatReply('={{ $json.route.reply }}'), 1, 2);
	const image = reply.put(
		'Reply with a picture',
		wechatReplyAs('image', { mediaId: '={{ $json.route.mediaId }}' }),
		1,
		0,
	);
	const article = reply.put(
		'Send an article',
		wechatApi('customerServiceMessage', 'sendArticle', {
			openId: `={{ ${openId} }}`,
			articleId: locator('={{ $json.route.mediaId }}'),
		}),
		1,
		1,
	);
	const recordArticle = reply.put(
		'Record the article',
		store.put(
			'wechat_interactions',
			sentRow({
				key: `'article:' + ${message}.wechat.dedupeKey`,
				openId,
				at: at,
				text: `${routed}.route.keyword`,
			}),
		),
		2,
		1,
	);
	const isUrgent = reply.put(
		'Is a person needed too?',
		ifAll(condition(`={{ ${routed}.insight.urgency }}`, 'equals', 'high')),
		3,
		1,
	);
	w.link(router, kind);
	w.link(kind, image).link(kind, article, { output: 1 }).link(kind, text, { output: 2 });
	w.chain(article, recordArticle, isUrgent).link(image, isUrgent).link(text, isUrgent);

	const unsure = w.section(
		'## 3. 没把握\n招呼和“好的、收到”只回一句；其余列出可能的关键词，粉丝点一下就回答。投诉不列，直接找人。',
		{ line: 1 },
	);
	const which = unsure.put(
		'What is it about?',
		switchBy(
			{
				Talk: isTrue(isTalk),
				Offer: [
					condition('={{ $json.route.status }}', 'equals', 'candidates'),
					condition('={{ $json.insight.sentiment }}', 'notEquals', 'negative'),
				],
			},
			{ fallback: 'Person' },
		),
		0,
		1,
	);
	const settings = unsure.put(
		'Words for a greeting',
		store.get('wechat_settings', [['key', 'eq', 'talkReply']], { limit: 1 }),
		1,
		0,
	);
	const talk = unsure.put(
		'Answer the greeting',
		wechatReply(
			"={{ $json.value || '您好～想了解什么，直接回复就好，例如“优惠”“门店”；要找人，请回复“人工”。' }}",
		),
		2,
		0,
	);
	const candidates = unsure.put('Offer keywords', wechatReply(`={{ ${offer} }}`), 1, 1);
	const isGap = unsure.put(
		'Does the library lack it?',
		ifAll(
			condition(
				"={{ ['nothingFound', 'similarQuestions'].includes($json.route.why) }}",
				'true',
				undefined,
				'boolean',
			),
		),
		1,
		2,
	);
	const keep = unsure.put(
		'Keep the question',
		store.put('wechat_unmatched', {
			key: `={{ ${message}.wechat.dedupeKey }}`,
			openId: `={{ ${openId} }}`,
			at: sentAt(TRIGGER),
			text: `={{ ${message}.Content }}`,
			status: `={{ ${routed}.route.menu.length > 0 ? 'offered' : 'open' }}`,
			offered: `={{ ${routed}.route.menu.map(({ id }) => id).join(',') }}`,
			chosen: '',
		}),
		2,
		1,
		{ executeOnce: true },
	);
	w.link(router, which, { output: 1 }).link(router, which, { output: 2 });
	w.link(which, settings).chain(settings, talk);
	w.link(which, candidates, { output: 1 }).chain(candidates, keep);
	w.link(which, isGap, { output: 2 });

	const rows = w.section('## 4. 记录\n每条消息一行；点了列表的，记下选了哪个。', { line: 1 });
	const hits = rows.put('Store what became of it', store.upsert('wechat_keyword_hits'), 0, 1);
	const isTap = rows.put(
		'Was it a tap?',
		ifAll(condition('={{ $json.why }}', 'equals', 'tapped')),
		1,
		1,
	);
	const chosen = rows.put(
		'Note the choice',
		store.update(
			'wechat_unmatched',
			[
				['openId', 'eq', `={{ ${openId} }}`],
				['status', 'eq', 'offered'],
				['at', 'gte', `={{ ${at}.toDateTime().minus({ minutes: 30 }).toISO() }}`],
			],
			{ status: 'open', chosen: '={{ $json.keywordId }}' },
		),
		2,
		1,
	);
	w.link(router, hits, { output: 3 }).chain(hits, isTap, chosen);

	const person = handOver(w, store, {
		trigger: TRIGGER,
		line: 2,
		number: 5,
		// Who asks for a person does not complain, whatever 客服 stands for in reviews.
		isNegative: `(({ insight, route }) => insight.urgency === 'high' || (insight.sentiment === 'negative' && route.why !== 'askedForPerson'))(${routed})`,
		isQuestion: `${routed}.insight.isQuestion`,
		danger: isInDanger(`${routed}.insight`),
		reply: `${routed}.route.reply`,
		why: `(${JSON.stringify(WHY)})[${routed}.route.why] ?? ''`,
		isAnswered: `$('${isUrgent}').isExecuted`,
	});
	w.link(isUrgent, person);
	w.link(isGap, person).link(isGap, person, { output: 1 });
	w.link(isGap, keep);
	return w;
};
