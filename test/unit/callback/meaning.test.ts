import {
	dedupeKeyOf,
	describeMessage,
	kindOf,
	parseBody,
} from '../../../nodes/shared/callback/message';
import { KIND_OPTIONS, ANY_KIND } from '../../../nodes/WeChatOfficialAccountTrigger/kinds';
import { deliveryKey } from '../../../nodes/WeChatOfficialAccountTrigger/redeliveries';
import { passes } from '../../../nodes/WeChatOfficialAccountTrigger/filters';
import { spelledAsUsual } from '../../../nodes/shared/message/kinds';
import { toXml } from '../../simulator/envelope';

const SERVICE = 'oPushService';
const DELIVERY = { appId: 'wx1', receivedAt: 0, replyBefore: 0, encrypted: true };
const HEAD = { ToUserName: 'gh', FromUserName: 'oA', CreateTime: '1700000000' };

const metaOf = (fields: object) => describeMessage({ ...HEAD, ...fields }, DELIVERY);
const event = (Event: string, rest: object = {}) => ({ ...HEAD, MsgType: 'event', Event, ...rest });
const keyOf = (fields: object) => dedupeKeyOf(fields as never);

describe('fault 1.1, correction 16: events that the push service sends about a person', () => {
	it.each([
		['user_authorization_cancellation', true],
		['user_authorization_revoke', true],
		['user_info_modified', undefined],
	])('%s is about OpenID, not about the sender', (name, isDeletionRequest) => {
		const fields = event(name, { FromUserName: SERVICE, OpenID: 'oA', RevokeInfo: '205' });
		const json = JSON.stringify(fields).replace('"OpenID"', '" OpenID"');
		for (const text of [toXml(fields), json, JSON.stringify(fields)]) {
			const meta = metaOf(parseBody(text));
			expect(meta).toMatchObject({ kind: `event.${name}`, openId: 'oA' });
			expect(meta.isDeletionRequest).toBe(isDeletionRequest);
		}
	});

	it.each(['OpenId', 'openid', 'openID'])('reads the person from %s, too', (name) => {
		const fields = event('USER_INFO_MODIFIED', { FromUserName: SERVICE, [name]: ' oA ' });
		expect(metaOf(fields).openId).toBe('oA');
	});

	it('never takes the push service for a person', () => {
		const fields = event('user_authorization_revoke', { FromUserName: SERVICE });
		expect(metaOf(fields).openId).toBe('');
	});

	it('says that unfollowing is a request to delete, and following is not', () => {
		expect(metaOf(event('unsubscribe')).isDeletionRequest).toBe(true);
		expect(metaOf(event('subscribe'))).not.toHaveProperty('isDeletionRequest');
	});
});

