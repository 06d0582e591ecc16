import { Canvas } from './lib/canvas.mjs';
import { condition, hasField, ifAll, isTrue, wechatReply, wechatTrigger } from './lib/nodes.mjs';
import { forwardTo } from './lib/routing.mjs';
import { PERSONAL } from './tables.mjs';
import { SETTINGS, sentAt, sentAtCode } from './lib/settings.mjs';

const TRIGGER = 'When anything happens';
const FORGET_COLUMNS = 7;
const message = `$('${TRIGGER}').first().json`;
const scene = `(${message}.wechat.scene ?? '')`;
const text = (key) => `$('${SETTINGS}').all().find((row) => row.json.key === ${key})?.json.value`;

export default (store) => {
	const w = new Canvas({
		name: '01 Inbound hub',
		overview: `### How it works
微信开发者平台只能填一个服务器地址，就填本流程的 Production URL。它收到微信推送的全部消息和事件，做三件事：
- 把消息原样转发给其他流程的触发器（Forward To 列表），第一个真正的回复就是给用户的回复；
- 记录每一次互动，更新联系人，供分层、指标、时限等流程使用；
- 新关注时按二维码场景发送欢迎语；取消关注、注销微信或撤回授权时删除这个人的全部数据。

重复推送只记一次：互动以 wechat.dedupeKey 为 key。

### Setup
1. 先运行 00 号流程。
2. 选择凭证并发布；把触发器的 Production URL 填到微信开发者平台（域名与消息推送配置 > 服务器配置）。
3. 其他流程导入并发布后自动接上，不需要重新连线；不用的流程不发布即可。
4. 欢迎语在 wechat_settings 表：welcome 为默认，welcome:场景值 为各二维码的欢迎语。`,
	});

	const receive = w.section('## 1. 接收\n验证签名后转发给其他流程，并在这里记录。', { line: 0 });
	const trigger = receive.put(
		TRIGGER,
		wechatTrigger({ triggerOn: ['*'], options: { forwardTo: forwardTo() } }),
		0,
		0,
	);
	const isPerson = receive.put(
		'Is it from a follower?',
		ifAll(
			hasField('wechat.openId'),
			// What became of a message of the account, and what the phone, the staff or WeChat report, is
			// nothing that a follower did.
			condition(
				'={{ $json.wechat.kind }}',
				'notRegex',
				'^event\\.(\\w+JOBFINISH|subscribe_msg_sent_event|LOCATION|kf_\\w+|user_info_modified)$',
			),
		),
		1,
	);
	const hasLeft = receive.put(
		'Is the data to be deleted?',
		ifAll(isTrue('$json.wechat.isDeletionRequest ?? false')),
		2,
	);
	w.chain(trigger, isPerson, hasLeft);

	const record = w.section('## 2. 记录互动\n一行一次互动；重复推送覆盖同一行。', { line: 0 });
	const interaction = record.put(
		'Record interaction',
		store.put('wechat_interactions', {
			key: `={{ ${message}.wechat.dedupeKey }}`,
			openId: `={{ ${message}.wechat.openId }}`,
			kind: `={{ ${message}.wechat.kind }}`,
			at: sentAt(TRIGGER),
			text: `={{ ${message}.Content ?? ${message}.Label ?? '' }}`,
			eventKey: `={{ ${message}.EventKey ?? '' }}`,
			articleId: `={{ ${message}.MsgDataId ? ${message}.MsgDataId + '_' + (${message}.Idx ?? 1) : '' }}`,
			bizmsgmenuid: `={{ ${message}.bizmsgmenuid ?? '' }}`,
			auto: false,
		}),
		0,
	);
	const isNew = record.put(
		'Is it a new follower?',
		ifAll(condition(`={{ ${message}.wechat.kind }}`, 'equals', 'event.subscribe')),
		1,
	);
	const contact = record.put(
		'Update contact',
		store.put('wechat_contacts', {
			key: `={{ ${message}.wechat.openId }}`,
			openId: `={{ ${message}.wechat.openId }}`,
			isFollower: true,
			lastAt: sentAt(TRIGGER),
		}),
		2,
		1,
	);
	w.link(hasLeft, interaction, { output: 1 }).chain(interaction, isNew);
	w.link(isNew, contact, { output: 1 });

	const welcome = w.section('## 3. 欢迎新关注\n按二维码场景选择欢迎语，没有就用默认的。', {
		line: 1,
	});
	const newContact = welcome.put(
		'Add contact',
		store.put('wechat_contacts', {
			key: `={{ ${message}.wechat.openId }}`,
			openId: `={{ ${message}.wechat.openId }}`,
			isFollower: true,
			subscribedAt: sentAt(TRIGGER),
			scene: `={{ ${scene} }}`,
			tier: 'normal',
			lastAt: sentAt(TRIGGER),
		}),
		0,
	);
	const isOurs = welcome.put(
		'Is the welcome ours?',
		// Who scans the code of a group is welcomed by workflow 11.
		ifAll(condition(`={{ ${scene} }}`, 'notStartsWith', 'group')),
		1,
	);
	const settings = welcome.put(SETTINGS, store.get('wechat_settings'), 2);
	const greet = welcome.put(
		'Welcome new follower',
		wechatReply(
			`={{ ${text(`'welcome:' + ${scene}`)} || ${text("'welcome'")} || '您好，欢迎关注！' }}`,
		),
		3,
		0,
		// The settings are many items; the follower gets one welcome.
		{ executeOnce: true },
	);
	w.link(isNew, newContact).chain(newContact, isOurs, settings, greet);

	const forget = w.section(
		'## 4. 删除数据\n取消关注、注销或撤回授权后，按微信的要求删除这个人的数据。比最近一次关注还早的旧消息不算。',
		{
			line: 2,
		},
	);
	const known = forget.put(
		'Who asks for it',
		store.get('wechat_contacts', [['key', 'eq', `={{ ${message}.wechat.openId }}`]], { limit: 1 }),
		0,
	);
	const isRecent = forget.put(
		'Is it newer than following?',
		// A copy of an old event, or one that comes late, must not delete who has come back since.
		ifAll(
			isTrue(
				`!$json.subscribedAt || new Date($json.subscribedAt) <= new Date(${sentAtCode(TRIGGER)})`,
			),
		),
		1,
	);
	w.chain(hasLeft, known, isRecent);
	let before = isRecent;
	PERSONAL.forEach((table, place) => {
		const position = place + 2;
		const name = forget.put(
			`Delete from ${table.replace('wechat_', '').replace(/_/g, ' ')}`,
			store.remove(table, [['openId', 'eq', `={{ ${message}.wechat.openId }}`]]),
			position % FORGET_COLUMNS,
			Math.floor(position / FORGET_COLUMNS),
			{ executeOnce: true },
		);
		w.link(before, name);
		before = name;
	});
	return w;
};
