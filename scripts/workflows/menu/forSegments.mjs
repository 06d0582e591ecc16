import {
	filterBy,
	hasField,
	ifAll,
	isTrue,
	locator,
	setFields,
	splitOut,
	wechatApi,
} from '../lib/nodes.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { usingJson } from './versions.mjs';

/** Gives the followers of a tag their own menu, and takes it away when its time is over. */
export function publishForSegments(w, calendar) {
	const section = w.section(
		'## 3. 分层菜单\n按标签给一部分粉丝另一份菜单；有变化才替换，过期的删除。还没有的标签跳过。',
		{ line: 2 },
	);
	const tags = section.put(
		'Tags of the account',
		wechatApi('tag', 'getMany', { returnAll: true }),
		0,
		0,
		{
			executeOnce: true,
		},
	);
	const known = section.put(
		'Tags of the calendar',
		filterBy(isTrue(`$('${calendar}').all().some(({ json }) => json.tagName === $json.name)`)),
		1,
	);
	const best = `$('${calendar}').all().map(({ json }) => json).filter((row) => row.isToday && row.tagName === $json.name).sort((a, b) => b.priority - a.priority)[0]`;
	const menus = section.put(
		'Menu for each tag',
		setFields({
			tagId: '={{ String($json.id) }}',
			name: `={{ ${best}?.name ?? '' }}`,
			menu: `={{ ${best}?.menu ?? '' }}`,
		}),
		2,
	);
	const isToday = section.put('Is there one today?', ifAll(hasField('menu')), 3);
	const publish = section.put(
		'Publish segment menu',
		wechatApi('menu', 'publishConditionalIfChanged', {
			shownTo: 'tag',
			tag: locator('={{ $json.tagId }}'),
			...usingJson('$json.menu'),
		}),
		4,
		0,
		{ onError: 'continueErrorOutput' },
	);
	const tellProblem = section.put(
		'Tell staff about a segment menu',
		notifyStaff(
			`'分层菜单“' + $('${menus}').item.json.name + '”没有发布：' + ($json.error?.message ?? $json.error)`,
		),
		5,
	);
	const present = section.put('Present segment menus', wechatApi('menu', 'get'), 4, 1, {
		executeOnce: true,
	});
	const each = section.put('Each segment menu', splitOut('conditionalMenus'), 5, 1);
	const isOver = section.put(
		'Those that are over',
		filterBy(
			isTrue(
				`$('${menus}').all().some(({ json }) => json.menu === '' && json.tagId === String($json.matchrule?.group_id ?? $json.matchrule?.tag_id))`,
			),
		),
		6,
		1,
	);
	const remove = section.put(
		'Remove segment menu',
		wechatApi('menu', 'deleteConditional', { menuId: '={{ String($json.menuid) }}' }),
		7,
		1,
	);
	w.chain(calendar, tags, known, menus, isToday, publish);
	w.link(publish, tellProblem, { output: 1 });
	w.link(isToday, present, { output: 1 }).chain(present, each, isOver, remove);
}
