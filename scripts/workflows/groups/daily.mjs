import {
	condition,
	enrichBy,
	filterBy,
	ifAll,
	limitTo,
	locator,
	segment,
	setFields,
	splitOut,
	summarize,
	wechatApi,
} from '../lib/nodes.mjs';
import { NOW, NOW_CODE, SHANGHAI_CODE, settingCode } from '../lib/settings.mjs';
import { notifyStaff, sentRow } from '../lib/steps.mjs';
import { ACTIVE_TAG, DAILY, GROUPS, hasKey, isOpen, isTrue, MEMBERS, started } from './shared.mjs';

const SENDS = 'wechat_group_sends';
const LAYERS = 'Layer of each member';
const CONTENTS = 'Contents';

const nowMs = `${NOW_CODE}.toDateTime().toMillis()`;
const ago = (duration) => `${NOW_CODE}.toDateTime().minus(${duration})`;
const since = (column, duration) =>
	`$json.${column} && $json.${column}.toDateTime().toMillis() >= ${ago(duration)}.toMillis()`;

/** What a follower does; what the account or WeChat does is no sign of life. */
const OWN_KINDS =
	'^(text|image|voice|video|shortvideo|location|link|comment|event\\.(CLICK|VIEW|SCAN|view_miniprogram|scancode_.+|pic_.+|location_select))$';

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
	const isPlace = section.put('Are there places?', ifAll(hasKey, isTrue(`${free} > 0`)), 4, 1);
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
	const ours = section.put('Ours to invite', filterBy(hasKey), 7, 1);
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

/** Members with their layer, whether they can be written to, and how often they took part. */
function layers(w, store, froms) {
	const section = w.section(
		'## 9. 给成员分层\n进群 7 天内为新成员；30 天内互动够多为活跃；其余为沉默。48 小时内发过消息、没有退订的，才能收客服消息。',
		{ line: 7 },
	);
	const wishes = section.put(
		'Opt-outs',
		store.get('wechat_consents', [['status', 'eq', 'optOut']]),
		0,
	);
	const contents = section.put(
		CONTENTS,
		store.get('wechat_group_contents', [['isActive', 'isTrue']]),
		1,
	);
	const members = section.put('Members', store.get(MEMBERS, [['groupKey', 'isNotEmpty']]), 2, 0);
	const interactions = section.put(
		'Interactions of 30 days',
		store.get('wechat_interactions', [['at', 'gte', `={{ ${ago('{ days: 30 }')}.toISO() }}`]]),
		2,
		1,
	);
	const own = section.put(
		'What followers did',
		filterBy(condition('={{ $json.kind }}', 'regex', OWN_KINDS)),
		3,
		1,
		{ alwaysOutputData: true },
	);
	const figures = section.put(
		'Messages among them',
		setFields({
			openId: "={{ $json.openId ?? '' }}",
			times: ['number', '={{ $json.key ? 1 : 0 }}'],
			messages: [
				'number',
				`={{ !$json.bizmsgmenuid && /^(text|image|voice|video|shortvideo|location|link)$/.test($json.kind ?? '') && ${since('at', '{ hours: 48 }')} ? 1 : 0 }}`,
			],
		}),
		4,
		1,
	);
	const counted = section.put(
		'Count by person',
		summarize('openId', ['sum', 'times'], ['sum', 'messages']),
		5,
		1,
	);
	const merged = section.put('Members with figures', enrichBy('openId'), 6, 0);
	const real = section.put('Real members', filterBy(hasKey), 7, 0);
	const times = '($json.sum_times ?? 0)';
	const isActive = `${times} >= Number(${settingCode('groupActiveMin', "'8'")})`;
	const layered = section.put(
		LAYERS,
		setFields(
			{
				layer: `={{ ${since('at', '{ days: 7 }')} ? 'new' : ${isActive} ? 'active' : 'silent' }}`,
				isActive: ['boolean', `={{ ${isActive} }}`],
				isReachable: [
					'boolean',
					`={{ ($json.sum_messages ?? 0) > 0 && !$('${wishes}').all().some(({ json }) => json.openId === $json.openId) }}`,
				],
			},
			{ keep: true },
		),
		8,
		0,
	);
	const isDaily = section.put('Is it the daily run?', ifAll(started(DAILY)), 9, 0);
	for (const from of froms) w.link(from.node, wishes, from);
	w.chain(wishes, contents, members, merged, real, layered, isDaily);
	w.link(contents, interactions).chain(interactions, own, figures, counted);
	w.link(counted, merged, { input: 1 });
	return isDaily;
}

