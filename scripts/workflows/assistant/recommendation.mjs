import { recommend, wechatReply } from '../lib/nodes.mjs';
import { item } from '../lib/service.mjs';
import { sentAtCode } from '../lib/settings.mjs';

export const TAP = 'When somebody taps for a recommendation';

/** Chooses three things for whoever taps the menu. */
export function recommendation(w, store, from) {
	const section = w.section(
		'## 8. 为我推荐\n按标签、看过的内容、新旧和热度选三样，五秒内回复；推荐过的一个月内不重复。',
		{ line: 8 },
	);
	const tapper = `$('${TAP}').first().json.wechat.openId`;
	const now = `={{ $('${TAP}').first().json.CreateTime }}`;
	const follower = section.put(
		'Follower',
		store.get('wechat_contacts', [['key', 'eq', `={{ ${tapper} }}`]], { limit: 1 }),
		0,
	);
	const catalogue = section.put('Contents', store.get('wechat_contents'), 1);
	const history = section.put(
		'What people took up',
		store.get('wechat_content_history', [
			['at', 'gte', `={{ ${sentAtCode(TAP)}.toDateTime().minus({ days: 180 }).toUTC().toISO() }}`],
		]),
		2,
	);
	const person = section.put(
		'Person',
		item(
			`({ openId: ${tapper}, tags: $('${follower}').first().json.tags ?? '', segment: $('${follower}').first().json.segment ?? '', tier: $('${follower}').first().json.tier ?? '' })`,
		),
		3,
		0,
		{ executeOnce: true },
	);
	const chosen = section.put(
		'Choose contents',
		recommend({
			operation: 'recommend',
			catalogueFrom: 'json',
			catalogue: `={{ $('${catalogue}').all() }}`,
			historyFrom: 'json',
			history: `={{ $('${history}').all() }}`,
			count: 3,
			options: { now },
		}),
		4,
	);
	const reply = section.put('Recommend', wechatReply('={{ $json.replyText }}'), 5, 0);
	const none = section.put(
		'Say that there is nothing new',
		wechatReply('您都看过啦！有新内容第一时间告诉您。也可以回复“小助手”加上想了解的，我来答。'),
		5,
		1,
	);
	const stored = section.put('Store what was shown', store.upsert('wechat_content_history'), 5, 2);
	w.link(from.node, follower, from).chain(follower, catalogue, history, person, chosen);
	w.link(chosen, reply).link(chosen, none, { output: 1 }).link(chosen, stored, { output: 2 });
}
