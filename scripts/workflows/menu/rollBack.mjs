import { hasField, ifAll, wechatApi } from '../lib/nodes.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { digestOf, usingJson, versionOf } from './versions.mjs';

/** Restores the menu that was shown before, and keeps the bad one from coming back. */
export function rollBack(w, store, start, output) {
	const section = w.section(
		'## 4. 恢复上一份菜单\n恢复保存的上一份，并停用换掉它的那一行，免得明天又发布出来；改好后再启用。',
		{ line: 3 },
	);
	const present = section.put('Menu to replace', wechatApi('menu', 'get'), 0);
	const before = section.put(
		'Version before',
		store.get(
			'wechat_menu_versions',
			[
				['key', 'neq', `={{ ${digestOf('$json.menu')} }}`],
				['status', 'eq', 'shown'],
			],
			{ orderBy: ['shownAt', 'DESC'], limit: 1 },
		),
		1,
	);
	const isThere = section.put('Is there a version?', ifAll(hasField('menu')), 2);
	const restore = section.put(
		'Restore the version',
		wechatApi('menu', 'publishIfChanged', usingJson('$json.menu')),
		3,
	);
	const version = `$('${before}').first().json`;
	const turnOff = section.put(
		'Turn off the replaced menu',
		store.update('wechat_menus', [['key', 'eq', `={{ ${version}.replacedBy }}`]], {
			isActive: false,
		}),
		4,
	);
	const mark = section.put(
		'Mark the replaced version',
		store.put(
			'wechat_menu_versions',
			versionOf({
				menu: `$('${present}').first().json.menu`,
				status: 'rolledBack',
				replacedBy: '',
			}),
		),
		5,
	);
	const tell = section.put(
		'Tell staff about the roll-back',
		notifyStaff(
			`'菜单已恢复：' + ${version}.buttons + '。\\n菜单表里的 ' + ${version}.replacedBy + ' 已停用，改好后把 isActive 改回 true。'`,
		),
		6,
	);
	const tellNone = section.put(
		'Tell staff that there is none',
		notifyStaff("'没有保存过别的菜单，无法恢复。'"),
		3,
		1,
	);
	w.link(start, present, { output });
	w.chain(present, before, isThere, restore, turnOff, mark, tell);
	w.link(isThere, tellNone, { output: 1 });
}
