import {
	coreNode,
	ifAll,
	ifAny,
	condition,
	locator,
	setFields,
	wechatApi,
	wechatReply,
} from '../lib/nodes.mjs';
import { settingCode } from '../lib/settings.mjs';
import { notifyStaff, sentRow } from '../lib/steps.mjs';
import { ASK, GROUPS, hasKey, isOpen, isTrue, MEMBERS, SCAN } from './shared.mjs';

const PERSON = 'The person';
const BEST = 'Best group';
const OFFER = 'The offer';

const message = `($('${ASK}').isExecuted ? $('${ASK}') : $('${SCAN}')).first().json`;
const person = `$('${PERSON}').first().json`;
const atMs = `${person}.at.toDateTime().toMillis()`;

/** A failed claim means that somebody else got a place, so there are never more rounds than places. */
const MAX_ROUNDS = 500;

/** An item made by an expression. */
const item = (code) =>
	coreNode('set', 3.4, { mode: 'raw', jsonOutput: `={{ ${code} }}`, options: {} });

/** Who asks, whether there is a place already, and whose turn it is when somebody taps twice. */
function whoAsks(w, store, from) {
	const section = w.section(
		'## 2. 谁要进群\n已有群的人得到同一个群，不再占名额；同一个人连点两次，只有一次去占。',
		{ line: 1 },
	);
	const who = section.put(
		PERSON,
		setFields({
			openId: `={{ ${message}.wechat.openId }}`,
			dedupeKey: `={{ ${message}.wechat.dedupeKey }}`,
			at: `={{ new Date(Number(${message}.CreateTime) * 1000).toISOString() }}`,
			scene: `={{ (${message}.EventKey ?? '').replace('qrscene_', '') }}`,
			isNewFollower: ['boolean', `={{ ${message}.Event === 'subscribe' }}`],
		}),
		0,
		0,
		{ executeOnce: true },
	);
	const noted = section.put(
		'Note the person',
		store.put(MEMBERS, { key: `={{ ${person}.openId }}`, openId: `={{ ${person}.openId }}` }),
		1,
	);
	const freed = section.put(
		'Free a broken turn',
		store.update(
			MEMBERS,
			[
				['key', 'eq', `={{ ${person}.openId }}`],
				['choosing', 'isNotEmpty'],
				['choosingAt', 'lt', `={{ ${person}.at.toDateTime().minus({ minutes: 2 }).toISO() }}`],
			],
			{ choosing: '' },
		),
		2,
	);
	const turn = section.put(
		'Take the turn',
		store.update(
			MEMBERS,
			[
				['key', 'eq', `={{ ${person}.openId }}`],
				['choosing', 'isEmpty'],
			],
			{ choosing: `={{ ${person}.dedupeKey }}`, choosingAt: `={{ ${person}.at }}` },
		),
		3,
		0,
		{ executeOnce: true },
	);
	const isTurn = section.put('Is it the turn?', ifAll(hasKey), 4);
	// Read after the turn is taken: what was read before may be what another message has just changed.
	const place = section.put(
		'Place of the person',
		store.get(MEMBERS, [['key', 'eq', `={{ ${person}.openId }}`]], { limit: 1 }),
		5,
	);
	const groups = section.put('All groups', store.get(GROUPS), 6);
	const own = `$('${groups}').all().map(({ json }) => json).find((group) => group.key === $('${place}').first().json.groupKey)`;
	const hasPlace = section.put(
		'Has a place already?',
		ifAll(isTrue(`((group) => Boolean(group && ${isOpen('group', atMs)}))(${own})`)),
		7,
		0,
		{ executeOnce: true },
	);
	const given = section.put(
		'Give the turn back',
		store.update(MEMBERS, [['key', 'eq', `={{ ${person}.openId }}`]], { choosing: '' }),
		8,
		0,
	);
	const wait = section.put(
		'Ask for a moment',
		wechatReply('正在为您安排，请稍等几秒。如果没有收到，再回复一次“进群”。'),
		5,
		1,
	);
	w.link(from.node, who, from).chain(who, noted, freed, turn, isTurn);
	w.chain(isTurn, place, groups, hasPlace, given);
	w.link(isTurn, wait, { output: 1 });
	return { needsPlace: { node: hasPlace, output: 1 }, given, own };
}

