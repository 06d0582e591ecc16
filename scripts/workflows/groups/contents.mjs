import {
	filterBy,
	hasField,
	ifAll,
	isTrue,
	setFields,
	splitOut,
	wechatApi,
} from '../lib/nodes.mjs';
import { NOW, NOW_CODE, SHANGHAI_CODE } from '../lib/settings.mjs';
import { notifyStaff, sentRow } from '../lib/steps.mjs';
import { CONTENTS, LAYERS } from './layers.mjs';

const SENDS = 'wechat_group_sends';

export function sendContents(w, store, isDaily) {
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
	const ours = section.put('Ours to send', filterBy(hasField()), 5, 0);
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
