import {
	dedupeKeyOf,
	describeMessage,
	kindOf,
	parseBody,
} from '../../../nodes/shared/callback/message';
import { toXml } from '../../simulator/envelope';

const HEAD = { ToUserName: 'gh_1', FromUserName: 'oA', CreateTime: '1700000000' };
const EVENT = { ...HEAD, MsgType: 'event' };
const ITEM = (fields: object) => ({ item: [fields] });

/** Every message and event of the platform, with the fields that it documents. */
const SAMPLES: Array<[kind: string, fields: Record<string, unknown>]> = [
	['text', { MsgType: 'text', Content: '  你好\n\n世界  &<>"\' ', MsgId: '23456789012345678' }],
	['text', { MsgType: 'text', Content: '选一', bizmsgmenuid: '101', MsgId: '1' }],
	['text', { MsgType: 'text', Content: '好文', MsgId: '1', MsgDataId: '2247490098', Idx: '1' }],
	['image', { MsgType: 'image', PicUrl: 'http://a/b?c=1&d=2', MediaId: 'm', MsgId: '2' }],
	['voice', { MsgType: 'voice', MediaId: 'm', Format: 'amr', MediaId16K: 'n', MsgId: '3' }],
	['voice', { MsgType: 'voice', MediaId: 'm', Format: 'speex', Recognition: '', MsgId: '3' }],
	['video', { MsgType: 'video', MediaId: 'm', ThumbMediaId: 't', MsgId: '4' }],
	['shortvideo', { MsgType: 'shortvideo', MediaId: 'm', ThumbMediaId: 't', MsgId: '5' }],
	[
		'location',
		{
			MsgType: 'location',
			Location_X: '23.134521',
			Location_Y: '113.358803',
			Scale: '20',
			Label: '位置信息',
			MsgId: '6',
		},
	],
	['link', { MsgType: 'link', Title: '标题', Description: '描述', Url: 'http://a', MsgId: '7' }],
	['file', { MsgType: 'file', Title: 'a.pdf', FileKey: 'k', FileMd5: 'x', FileTotalLen: '9' }],
	['event.subscribe', { Event: 'subscribe', EventKey: '' }],
	['event.subscribe', { Event: 'subscribe', EventKey: 'qrscene_123', Ticket: 'T' }],
	['event.subscribe', { Event: 'subscribe', EventKey: `last_trade_no_${40}` }],
	['event.unsubscribe', { Event: 'unsubscribe', EventKey: '' }],
	['event.SCAN', { Event: 'SCAN', EventKey: '4294967295', Ticket: 'T' }],
	['event.LOCATION', { Event: 'LOCATION', Latitude: '23.1', Longitude: '113.3', Precision: '119' }],
	['event.CLICK', { Event: 'CLICK', EventKey: 'KEY_中文' }],
	['event.VIEW', { Event: 'VIEW', EventKey: 'https://a?b=1&c=2', MenuId: '433' }],
	['event.view_miniprogram', { Event: 'view_miniprogram', EventKey: 'pages/a', MenuId: '433' }],
	[
		'event.scancode_push',
		{
			Event: 'scancode_push',
			EventKey: '6',
			ScanCodeInfo: { ScanType: 'qrcode', ScanResult: '1' },
		},
	],
	[
		'event.scancode_waitmsg',
		{
			Event: 'scancode_waitmsg',
			EventKey: '6',
			ScanCodeInfo: { ScanType: 'qrcode', ScanResult: '2' },
		},
	],
	[
		'event.pic_sysphoto',
		{
			Event: 'pic_sysphoto',
			EventKey: '6',
			SendPicsInfo: {
				Count: '1',
				PicList: ITEM({ PicMd5Sum: '1b5f7c23b5bf75682a53e7b6d163e185' }),
			},
		},
	],
	[
		'event.pic_photo_or_album',
		{
			Event: 'pic_photo_or_album',
			EventKey: '6',
			SendPicsInfo: { Count: '2', PicList: { item: [{ PicMd5Sum: '1' }, { PicMd5Sum: '2' }] } },
		},
	],
	[
		'event.pic_weixin',
		{ Event: 'pic_weixin', EventKey: '6', SendPicsInfo: { Count: '0', PicList: { item: [] } } },
	],
	[
		'event.location_select',
		{
			Event: 'location_select',
			EventKey: '6',
			SendLocationInfo: {
				Location_X: '23',
				Location_Y: '113',
				Scale: '15',
				Label: '广州市',
				Poiname: '',
			},
		},
	],
	[
		'event.MASSSENDJOBFINISH',
		{
			Event: 'MASSSENDJOBFINISH',
			MsgID: '1000001625',
			Status: 'err(30003)',
			TotalCount: '0',
			FilterCount: '0',
			SentCount: '0',
			ErrorCount: '0',
			CopyrightCheckResult: {
				Count: '2',
				ResultList: {
					item: [
						{
							ArticleIdx: '1',
							UserDeclareState: '0',
							AuditState: '2',
							OriginalArticleUrl: 'Url_1',
						},
						{
							ArticleIdx: '2',
							UserDeclareState: '0',
							AuditState: '2',
							OriginalArticleUrl: 'Url_2',
						},
					],
				},
				CheckState: '2',
			},
			ArticleUrlResult: { Count: '1', ResultList: ITEM({ ArticleIdx: '1', ArticleUrl: 'Url' }) },
		},
	],
	[
		'event.TEMPLATESENDJOBFINISH',
		{ Event: 'TEMPLATESENDJOBFINISH', MsgID: '200163836', Status: 'failed:user block' },
	],
	[
		'event.PUBLISHJOBFINISH',
		{
			Event: 'PUBLISHJOBFINISH',
			PublishEventInfo: {
				publish_id: '2247503051',
				publish_status: '0',
				article_id: 'b5O2OUs25HBxRceL7hfReg',
				article_detail: { count: '1', item: [{ idx: '1', article_url: 'http://a' }] },
			},
		},
	],
	[
		'event.PUBLISHJOBFINISH',
		{
			Event: 'PUBLISHJOBFINISH',
			PublishEventInfo: { publish_id: '1', publish_status: '2', fail_idx: ['1', '2'] },
		},
	],
	[
		'event.subscribe_msg_popup_event',
		{
			Event: 'subscribe_msg_popup_event',
			SubscribeMsgPopupEvent: {
				List: [{ TemplateId: 'T', SubscribeStatusString: 'accept', PopupScene: '2' }],
			},
		},
	],
	[
		'event.subscribe_msg_sent_event',
		{
			Event: 'subscribe_msg_sent_event',
			SubscribeMsgSentEvent: {
				List: [
					{ TemplateId: 'T', MsgID: '1700827132819554304', ErrorCode: '0', ErrorStatus: 'success' },
				],
			},
		},
	],
	['event.kf_create_session', { Event: 'kf_create_session', KfAccount: 'test1@test' }],
	['event.kf_switch_session', { Event: 'kf_switch_session', FromKfAccount: 'a', ToKfAccount: 'b' }],
	[
		'event.user_authorization_revoke',
		{ Event: 'user_authorization_revoke', OpenID: 'oA', AppID: 'wx', RevokeInfo: '205' },
	],
	['event.naming_verify_fail', { Event: 'naming_verify_fail', FailTime: '1', FailReason: '名称' }],
	['event.something_new', { Event: 'something_new', Deep: { Deeper: { Deepest: '值' } } }],
].map(([kind, fields]) => [
	kind as string,
	{ ...((fields as { Event?: string }).Event ? EVENT : HEAD), ...(fields as object) },
]);

