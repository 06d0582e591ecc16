import { condition, ifAll, isTrue, switchBy, wechatReply } from '../lib/nodes.mjs';
import { sentAt } from '../lib/settings.mjs';
import { message, openId, routed, TRIGGER } from './names.mjs';

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

/** What is no sure hit: talk, candidates, or something for a person. Returns the node behind which one comes. */
export function unsure(w, store, router) {
	const section = w.section(
		'## 3. 没把握\n招呼和“好的、收到”只回一句；其余列出可能的关键词，粉丝点一下就回答。投诉不列，直接找人。',
		{ line: 1 },
	);
	const which = section.put(
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
	const settings = section.put(
		'Words for a greeting',
		store.get('wechat_settings', [['key', 'eq', 'talkReply']], { limit: 1 }),
		1,
		0,
	);
	const talk = section.put(
		'Answer the greeting',
		wechatReply(
			"={{ $json.value || '您好～想了解什么，直接回复就好，例如“优惠”“门店”；要找人，请回复“人工”。' }}",
		),
		2,
		0,
	);
	const candidates = section.put('Offer keywords', wechatReply(`={{ ${offer} }}`), 1, 1);
	const isGap = section.put(
		'Does the library lack it?',
		ifAll(isTrue("['nothingFound', 'similarQuestions'].includes($json.route.why)")),
		1,
		2,
	);
	const keep = section.put(
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
	w.link(isGap, keep);
	return isGap;
}
