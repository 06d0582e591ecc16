import { hasField, ifAll, isTrue, setFields, wechatReply } from '../lib/nodes.mjs';
import { ASK, GROUPS, MEMBERS, PERSON, SCAN, atMs, isOpen, person } from './shared.mjs';

const message = `($('${ASK}').isExecuted ? $('${ASK}') : $('${SCAN}')).first().json`;

/** Who asks, whether there is a place already, and whose turn it is when somebody taps twice. */
export function whoAsks(w, store, from) {
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
			scene: `={{ ${message}.wechat.scene ?? '' }}`,
			isNewFollower: ['boolean', `={{ ${message}.wechat.kind === 'event.subscribe' }}`],
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
	const isTurn = section.put('Is it the turn?', ifAll(hasField()), 4);
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
