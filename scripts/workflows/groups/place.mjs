import { hasField, ifAll, isTrue, wechatReply } from '../lib/nodes.mjs';
import { item } from '../lib/service.mjs';
import { settingCode } from '../lib/settings.mjs';
import { notifyStaff } from '../lib/steps.mjs';
import { BEST, GROUPS, MEMBERS, atMs, isOpen, person } from './shared.mjs';

/** A failed claim means that somebody else got a place, so there are never more rounds than places. */
const MAX_ROUNDS = 500;

/** Takes a place by a conditional update; a lost race begins again with fresh figures. */
export function claim(w, store, from) {
	const section = w.section(
		'## 3. 占一个名额\n优先扫码对应的群，其次按 priority；满员或过期的跳过。同时有人占走，就用最新人数再试。',
		{ line: 2 },
	);
	const present = section.put('Groups at present', store.get(GROUPS, [['isActive', 'isTrue']]), 0);
	const best = section.put(
		BEST,
		item(
			`$('${present}').all().map(({ json }) => json).filter((group) => ${isOpen('group', atMs)} && typeof group.joined === 'number' && group.joined < group.capacity).sort((a, b) => Number(b.scene === ${person}.scene) - Number(a.scene === ${person}.scene) || b.priority - a.priority)[0] ?? {}`,
		),
		1,
		0,
		{ executeOnce: true },
	);
	const isThere = section.put(
		'Is there a place?',
		ifAll(hasField(), isTrue(`$runIndex < ${MAX_ROUNDS}`)),
		2,
	);
	const take = section.put(
		'Claim the place',
		store.update(
			GROUPS,
			[
				['key', 'eq', '={{ $json.key }}'],
				['joined', 'eq', '={{ $json.joined }}'],
			],
			{ joined: '={{ $json.joined + 1 }}' },
		),
		3,
	);
	const isTaken = section.put('Was it still free?', ifAll(hasField()), 4);
	const group = `$('${BEST}').first().json`;
	const noted = section.put(
		'Note the place',
		store.put(MEMBERS, {
			key: `={{ ${person}.openId }}`,
			openId: `={{ ${person}.openId }}`,
			groupKey: `={{ ${group}.key }}`,
			groupName: `={{ ${group}.name }}`,
			status: 'offered',
			choosing: '',
			at: `={{ ${person}.at }}`,
		}),
		5,
	);
	w.link(from.node, present, from).chain(present, best, isThere, take, isTaken, noted);
	w.link(isTaken, present, { output: 1 });
	return { isThere, noted };
}

export function waitingList(w, store, isThere) {
	const section = w.section(
		'## 4. 满员\n登记候补并如实告知；员工一天只提醒一次。有空位后，每天的检查会邀请候补的人。',
		{ line: 3 },
	);
	const noted = section.put(
		'Put on the waiting list',
		store.put(MEMBERS, {
			key: `={{ ${person}.openId }}`,
			openId: `={{ ${person}.openId }}`,
			groupKey: '',
			groupName: '',
			status: 'waiting',
			choosing: '',
			at: `={{ ${person}.at }}`,
		}),
		0,
	);
	const answer = section.put(
		'Tell that all are full',
		wechatReply(
			`={{ (${person}.isNewFollower ? '您好，欢迎关注' + ${settingCode('accountName')} + '！\\n' : '') + '茶友群暂时满员，已为您登记候补。有空位我们会告诉您；也可以过两天再回复“进群”。' }}`,
		),
		1,
	);
	const day = `${person}.at.toDateTime().setZone('Asia/Shanghai').toFormat('yyyy-MM-dd')`;
	const alert = { key: `={{ 'full|' + ${day} }}` };
	const note = section.put(
		'Note the alert of the day',
		store.put('wechat_group_sends', { ...alert, contentKey: 'full' }),
		2,
	);
	const first = section.put(
		'Claim the alert',
		store.update(
			'wechat_group_sends',
			[
				['key', 'eq', alert.key],
				['status', 'isEmpty'],
			],
			{ status: 'sent', at: `={{ ${person}.at }}` },
		),
		3,
	);
	const isFirst = section.put('Is it the first today?', ifAll(hasField()), 4);
	const tell = section.put(
		'Tell staff that all are full',
		notifyStaff(
			"'所有群都满员或过期了，有人在候补。请在 wechat_groups 表里加一个群，或更新二维码和 expiresAt。'",
		),
		5,
	);
	w.link(isThere, noted, { output: 1 });
	w.chain(noted, answer, note, first, isFirst, tell);
}