describe('messages', () => {
	it.each(SAMPLES)('reads %s from XML without loss', (kind, fields) => {
		const read = parseBody(toXml(fields));
		expect(read).toEqual(fields);
		expect(kindOf(read)).toBe(kind);
	});

	it.each(SAMPLES)('reads %s from JSON without loss', (kind, fields) => {
		const read = parseBody(`\uFEFF ${JSON.stringify(fields)}`);
		expect(read).toEqual(fields);
		expect(kindOf(read)).toBe(kind);
	});

	it('keeps ids beyond 2^53 that JSON sends as numbers', () => {
		expect(parseBody('{"MsgType":"text","MsgId":24690134567890123}').MsgId).toBe(
			'24690134567890123',
		);
		expect(parseBody('{"MsgType":"text","MsgId":7}').MsgId).toBe('7');
	});

	it('makes lists of what WeChat repeats, also when there is one or none', () => {
		const list = (inner: string) =>
			parseBody(
				`<xml><MsgType>event</MsgType><SendPicsInfo><PicList>${inner}</PicList></SendPicsInfo></xml>`,
			).SendPicsInfo;
		expect(list('\n')).toEqual({ PicList: { item: [] } });
		expect(list('<item><PicMd5Sum>1</PicMd5Sum></item>')).toEqual({
			PicList: { item: [{ PicMd5Sum: '1' }] },
		});
	});

	it('knows a message by its id and an event by its time', () => {
		expect(dedupeKeyOf({ FromUserName: 'oA', MsgId: '9', CreateTime: '1' })).toBe('oA:9');
		const click = { FromUserName: 'oA', CreateTime: '1', Event: 'CLICK', EventKey: 'A' };
		expect(dedupeKeyOf(click)).toBe('oA:1:CLICK:A');
		// Following and reporting the place happen within one second.
		expect(dedupeKeyOf({ ...click, Event: 'LOCATION' })).not.toBe(dedupeKeyOf(click));
	});

	it('describes also what is neither message nor event', () => {
		const delivery = { receivedAt: 0, replyBefore: 4_300, encrypted: true };
		const ticket = { AppId: 'wx', InfoType: 'component_verify_ticket' };
		expect(describeMessage(ticket, delivery)).toEqual({
			kind: 'component_verify_ticket',
			openId: '',
			accountId: '',
			dedupeKey: ':::',
			receivedAt: '1970-01-01T00:00:00.000Z',
			replyBefore: '1970-01-01T00:00:04.300Z',
			encrypted: true,
		});
	});

	it.each(['', ' ', 'hello', '[1]', '"x"', 'null', '{', '<xml>', '<xml></xml>'])(
		'refuses %j',
		(body) => {
			expect(() => parseBody(body)).toThrow();
		},
	);
});