describe('fault 1.2: two events of one second', () => {
	const notice = (entry: object) => ({ SubscribeMsgSentEvent: { List: [entry] } });

	it.each<[string, object, object]>([
		[
			'media checks',
			event('wxa_media_check', { trace_id: 'a', isrisky: '0' }),
			event('wxa_media_check', { trace_id: 'b', isrisky: '0' }),
		],
		[
			'revocations',
			event('user_authorization_revoke', { FromUserName: SERVICE, OpenID: 'oA' }),
			event('user_authorization_revoke', { FromUserName: SERVICE, OpenID: 'oB' }),
		],
		[
			'revocations of one person',
			event('user_authorization_revoke', { OpenID: 'oA', RevokeInfo: '201' }),
			event('user_authorization_revoke', { OpenID: 'oA', RevokeInfo: '202' }),
		],
		[
			'sent notices',
			event('subscribe_msg_sent_event', notice({ TemplateId: 'T', MsgID: '1' })),
			event('subscribe_msg_sent_event', notice({ TemplateId: 'T', MsgID: '2' })),
		],
		[
			'sent notices of JSON',
			event('subscribe_msg_sent_event', { List: [{ TemplateId: 'T', MsgID: '1' }] }),
			event('subscribe_msg_sent_event', { List: [{ TemplateId: 'T', MsgID: '2' }] }),
		],
		[
			'answers about two templates',
			event('subscribe_msg_popup_event', {
				SubscribeMsgPopupEvent: { List: [{ TemplateId: 'T' }] },
			}),
			event('subscribe_msg_popup_event', {
				SubscribeMsgPopupEvent: { List: [{ TemplateId: 'U' }] },
			}),
		],
		[
			'cards',
			event('user_get_card', { CardId: 'p', UserCardCode: '1' }),
			event('user_get_card', { CardId: 'p', UserCardCode: '2' }),
		],
		[
			'scanned codes',
			event('scancode_push', { EventKey: '6', ScanCodeInfo: { ScanResult: '1' } }),
			event('scancode_push', { EventKey: '6', ScanCodeInfo: { ScanResult: '2' } }),
		],
		[
			'sessions',
			event('kf_create_session', { KfAccount: 'a@b' }),
			event('kf_create_session', { KfAccount: 'c@b' }),
		],
	])('%s have two keys, and each the same when it comes again', (_, one, other) => {
		expect(keyOf(one)).not.toBe(keyOf(other));
		for (const fields of [one, other]) {
			expect(keyOf(parseBody(toXml(fields as never)))).toBe(keyOf(fields));
		}
	});

	const sent = (change: object) => event('subscribe_msg_sent_event', change);
	const place = (change: object) => event('LOCATION', change);

	it.each([
		['an answer to the same template', 'SubscribeMsgPopupEvent', 'SubscribeStatusString'],
		['a change of the same template', 'SubscribeMsgChangeEvent', 'SubscribeStatusString'],
	])('%s can differ in what was chosen alone', (_, container, name) => {
		const chosen = (choice: string) =>
			keyOf(event('any', { [container]: { List: [{ TemplateId: 't', [name]: choice }] } }));
		expect(chosen('accept')).not.toBe(chosen('reject'));
		expect(chosen('accept')).toBe(chosen('accept'));
	});

	it.each([
		[
			'the state of a publication',
			{ PublishEventInfo: { publish_id: '1', publish_status: '0' } },
			{ PublishEventInfo: { publish_id: '1', publish_status: '1' } },
		],
		[
			'how a template message ended',
			{ MsgID: '1', Status: 'success' },
			{ MsgID: '1', Status: 'failed' },
		],
		[
			'the order of pictures',
			{ PicList: { item: [{ PicMd5Sum: 'a' }, { PicMd5Sum: 'b' }] } },
			{ PicList: { item: [{ PicMd5Sum: 'b' }, { PicMd5Sum: 'a' }] } },
		],
		['UnionID of a revoke', { RevokeInfo: '1', UnionID: 'a' }, { RevokeInfo: '1', UnionID: 'b' }],
	])('they can differ in %s alone', (_, one, other) => {
		expect(keyOf(event('any', one))).not.toBe(keyOf(event('any', other)));
	});

	it.each([
		[
			'numbers for text',
			place({ Latitude: '1.5', Scale: '3' }),
			place({ Latitude: 1.5, Scale: 3 }),
		],
		[
			'another order',
			place({ Latitude: '1', Longitude: '2' }),
			place({ Longitude: '2', Latitude: '1' }),
		],
		['white space', place({ Latitude: '1' }), place({ Latitude: ' 1\n' })],
		['another case', event('click', { EventKey: 'k' }), event('CLICK', { EventKey: 'k' })],
		[
			'a list at the top level',
			sent({ SubscribeMsgSentEvent: { List: [{ MsgID: '1', ErrorCode: '0' }] } }),
			sent({ List: [{ MsgID: 1, ErrorCode: 0 }] }),
		],
	])('a redelivery with %s keeps its key, and starts no second run', (_, one, other) => {
		expect(keyOf(one)).toBe(keyOf(other));
		expect(deliveryKey('t', 'key', one)).toBe(deliveryKey('t', 'key', other));
	});

	it('the key of a plain event is as it was', () => {
		expect(keyOf(event('VIEW', { EventKey: 'http://a', MenuId: '1' }))).toBe(
			'oA:1700000000:VIEW:http://a',
		);
	});
});

describe('fault 1.3: entries of notice events', () => {
	const entry = { TemplateId: 'T', SubscribeStatusString: 'accept', PopupScene: '2' };
	const popup = (rest: object) => JSON.stringify(event('subscribe_msg_popup_event', rest));

	it.each([
		['JSON, an object', popup({ List: entry })],
		['JSON, an array', popup({ List: [entry] })],
		['JSON, nested', popup({ SubscribeMsgPopupEvent: { List: entry } })],
		[
			'XML, nested',
			toXml(event('subscribe_msg_popup_event', { SubscribeMsgPopupEvent: { List: entry } })),
		],
	])('%s: the same list', (_, text) => {
		expect(metaOf(parseBody(text)).notices).toEqual([entry]);
	});

	it('a list at the top level always is an array', () => {
		expect(parseBody(popup({ List: entry })).List).toEqual([entry]);
		expect(parseBody(popup({ List: [entry, entry] })).List).toEqual([entry, entry]);
		expect(metaOf(event('subscribe_msg_change_event')).notices).toEqual([]);
	});
});

describe('fault 1.3: JSON in odd shapes', () => {
	const notices = (rest: object) =>
		metaOf(parseBody(JSON.stringify(event('subscribe_msg_popup_event', rest)))).notices;
	const entry = { TemplateId: 't' };

	it.each([
		['null', { List: null }, []],
		['null inside', { List: [null, entry, 'x'] }, [entry]],
		[
			'the container as a list',
			{ SubscribeMsgPopupEvent: [{ List: entry }, { List: [] }] },
			[entry],
		],
		['an empty container', { SubscribeMsgPopupEvent: null }, []],
		['both places', { List: entry, SubscribeMsgPopupEvent: { List: [entry] } }, [entry]],
	])('%s', (_, rest, expected) => {
		expect(notices(rest)).toEqual(expected);
	});
});