/** Takes a place by a conditional update; a lost race begins again with fresh figures. */
function claim(w, store, from) {
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
		ifAll(hasKey, isTrue(`$runIndex < ${MAX_ROUNDS}`)),
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
	const isTaken = section.put('Was it still free?', ifAll(hasKey), 4);
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

function waitingList(w, store, isThere) {
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
	const isFirst = section.put('Is it the first today?', ifAll(hasKey), 4);
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

function offer(w, store, { noted, given, own }) {
	const section = w.section(
		'## 5. 给出入群方式\n有二维码图片就回图片，再补一条说明；没有就回链接。微信规定只能由本人扫码或点链接进群，不能代为拉人。',
		{ line: 4 },
	);
	const group = section.put(
		OFFER,
		item(`$('${noted}').isExecuted ? $('${BEST}').first().json : ${own}`),
		0,
		0,
		{ executeOnce: true },
	);
	const isPicture = section.put(
		'Is it a picture?',
		ifAll(condition('={{ $json.mediaId }}', 'notEmpty')),
		1,
	);
	const code = `$('${OFFER}').first().json`;
	const hello = `(${person}.isNewFollower ? '您好，欢迎关注' + ${settingCode('accountName')} + '！\\n' : '')`;
	const after = "'\\n进群后回复“已进群”，领取群友资料。'";
	const picture = section.put(
		'Show the code',
		wechatReply('', { replyType: 'image', mediaId: '={{ $json.mediaId }}', text: undefined }),
		2,
		0,
	);
	const explain = section.put(
		'Explain the code',
		wechatApi('customerServiceMessage', 'sendText', {
			openId: `={{ ${person}.openId }}`,
			text: `={{ ${hello} + '上面是「' + ${code}.name + '」的二维码，长按识别进群。' + ${after} }}`,
		}),
		3,
		0,
		{ onError: 'continueErrorOutput' },
	);
	const sent = section.put(
		'Record the explanation',
		store.put(
			'wechat_interactions',
			sentRow({
				key: `'group:' + ${person}.dedupeKey`,
				openId: `${person}.openId`,
				at: `${person}.at`,
				text: '$json.text',
			}),
		),
		4,
		0,
	);
	const link = section.put(
		'Send the link',
		wechatReply(
			`={{ ${hello} + '为您安排了「' + $json.name + '」，点击链接进群：\\n' + $json.link + ${after} }}`,
		),
		2,
		1,
	);
	const isNew = section.put('Is it a new place?', ifAll(isTrue(`$('${noted}').isExecuted`)), 5, 1);
	w.link(noted, group).link(given, group).chain(group, isPicture, picture, explain, sent, isNew);
	w.link(isPicture, link, { output: 1 }).link(link, isNew);
	w.link(explain, isNew, { output: 1 });
	remember(w, store, isNew, code);
}

function remember(w, store, isNew, group) {
	const section = w.section(
		'## 6. 记住\n联系人记下群名，记一次 groupOffer（算入群率用），打上群的标签。',
		{ line: 4 },
	);
	const contact = section.put(
		'Note the group',
		store.put('wechat_contacts', {
			key: `={{ ${person}.openId }}`,
			openId: `={{ ${person}.openId }}`,
			groupName: `={{ ${group}.name }}`,
		}),
		0,
	);
	const offered = section.put(
		'Record the offer',
		store.put('wechat_interactions', {
			key: `={{ 'groupOffer:' + ${person}.dedupeKey }}`,
			openId: `={{ ${person}.openId }}`,
			kind: 'groupOffer',
			at: `={{ ${person}.at }}`,
			eventKey: `={{ ${group}.key }}`,
			auto: true,
		}),
		1,
	);
	const hasTag = section.put(
		'Has the group a tag?',
		ifAll(condition(`={{ ${group}.tag }}`, 'notEmpty')),
		2,
	);
	const tag = section.put(
		'Tag the member',
		wechatApi('tag', 'tagUsers', {
			tag: locator(`={{ ${group}.tag }}`, 'name'),
			openIds: `={{ ${person}.openId }}`,
			createIfMissing: true,
		}),
		3,
		0,
		{ onError: 'continueRegularOutput' },
	);
	w.chain(isNew, contact, offered, hasTag, tag);
}

/** 已进群: WeChat does not tell who has joined, so members say it themselves. */
function confirm(w, store, from) {
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
	const isFirst = section.put('Is it the first time?', ifAll(hasKey), 1);
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

/**
 * Everything between a wish to join and the way into a group.
 *
 * @param asked where texts come in
 * @param scanned where scans come in
 */
export function enterGroups(w, store, { begin, asked, scanned }) {
	const isWish = begin.put(
		'Is it a wish?',
		ifAny(condition(`={{ $('${ASK}').first().json.Content.trim() }}`, 'notEquals', '已进群')),
		4,
		0,
		{ executeOnce: true },
	);
	w.link(asked.node, isWish, asked);
	const { needsPlace, given, own } = whoAsks(w, store, { node: isWish, output: 0 });
	w.link(scanned.node, PERSON, scanned);
	const { isThere, noted } = claim(w, store, needsPlace);
	waitingList(w, store, isThere);
	offer(w, store, { noted, given, own });
	confirm(w, store, { node: isWish, output: 1 });
}
