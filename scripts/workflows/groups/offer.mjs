import {
	condition,
	hasField,
	ifAll,
	isTrue,
	locator,
	wechatApi,
	wechatReply,
} from '../lib/nodes.mjs';
import { item } from '../lib/service.mjs';
import { settingCode } from '../lib/settings.mjs';
import { sentRow } from '../lib/steps.mjs';
import { BEST, person } from './shared.mjs';

const OFFER = 'The offer';

export function offer(w, store, { noted, given, own }) {
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
	const isPicture = section.put('Is it a picture?', ifAll(hasField('mediaId')), 1);
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