function sendContents(w, store, isDaily) {
	const section = w.section(
		'## 10. 分层内容\n每人每份内容只有一行：先占用，再发送，所以不会重复。发不到的人数告诉员工，请在群里发。',
		{ line: 8 },
	);
	const today = `${SHANGHAI_CODE}.toFormat('yyyy-MM-dd')`;
	const due = `$('${CONTENTS}').all().map(({ json }) => json).filter(({ key, sendOn }) => key && (!sendOn || sendOn === ${today}))`;
	const reachable = section.put('Can be written to', filterBy(isTrue('$json.isReachable')), 0, 0);
	const planned = section.put(
		'Contents for each',
		setFields({
			sends: [
				'array',
				`={{ ${due}.filter(({ layer }) => layer === 'all' || layer === $json.layer).map(({ key }) => ({ key: key + '|' + $json.openId, openId: $json.openId, contentKey: key, layer: $json.layer })) }}`,
			],
		}),
		1,
		0,
	);
	const each = section.put('One by one', splitOut('sends'), 2, 0);
	const noted = section.put(
		'Note the send',
		store.put(SENDS, {
			key: '={{ $json.key }}',
			openId: '={{ $json.openId }}',
			contentKey: '={{ $json.contentKey }}',
			layer: '={{ $json.layer }}',
		}),
		3,
		0,
	);
	const claim = section.put(
		'Claim the send',
		store.update(
			SENDS,
			[
				['key', 'eq', '={{ $json.key }}'],
				['status', 'isEmpty'],
			],
			{ status: 'sending', at: NOW },
		),
		4,
		0,
	);
	const ours = section.put('Ours to send', filterBy(hasKey), 5, 0);
	const send = section.put(
		'Send the content',
		wechatApi('customerServiceMessage', 'sendText', {
			openId: '={{ $json.openId }}',
			text: `={{ $('${CONTENTS}').all().find(({ json }) => json.key === $json.contentKey).json.text }}`,
		}),
		6,
		0,
		{ onError: 'continueErrorOutput' },
	);
	const key = `$('${ours}').item.json.key`;
	const recorded = section.put(
		'Record the content',
		store.put(
			'wechat_interactions',
			sentRow({ key, openId: '$json.openId', at: NOW_CODE, text: '$json.text' }),
		),
		7,
		0,
	);
	const done = section.put(
		'Mark as sent',
		store.update(SENDS, [['key', 'eq', `={{ ${key} }}`]], { status: 'sent' }),
		8,
		0,
	);
	const refused = section.put(
		'Mark as refused',
		store.update(SENDS, [['key', 'eq', `={{ ${key} }}`]], { status: 'refused' }),
		7,
		1,
	);
	w.chain(isDaily, reachable, planned, each, noted, claim, ours, send, recorded, done);
	w.link(send, refused, { output: 1 });

	const dated = `${due}.filter(({ sendOn }) => sendOn)`;
	const members = `$('${LAYERS}').all().map(({ json }) => json)`;
	const isToday = section.put(
		'Is there content today?',
		ifAll(isTrue(`${dated}.length > 0`)),
		0,
		1,
		{
			executeOnce: true,
		},
	);
	const names = "{ new: '新成员', active: '活跃成员', silent: '沉默成员', all: '全部成员' }";
	const of = `${members}.filter((member) => content.layer === 'all' || member.layer === content.layer)`;
	const tell = section.put(
		'Tell staff about contents',
		notifyStaff(
			`'今天的群内容\\n' + ${dated}.map((content) => '【' + (${names})[content.layer] + '】' + content.text + '\\n可发客服消息 ' + ${of}.filter(({ isReachable }) => isReachable).length + ' 人；其余 ' + ${of}.filter(({ isReachable }) => !isReachable).length + ' 人 48 小时内没有来过，请在群里发一次。').join('\\n\\n')`,
		),
		1,
		1,
	);
	w.chain(isDaily, isToday, tell);
}

function tagActive(w, isDaily) {
	const section = w.section(
		`## 11. 活跃成员\n每周对比标签：够活跃的打上“${ACTIVE_TAG}”，不再活跃的取下。只改有变化的人。`,
		{ line: 9 },
	);
	const wanted = section.put(
		'Wanted tags',
		setFields({
			openId: '={{ $json.openId }}',
			tags: `={{ $json.isActive ? '${ACTIVE_TAG}' : '' }}`,
		}),
		0,
		0,
	);
	const holders = section.put(
		'Holders of the tag',
		wechatApi('tag', 'getTagFollowers', { tag: locator(ACTIVE_TAG, 'name'), returnAll: true }),
		0,
		1,
		// Before the first run the account has no such tag.
		{ executeOnce: true, onError: 'continueRegularOutput', alwaysOutputData: true },
	);
	const current = section.put(
		'Present tags',
		setFields({
			openId: "={{ $json.openId ?? '' }}",
			tag: ACTIVE_TAG,
		}),
		1,
		1,
	);
	const known = section.put(
		'Followers with the tag',
		filterBy(condition('={{ $json.openId }}', 'notEmpty')),
		2,
		1,
		{ alwaysOutputData: true },
	);
	const diff = section.put(
		'Find changed tags',
		segment({ operation: 'tagDiff', moreManagedTags: ACTIVE_TAG }),
		3,
		0,
	);
	const change = (operation, more = {}) => ({
		...wechatApi('tag', operation, {
			tag: locator('={{ $json.tag }}', 'name'),
			openIds: '={{ $json.openId }}',
			...more,
		}),
		onError: 'continueRegularOutput',
	});
	const add = section.put(
		'Tag active members',
		change('tagUsers', { createIfMissing: true }),
		4,
		0,
	);
	const remove = section.put('Untag the others', change('untagUsers'), 4, 1);
	w.link(isDaily, wanted, { output: 1 }).link(isDaily, holders, { output: 1 });
	w.chain(wanted, diff).chain(holders, current, known).link(known, diff, { input: 1 });
	w.link(diff, add).link(diff, remove, { output: 1 });
}

/** What happens by the clock: contents every day, tags every week. */
export function serveMembers(w, store, { daily, weekly }) {
	const isDaily = layers(w, store, [daily, weekly]);
	sendContents(w, store, isDaily);
	tagActive(w, isDaily);
}
