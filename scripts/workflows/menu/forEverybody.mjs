import { condition, filterBy, ifAll, isTrue, limitTo, sortBy, wechatApi } from '../lib/nodes.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { usingJson, versionOf } from './versions.mjs';

/** Shows the menu of today to everybody, and keeps the one before it. */
export function publishForAll(w, store, calendar) {
	const section = w.section(
		'## 2. 所有人的菜单\n取今天优先级最高的一份；先保存现在的菜单，再发布。没有变化就不发布，不占每天的次数。',
		{ line: 1 },
	);
	const forAll = section.put(
		'Menus for everybody',
		filterBy(isTrue('$json.isToday'), condition('={{ $json.tagName }}', 'empty')),
		0,
	);
	const sorted = section.put('Highest priority first', sortBy('priority', 'descending'), 1);
	const chosen = section.put('Menu of today', limitTo(1), 2);
	const present = section.put('Present menu', wechatApi('menu', 'get'), 3);
	const isThere = section.put(
		'Is there a menu now?',
		ifAll(condition('={{ $json.menu?.button?.length ?? 0 }}', 'gt', 0)),
		4,
	);
	const keep = section.put(
		'Keep the present menu',
		store.put(
			'wechat_menu_versions',
			versionOf({
				menu: '$json.menu',
				status: 'shown',
				replacedBy: `={{ $('${chosen}').first().json.key }}`,
			}),
		),
		5,
	);
	const publish = section.put(
		"Publish today's menu",
		wechatApi('menu', 'publishIfChanged', usingJson(`$('${chosen}').first().json.menu`)),
		6,
		0,
		{ onError: 'continueErrorOutput' },
	);
	const isNew = section.put('Has it changed?', ifAll(isTrue('$json.changed')), 7);
	const tell = section.put(
		'Tell staff about the menu',
		notifyStaff(
			`'菜单已更新：' + $('${chosen}').first().json.name + '。\\n粉丝会在 24 小时内看到；原来的菜单已保存，可在 10 号流程恢复。'`,
		),
		8,
	);
	const tellProblem = section.put(
		'Tell staff about a problem',
		notifyStaff(
			`'菜单“' + $('${chosen}').first().json.name + '”没有发布：' + ($json.error?.message ?? $json.error)`,
		),
		7,
		1,
	);
	w.chain(calendar, forAll, sorted, chosen, present, isThere, keep, publish, isNew, tell);
	w.link(isThere, publish, { output: 1 });
	w.link(publish, tellProblem, { output: 1 });
}
