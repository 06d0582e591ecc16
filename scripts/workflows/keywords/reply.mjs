import {
	condition,
	ifAll,
	locator,
	switchBy,
	wechatApi,
	wechatReply,
	wechatReplyAs,
} from '../lib/nodes.mjs';
import { sentRow } from '../lib/steps.mjs';
import { at, message, openId, routed } from './names.mjs';

/** Answers a sure hit. Returns the node that tells whether a person is needed all the same. */
export function reply(w, store, router) {
	const section = w.section(
		'## 2. 有把握：直接回复\n文字、图片，或者发一篇文章（图文要已认证的账号）。',
		{ line: 0 },
	);
	const kind = section.put(
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
	const text = section.put('Reply with text', wechatReply('={{ $json.route.reply }}'), 1, 2);
	const image = section.put(
		'Reply with a picture',
		wechatReplyAs('image', { mediaId: '={{ $json.route.mediaId }}' }),
		1,
		0,
	);
	const article = section.put(
		'Send an article',
		wechatApi('customerServiceMessage', 'sendArticle', {
			openId: `={{ ${openId} }}`,
			articleId: locator('={{ $json.route.mediaId }}'),
		}),
		1,
		1,
	);
	const recordArticle = section.put(
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
	const isUrgent = section.put(
		'Is a person needed too?',
		ifAll(condition(`={{ ${routed}.insight.urgency }}`, 'equals', 'high')),
		3,
		1,
	);
	w.link(router, kind);
	w.link(kind, image).link(kind, article, { output: 1 }).link(kind, text, { output: 2 });
	w.chain(article, recordArticle, isUrgent).link(image, isUrgent).link(text, isUrgent);
	return isUrgent;
}