describe('fault 1.4: white space around names', () => {
	it('is no part of a kind', () => {
		expect(kindOf({ MsgType: ' event ', Event: ' CLICK\n' })).toBe('event.CLICK');
		expect(kindOf({ MsgType: ' Text ' })).toBe('text');
	});
});

describe('fault 1.4: one spelling', () => {
	it.each([
		['scan', 'event.SCAN'],
		['click', 'event.CLICK'],
		['Subscribe', 'event.subscribe'],
		['UNSUBSCRIBE', 'event.unsubscribe'],
		['view', 'event.VIEW'],
		['location', 'event.LOCATION'],
		['templatesendjobfinish', 'event.TEMPLATESENDJOBFINISH'],
		['View_MiniProgram', 'event.view_miniprogram'],
		['Brand_New', 'event.Brand_New'],
	])('%s is %s', (name, kind) => {
		expect(kindOf(event(name))).toBe(kind);
		expect(kindOf(event(name, { MsgType: 'EVENT' }))).toBe(kind);
	});

	it('also of messages, which keep apart from events of that name', () => {
		expect(kindOf({ MsgType: 'Text' })).toBe('text');
		expect(kindOf({ MsgType: 'Location' })).toBe('location');
	});

	it('every kind that the trigger offers is known by its spelling', () => {
		for (const { value } of KIND_OPTIONS) {
			if (value === ANY_KIND) continue;
			expect(spelledAsUsual(String(value).toLowerCase())).toBe(value);
		}
	});
});

describe('fault 1.6: what a voice says', () => {
	it.each([
		[{}, ''],
		[{ Recognition: '' }, ''],
		[{ Recognition: '你好。' }, '你好。'],
	])('%j has a text of the same shape', (fields, text) => {
		expect(metaOf({ MsgType: 'voice', MediaId: 'm', ...fields }).text).toBe(text);
	});

	it('a text says its content, a picture nothing', () => {
		expect(metaOf({ MsgType: 'text', Content: ' 你好 ' }).text).toBe(' 你好 ');
		expect(metaOf({ MsgType: 'image' })).not.toHaveProperty('text');
	});
});

describe('fault 1.7: where somebody comes from', () => {
	it.each<[string, string, object]>([
		['subscribe', 'qrscene_store', { scene: 'store', source: 'qrCode' }],
		['subscribe', 'qrscene_a_qrscene_b', { scene: 'a_qrscene_b', source: 'qrCode' }],
		['subscribe', 'qrscene_qrscene_', { scene: 'qrscene_', source: 'qrCode' }],
		['subscribe', 'qrscene_last_trade_no_1', { scene: 'last_trade_no_1', source: 'qrCode' }],
		['subscribe', 'last_trade_no_4200001', { source: 'payment' }],
		['subscribe', 'qrscene_', { source: 'qrCode' }],
		['subscribe', 'qrscene_0', { scene: '0', source: 'qrCode' }],
		['subscribe', '', {}],
		['SCAN', 'a_qrscene_b', { scene: 'a_qrscene_b', source: 'qrCode' }],
		['SCAN', '4294967295', { scene: '4294967295', source: 'qrCode' }],
		['CLICK', 'qrscene_1', {}],
	])('%s with %j', (name, EventKey, expected) => {
		const { scene, source } = metaOf(event(name, { EventKey }));
		expect({ scene, source }).toEqual({ scene: undefined, source: undefined, ...expected });
	});
});

describe('correction 18: WeChat’s notice of a message that it does not support', () => {
	it.each([
		'【收到不支持的消息类型，暂无法显示】',
		'[收到不支持的消息类型,暂时无法显示]',
		'[收到不支持的消息类型，暂无法显示]\n',
		'［收到不支持的消息类型 ，暂无法显示。］',
		'收到不支持的消息类型，暂无法显示',
		'【收到不支援的訊息類型，暫時無法顯示】',
	])('%j is no text of the follower', (Content) => {
		const fields = { ...HEAD, MsgType: 'text', Content };
		const meta = metaOf(fields);
		expect(meta).toMatchObject({ kind: 'text', text: '', isUnsupported: true });
		const filters = { kinds: ['text'], senders: [], text: '消息' };
		expect(passes(fields, meta, { ...filters, textCondition: 'contains' })).toBe(false);
		expect(passes(fields, meta, { ...filters, textCondition: 'any' })).toBe(true);
	});

	it.each([
		'/::)',
		'/:strong',
		'/::@',
		'/::D',
		'我收到【收到不支持的消息类型，暂无法显示】',
		'不支持',
	])('%s is one', (Content) => {
		const meta = metaOf({ MsgType: 'text', Content });
		expect(meta.text).toBe(Content);
		expect(meta).not.toHaveProperty('isUnsupported');
	});
});
