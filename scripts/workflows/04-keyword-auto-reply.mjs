import { Canvas } from './lib/canvas.mjs';
import { handOver, isInDanger } from './lib/handOver.mjs';
import { at, message, openId, routed, ROUTER, TRIGGER } from './keywords/names.mjs';
import { reply } from './keywords/reply.mjs';
import { unsure } from './keywords/unsure.mjs';
import { condition, ifAll, keywordRouter, textInsight, wechatTrigger } from './lib/nodes.mjs';
import { NO_COMMAND, textTrigger } from './lib/routing.mjs';

/** Outputs of WeChat Text Insight. */
const MOODS = 4;

const WHY = {
	askedForPerson: '粉丝要找人工',
	answeredBefore: '刚回答过，粉丝又问',
	nothingFound: '关键词库里没有',
	similarQuestions: '像投诉，没有把握',
};

function understand(w, store) {
	const section = w.section(
		'## 1. 理解\n判断情绪，再按关键词库查找；最近的回答用来发现“刚答过又问”。',
		{ line: 0 },
	);
	const trigger = section.put(TRIGGER, wechatTrigger(textTrigger(NO_COMMAND)), 0, 0);
	const insight = section.put('Understand the mood', textInsight({ operation: 'analyze' }), 1, 0);
	const library = section.put(
		'Keyword library',
		store.get('wechat_keywords', [['enabled', 'isTrue']]),
		1,
		1,
	);
	const earlier = section.put(
		'Earlier answers',
		store.get('wechat_keyword_hits', [['openId', 'eq', `={{ ${openId} }}`]], {
			limit: 50,
			orderBy: ['at', 'DESC'],
		}),
		1,
		2,
	);
	const router = section.put(
		ROUTER,
		keywordRouter({
			operation: 'route',
			keywordsFrom: 'input',
			options: { now: `={{ ${message}.CreateTime }}` },
		}),
		2,
		1,
	);
	for (const node of [insight, library, earlier]) w.link(trigger, node);
	for (let mood = 0; mood < MOODS; mood++) w.link(insight, router, { output: mood });
	w.link(library, router, { input: 1 }).link(earlier, router, { input: 2 });
	return router;
}

function record(w, store, router) {
	const section = w.section('## 4. 记录\n每条消息一行；点了列表的，记下选了哪个。', { line: 1 });
	const hits = section.put('Store what became of it', store.upsert('wechat_keyword_hits'), 0, 1);
	const isTap = section.put(
		'Was it a tap?',
		ifAll(condition('={{ $json.why }}', 'equals', 'tapped')),
		1,
		1,
	);
	const chosen = section.put(
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
}

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

	const router = understand(w, store);
	const isUrgent = reply(w, store, router);
	const isGap = unsure(w, store, router);
	record(w, store, router);
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
	return w;
};
