import { filterBy, hasField, ifAll, isTrue, limitTo, wechatApi } from '../lib/nodes.mjs';
import { NOW, NOW_CODE, SHANGHAI_CODE } from '../lib/settings.mjs';
import { notifyStaff, sentRow } from '../lib/steps.mjs';
import { GROUPS, MEMBERS, ago, isOpen, nowMs } from './shared.mjs';

/** Who is close to full or to the end of the picture, and who may come now. */
export function watchGroups(w, store, from) {
	const section = w.section(
		'## 8. 每天看群\n快满、快到期的群提醒员工；有空位就邀请候补的人，一人一次。',
		{ line: 6 },
	);
	const groups = section.put(
		'Groups to watch',
		store.get(GROUPS, [['isActive', 'isTrue']], { orderBy: ['priority', 'DESC'] }),
		0,
	);
	const all = `$('${groups}').all().map(({ json }) => json).filter(({ key }) => key)`;
	const notes = `${all}.flatMap((group) => [group.joined >= group.capacity * 0.9 ? group.name + '：已安排 ' + group.joined + '/' + group.capacity + ' 人，请准备下一个群。' : '', group.expiresAt && group.expiresAt.toDateTime().toMillis() < ${nowMs} + 86400000 ? group.name + '：二维码' + (group.expiresAt.toDateTime().toMillis() < ${nowMs} ? '已过期' : '24 小时内过期') + '，请更新图片和 expiresAt。' : '', group.mediaId || group.link ? '' : group.name + '：没有二维码图片，也没有链接。']).filter(Boolean)`;
	const isNews = section.put('Is there news?', ifAll(isTrue(`${notes}.length > 0`)), 2, 0, {
		executeOnce: true,
	});
	const tell = section.put(
		'Tell staff about groups',
		notifyStaff(`'群提醒\\n' + ${notes}.join('\\n')`),
		3,
	);
	const invited = section.put(
		'Invited lately',
		store.get(MEMBERS, [
			['status', 'eq', 'invited'],
			['at', 'gte', `={{ ${ago('{ hours: 48 }')}.toISO() }}`],
		]),
		2,
		1,
	);
	const waiting = section.put(
		'Waiting list',
		store.get(MEMBERS, [['status', 'eq', 'waiting']], { orderBy: ['at', 'ASC'] }),
		3,
		1,
	);
	// A place is kept for everybody who was invited and may still come.
	const free = `(${all}.filter((group) => ${isOpen('group', nowMs)}).reduce((sum, { capacity, joined }) => sum + Math.max(0, capacity - joined), 0) - $('${invited}').all().filter(({ json }) => json.key).length)`;
	const isPlace = section.put('Are there places?', ifAll(hasField(), isTrue(`${free} > 0`)), 4, 1);
	const first = section.put('As many as places', limitTo(`={{ ${free} }}`), 5, 1);
	const claim = section.put(
		'Claim the invitation',
		store.update(
			MEMBERS,
			[
				['key', 'eq', '={{ $json.key }}'],
				['status', 'eq', 'waiting'],
			],
			{ status: 'invited', at: NOW },
		),
		6,
		1,
	);
	const ours = section.put('Ours to invite', filterBy(hasField()), 7, 1);
	const invite = section.put(
		'Invite to come in',
		wechatApi('customerServiceMessage', 'sendText', {
			openId: '={{ $json.openId }}',
			text: '茶友群有空位了，回复“进群”领取二维码。名额有限，先到先得。',
		}),
		8,
		1,
		// Who has not been in touch for 48 hours cannot be written to; their next "进群" is answered.
		{ onError: 'continueErrorOutput' },
	);
	const sent = section.put(
		'Record the invitation',
		store.put(
			'wechat_interactions',
			sentRow({
				key: `'groupInvite:' + $json.openId + ':' + ${SHANGHAI_CODE}.toFormat('yyyy-MM-dd')`,
				openId: '$json.openId',
				at: NOW_CODE,
				text: '$json.text',
			}),
		),
		9,
		1,
	);
	w.link(from.node, groups, from).chain(groups, isNews, tell);
	w.chain(groups, invited, waiting, isPlace, first, claim, ours, invite, sent);
}
