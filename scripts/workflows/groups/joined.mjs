import { hasField, ifAll, wechatReply } from '../lib/nodes.mjs';
import { settingCode } from '../lib/settings.mjs';
import { ASK, MEMBERS } from './shared.mjs';

/** 已进群: WeChat does not tell who has joined, so members say it themselves. */
export function confirm(w, store, from) {
	const section = w.section(
		'## 7. 确认进群\n微信不告诉公众号谁进了群，所以请成员自己回复“已进群”。只记一次 groupJoin。',
		{ line: 5 },
	);
	const asked = `$('${ASK}').first().json`;
	const at = `new Date(Number(${asked}.CreateTime) * 1000).toISOString()`;
	const joined = section.put(
		'Confirm the place',
		store.update(
			MEMBERS,
			[
				['key', 'eq', `={{ ${asked}.wechat.openId }}`],
				['groupKey', 'isNotEmpty'],
				['confirmedAt', 'isEmpty'],
			],
			{ status: 'joined', confirmedAt: `={{ ${at} }}` },
		),
		0,
		0,
		{ executeOnce: true },
	);
	const isFirst = section.put('Is it the first time?', ifAll(hasField()), 1);
	const recorded = section.put(
		'Record the join',
		store.put('wechat_interactions', {
			key: `={{ 'groupJoin:' + ${asked}.wechat.dedupeKey }}`,
			openId: `={{ ${asked}.wechat.openId }}`,
			kind: 'groupJoin',
			at: `={{ ${at} }}`,
			eventKey: '={{ $json.groupKey }}',
			auto: true,
		}),
		2,
	);
	const thank = section.put(
		'Welcome to the group',
		wechatReply(`={{ ${settingCode('groupWelcome', "'欢迎来到茶友群！'")} }}`),
		3,
	);
	const place = section.put(
		'Known place',
		store.get(MEMBERS, [['key', 'eq', `={{ ${asked}.wechat.openId }}`]], { limit: 1 }),
		2,
		1,
	);
	const answer = section.put(
		'Tell what is known',
		wechatReply(
			"={{ $json.groupKey ? '已经登记过了，您在「' + $json.groupName + '」。' : '还没有为您安排群，回复“进群”就可以。' }}",
		),
		3,
		1,
	);
	w.link(from.node, joined, from).chain(joined, isFirst, recorded, thank);
	w.link(isFirst, place, { output: 1 }).chain(place, answer);
}
