import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';
import type { NewRow } from '../../../nodes/shared/records/table';
import type { menuCalendar } from '../../../nodes/shared/records/tables/menuCalendar';
import type { Json } from '../../simulator/check';
import { handOver, openSession } from '../../simulator/sessions';
import type { State } from '../../simulator/state';

/** One call of an operation and the requests it has to make. */
export interface Row {
	/** `resource operation`. */
	of: string;
	/** What the account holds before. */
	given?: (state: State) => void;
	parameters?: Record<string, unknown>;
	/** What the calendar of menus holds before. */
	calendar?: ReadonlyArray<NewRow<typeof menuCalendar>>;
	/** The item that comes in; an empty one, when it is absent. */
	item?: IDataObject;
	/** Files of the item, by extension. */
	file?: string;
	/** Whether the flow waits then: its items come with the answer. */
	waits?: true;
	/** `METHOD path` with what has to be in body and query. */
	requests: Array<[request: string, expected?: { body?: Json; query?: Json }]>;
}

export const ARTICLE_ID = 2247490098;
const article = { article: { mode: 'id', value: String(ARTICLE_ID) } };
const comment = { ...article, userCommentId: '1' };
const commentBody = { msg_data_id: ARTICLE_ID, index: 0, user_comment_id: 1 };
const template = { templateId: { mode: 'id', value: 'T1' } };
const tag = { tag: { mode: 'id', value: '101' } };
const kfAccount = { kfAccount: 'anna@gh1' };
const KF = { nickname: '安娜', isOnline: true };
const CUSTOM = 'POST /cgi-bin/message/custom/send';
const form = { title: '标题', content: '<p>正文</p>', thumbMediaId: 'cover' };
const menu = {
	define: 'json',
	menuJson: '{"button":[{"type":"click","name":"优惠","key":"SALE"}]}',
};
const BUTTONS = [{ type: 'click', name: '优惠', key: 'SALE' }];

const withTemplates = (state: State) => {
	const content = '内容：{{thing1.DATA}}';
	state.templates.push({ id: 'T1', title: '通知', content, example: '' });
	state.notices.push({ id: 'T1', title: '通知', content, example: '' });
};
const withFollower = (state: State) => {
	const wroteAt = state.clock.now();
	state.allow(state.addFollower('oA', { consents: { T1: 1 }, tagIds: [101], wroteAt }), 5, 60_000);
};
const withMedia = (state: State) => {
	for (const id of ['m1', 't1']) {
		state.media.set(id, { contentType: 'image/png', data: Buffer.from('x') });
	}
	withPublication(state);
	withFollower(state);
};
const withTag = (state: State) => {
	state.tags.set(101, { id: 101, name: '活跃' });
	withFollower(state);
};
const withComment = (state: State) => {
	state.articles.push({
		msgDataId: ARTICLE_ID,
		index: 0,
		title: '文章',
		url: 'https://mp.weixin.qq.com/s?mid=2247490098&idx=1',
		publishedOn: state.clock.daysAgo(2),
		isCommentable: true,
		comments: [
			{
				id: 1,
				openId: 'oA',
				createTime: 1_700_000_000,
				content: '好',
				isElected: false,
				isDeletedByUser: false,
			},
		],
	});
};
const withReply = (state: State) => {
	withComment(state);
	const [only] = state.articles[0]?.comments ?? [];
	if (only) only.reply = { content: '谢谢', createTime: 1_700_000_100 };
};
const withKf = (state: State) => {
	state.kfAccounts.set('anna@gh1', { ...KF });
	withFollower(state);
};
const withCover = (state: State) => {
	const data = Buffer.from('x');
	const cover = { type: 'image', contentType: 'image/png', data, name: 'a.png', updatedAt: 1 };
	state.materials.set('cover', cover);
};
const withDraft = (state: State) => {
	withCover(state);
	const articles = [{ title: '标题', content: '正文', thumb_media_id: 'cover' }];
	state.drafts.set('draft1', { articles, updatedAt: 1_700_000_000 });
};
const withPublication = (state: State) => {
	const articles = [{ title: '标题', content: '正文', thumb_media_id: 'cover' }];
	const ids = { articleId: 'article1', publishId: 'publish1', mediaId: 'draft1', msgDataId: 1 };
	state.publications.set('publish1', { articles, updatedAt: 1_700_000_000, status: 0, ...ids });
};
const withMenu = (state: State) => {
	state.menu = { button: BUTTONS };
	const matchrule = { tag_id: '101' };
	state.conditionalMenus.push({ button: BUTTONS, matchrule, menuid: 400_000_001 });
	withTag(state);
};
const withBroadcast = (state: State) => {
	withComment(state);
	state.broadcasts.set(3_147_483_652, {
		to: 'all',
		body: { mpnews: { media_id: 'draft1' } },
		at: state.clock.now(),
		msgDataId: ARTICLE_ID,
		status: 'sent',
	});
};

const custom = (operation: string, msgtype: string, parameters: object, content: object): Row => ({
	of: `customerServiceMessage ${operation}`,
	given: withMedia,
	parameters: { openId: 'oA', ...parameters },
	requests: [[CUSTOM, { body: { touser: 'oA', msgtype, [msgtype]: content } }]],
});

/** A day that has figures: those of a week stand at its Monday, those of a month at its first day. */
function dayWithFigures(name: string): string {
	const isDay = ({ day, weekday }: DateTime) =>
		name.endsWith('week') ? weekday === 1 : !name.endsWith('month') || day === 1;
	let date = DateTime.now().setZone('Asia/Shanghai').minus({ days: 2 });
	while (!isDay(date)) date = date.minus({ days: 1 });
	return date.toISODate() ?? '';
}

const statistics = (operation: string, figures: string[]): Row[] =>
	figures.map((name) => ({
		of: `statistics ${operation}`,
		given: name.startsWith('getarticle') ? withComment : undefined,
		parameters: {
			figures: name,
			from: dayWithFigures(name),
			to: dayWithFigures(name),
			simplify: false,
		},
		requests: [[`POST /datacube/${name}`]],
	}));

const looking = (operation: string, path: string, parameters: object = {}): Row => ({
	of: `image ${operation}`,
	parameters: { imageSource: 'url', imageUrl: 'https://example.com/a.jpg', ...parameters },
	requests: [[`POST ${path}`, { query: { img_url: 'https://example.com/a.jpg' } }]],
});

export const ROWS: Row[] = [
	{
		of: 'account checkCallback',
		given: (state) => {
			state.callback.url = 'https://example.com';
		},
		parameters: { action: 'all', operator: 'DEFAULT' },
		requests: [
			['POST /cgi-bin/callback/check', { body: { action: 'all', check_operator: 'DEFAULT' } }],
		],
	},
	{ of: 'account getAutoReplyRules', requests: [['GET /cgi-bin/get_current_autoreply_info']] },
	{ of: 'account getCallbackIps', requests: [['GET /cgi-bin/getcallbackip']] },
	{ of: 'account getServerIps', requests: [['GET /cgi-bin/get_api_domain_ip']] },
	{
		of: 'account getQuota',
		parameters: { cgiPath: '/cgi-bin/user/get' },
		requests: [['POST /cgi-bin/openapi/quota/get', { body: { cgi_path: '/cgi-bin/user/get' } }]],
	},
	{
		of: 'account lookUpRid',
		parameters: { rid: '61725984-6126f6f9-040f19c4' },
		requests: [['POST /cgi-bin/openapi/rid/get', { body: { rid: '61725984-6126f6f9-040f19c4' } }]],
	},
	{
		of: 'account resetQuota',
		parameters: { cgiPath: '/cgi-bin/user/get' },
		requests: [['POST /cgi-bin/openapi/quota/clear', { body: { cgi_path: '/cgi-bin/user/get' } }]],
	},
	{
		of: 'account resetAllQuotas',
		requests: [['POST /cgi-bin/clear_quota', { body: { appid: 'wx0123456789abcdef' } }]],
	},
	{
		of: 'account resetAllQuotas',
		parameters: { withKeys: true },
		requests: [['POST /cgi-bin/clear_quota/v2']],
	},
	{
		of: 'broadcast send',
		given: withDraft,
		parameters: { audience: 'all', messageType: 'mpnews', mediaId: 'draft1' },
		requests: [
			[
				'POST /cgi-bin/message/mass/sendall',
				{
					body: {
						filter: { is_to_all: true },
						msgtype: 'mpnews',
						mpnews: { media_id: 'draft1' },
						clientmsgid: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
					},
				},
			],
		],
	},
	{
		of: 'broadcast send',
		given: (state) => {
			state.addFollower('oA');
			state.addFollower('oB');
		},
		parameters: { audience: 'openIds', openIds: 'oA,oB', messageType: 'text', text: '您好' },
		requests: [
			[
				'POST /cgi-bin/message/mass/send',
				{ body: { touser: ['oA', 'oB'], msgtype: 'text', text: { content: '您好' } } },
			],
		],
	},
	{
		of: 'broadcast preview',
		given: withMedia,
		parameters: { recipientBy: 'touser', recipient: 'oA', messageType: 'image', mediaId: 'm1' },
		requests: [
			[
				'POST /cgi-bin/message/mass/preview',
				{ body: { touser: 'oA', msgtype: 'image', image: { media_id: 'm1' } } },
			],
		],
	},
	{
		of: 'broadcast delete',
		given: withBroadcast,
		parameters: { msgId: '3147483652', articleIndex: 1 },
		requests: [
			['POST /cgi-bin/message/mass/delete', { body: { msg_id: 3_147_483_652, article_idx: 1 } }],
		],
	},
	{
		of: 'broadcast getStatus',
		given: withBroadcast,
		parameters: { msgId: '3147483652' },
		requests: [['POST /cgi-bin/message/mass/get', { body: { msg_id: 3_147_483_652 } }]],
	},
	{ of: 'broadcast getSpeed', requests: [['POST /cgi-bin/message/mass/speed/get']] },
	{
		of: 'broadcast setSpeed',
		parameters: { speed: 4 },
		requests: [['POST /cgi-bin/message/mass/speed/set', { body: { speed: 4 } }]],
	},
	...(
		[
			['close', 'close'],
			['open', 'open'],
		] as const
	).map(
		([operation, path]): Row => ({
			of: `comment ${operation}`,
			given: withComment,
			parameters: article,
			requests: [
				[`POST /cgi-bin/comment/${path}`, { body: { msg_data_id: ARTICLE_ID, index: 0 } }],
			],
		}),
	),
	...(
		[
			['delete', 'delete'],
			['elect', 'markelect'],
			['unelect', 'unmarkelect'],
		] as const
	).map(
		([operation, path]): Row => ({
			of: `comment ${operation}`,
			given: withComment,
			parameters: comment,
			requests: [[`POST /cgi-bin/comment/${path}`, { body: commentBody }]],
		}),
	),
	{
		of: 'comment deleteReply',
		given: withReply,
		parameters: comment,
		requests: [['POST /cgi-bin/comment/reply/delete', { body: commentBody }]],
	},
	{
		of: 'comment reply',
		given: withComment,
		parameters: { ...comment, content: '谢谢' },
		requests: [['POST /cgi-bin/comment/reply/add', { body: { ...commentBody, content: '谢谢' } }]],
	},
	{
		of: 'comment getMany',
		given: withReply,
		parameters: article,
		requests: [['POST /cgi-bin/comment/list', { body: { begin: 0, count: 49, type: 0 } }]],
	},
	{
		of: 'customerService createAccount',
		parameters: { ...kfAccount, nickname: '安娜' },
		requests: [
			['POST /customservice/kfaccount/add', { body: { kf_account: 'anna@gh1', nickname: '安娜' } }],
		],
	},
	{
		of: 'customerService updateAccount',
		given: withKf,
		parameters: { ...kfAccount, nickname: '小安' },
		requests: [
			[
				'POST /customservice/kfaccount/update',
				{ body: { kf_account: 'anna@gh1', nickname: '小安' } },
			],
		],
	},
	{
		of: 'customerService deleteAccount',
		given: withKf,
		parameters: kfAccount,
		requests: [['POST /customservice/kfaccount/del', { body: { kf_account: 'anna@gh1' } }]],
	},
	{
		of: 'customerService inviteWorker',
		given: withKf,
		parameters: { ...kfAccount, weChatId: 'anna_wx' },
		requests: [
			[
				'POST /customservice/kfaccount/inviteworker',
				{ body: { kf_account: 'anna@gh1', invite_wx: 'anna_wx' } },
			],
		],
	},
	{
		of: 'customerService setAvatar',
		given: withKf,
		parameters: kfAccount,
		file: 'jpg',
		requests: [
			[
				'POST /customservice/kfaccount/uploadheadimg',
				{ query: { kf_account: 'anna@gh1' }, body: { media: 'file.jpg 3 bytes' } },
			],
		],
	},
	{
		of: 'customerService listAccounts',
		given: withKf,
		requests: [['GET /cgi-bin/customservice/getkflist']],
	},
	{
		of: 'customerService listOnlineAccounts',
		given: withKf,
		requests: [['GET /cgi-bin/customservice/getonlinekflist']],
	},
	...(['createSession', 'closeSession'] as const).map(
		(operation): Row => ({
			of: `customerService ${operation}`,
			given: withKf,
			parameters: { ...kfAccount, openId: 'oA' },
			requests: [
				[
					`POST /customservice/kfsession/${operation.replace('Session', '')}`,
					{ body: { kf_account: 'anna@gh1', openid: 'oA' } },
				],
			],
		}),
	),
	{
		of: 'customerService getSession',
		given: (state) => {
			withKf(state);
			openSession(state, 'oA', 'anna@gh1');
		},
		parameters: { openId: 'oA' },
		requests: [['GET /customservice/kfsession/getsession', { query: { openid: 'oA' } }]],
	},
	{
		of: 'customerService listSessions',
		given: (state) => {
			withKf(state);
			openSession(state, 'oA', 'anna@gh1');
		},
		parameters: kfAccount,
		requests: [
			['GET /customservice/kfsession/getsessionlist', { query: { kf_account: 'anna@gh1' } }],
		],
	},
	{
		of: 'customerService listWaiting',
		given: (state) => {
			withFollower(state);
			handOver(state, 'oA', '');
		},
		requests: [['GET /customservice/kfsession/getwaitcase']],
	},
	{
		of: 'customerService getChatRecords',
		given: (state) => {
			const time = Date.parse('2026-11-02T01:00:00Z') / 1_000;
			state.chatRecords.push({
				openid: 'oA',
				worker: 'anna@gh1',
				text: '好',
				opercode: 2003,
				time,
			});
		},
		parameters: { from: '2026-11-01T00:00:00Z', to: '2026-11-03T00:00:00Z' },
		requests: [
			['POST /customservice/msgrecord/getmsglist', { body: { msgid: 1, number: 10_000 } }],
			['POST /customservice/msgrecord/getmsglist', { body: { msgid: 1 } }],
		],
	},
	custom('sendText', 'text', { text: '您好' }, { content: '您好' }),
	custom('sendImage', 'image', { mediaId: 'm1' }, { media_id: 'm1' }),
	custom('sendVoice', 'voice', { mediaId: 'm1' }, { media_id: 'm1' }),
	custom(
		'sendVideo',
		'video',
		{ mediaId: 'm1', thumbMediaId: 't1' },
		{ media_id: 'm1', thumb_media_id: 't1' },
	),
	custom(
		'sendMusic',
		'music',
		{ musicUrl: 'https://a', thumbMediaId: 't1', title: '歌', description: '词' },
		{ musicurl: 'https://a', thumb_media_id: 't1', title: '歌' },
	),
	custom(
		'sendNews',
		'news',
		{ title: '新品', url: 'https://a' },
		{ articles: [{ title: '新品' }] },
	),
	custom('sendArticle', 'mpnewsarticle', { articleId: 'article1' }, { article_id: 'article1' }),
	custom(
		'sendMenu',
		'msgmenu',
		{ question: '满意吗？', answers: { answer: [{ id: '101', content: '满意' }] } },
		{ head_content: '满意吗？', list: [{ id: '101', content: '满意' }] },
	),
	custom(
		'sendMiniProgramPage',
		'miniprogrampage',
		{ title: '商城', appId: 'wx1', page: 'pages/a', thumbMediaId: 't1' },
		{ title: '商城', appid: 'wx1', pagepath: 'pages/a', thumb_media_id: 't1' },
	),
	custom('sendCard', 'wxcard', { cardId: 'c1' }, { card_id: 'c1' }),
	custom('askInChat', 'text', { question: '几点到店？', waitHours: 2 }, { content: '几点到店？' }),
	custom(
		'askInChat',
		'msgmenu',
		{ question: '来吗？', answers: { answer: [{ id: '1', content: '来' }] } },
		{ head_content: '来吗？', list: [{ id: '1', content: '来' }] },
	),
	{
		of: 'customerServiceMessage sendAndWait',
		given: withFollower,
		parameters: { openId: 'oA', message: '同意吗？' },
		requests: [[CUSTOM, { body: { touser: 'oA', msgtype: 'text' } }]],
		waits: true,
	},
	{
		of: 'customerServiceMessage waitForAnswer',
		parameters: { deadline: '2999-01-01T00:00:00Z' },
		requests: [],
		waits: true,
	},
	{
		of: 'customerServiceMessage setTyping',
		given: withFollower,
		parameters: { openId: 'oA', isTyping: true },
		requests: [
			['POST /cgi-bin/message/custom/typing', { body: { touser: 'oA', command: 'Typing' } }],
		],
	},
	{
		of: 'draft create',
		given: withCover,
		parameters: { ...form, additionalFields: { author: '小编', openComments: true } },
		requests: [
			[
				'POST /cgi-bin/draft/add',
				{
					body: {
						articles: [
							expect.objectContaining({
								title: '标题',
								author: '小编',
								thumb_media_id: 'cover',
								need_open_comment: 1,
							}) as unknown,
						],
					},
				},
			],
		],
	},
	{
		of: 'draft create',
		file: 'png',
		parameters: { title: '标题', contentFormat: 'markdown', content: '**好** ![](binary:data)' },
		requests: [
			['POST /cgi-bin/media/uploadimg', { body: { media: 'file.png 3 bytes' } }],
			['POST /cgi-bin/material/add_material', { query: { type: 'image' } }],
			['POST /cgi-bin/draft/add'],
		],
	},
	{
		of: 'draft previewHtml',
		parameters: { contentFormat: 'markdown', content: '**好**' },
		requests: [],
	},
	{
		of: 'draft createImagePost',
		given: withCover,
		parameters: { title: '标题', content: '文字', imageMediaIds: 'cover' },
		requests: [
			[
				'POST /cgi-bin/draft/add',
				{
					body: {
						articles: [
							expect.objectContaining({
								article_type: 'newspic',
								image_info: { image_list: [{ image_media_id: 'cover' }] },
							}) as unknown,
						],
					},
				},
			],
		],
	},
	{
		of: 'draft get',
		given: withDraft,
		parameters: { mediaId: 'draft1' },
		requests: [['POST /cgi-bin/draft/get', { body: { media_id: 'draft1' } }]],
	},
	{
		of: 'draft getMany',
		given: withDraft,
		requests: [['POST /cgi-bin/draft/batchget', { body: { offset: 0, count: 20, no_content: 1 } }]],
	},
	{
		of: 'draft getProductCard',
		parameters: { productId: '10000018', articleType: 'news', cardType: 1 },
		requests: [
			[
				'POST /channels/ec/service/product/getcardinfo',
				{ body: { product_id: '10000018', article_type: 'news', card_type: 1 } },
			],
		],
	},
	{ of: 'draft getCount', given: withDraft, requests: [['GET /cgi-bin/draft/count']] },
	{
		of: 'draft update',
		given: withDraft,
		parameters: { mediaId: 'draft1', articleIndex: 0, ...form },
		requests: [['POST /cgi-bin/draft/update', { body: { media_id: 'draft1', index: 0 } }]],
	},
	{
		of: 'draft update',
		given: withDraft,
		file: 'png',
		parameters: { mediaId: 'draft1', title: '标题', content: '<img src="binary:data">' },
		requests: [
			['POST /cgi-bin/media/uploadimg'],
			['POST /cgi-bin/material/add_material'],
			['POST /cgi-bin/draft/update', { body: { media_id: 'draft1', index: 0 } }],
		],
	},
	{
		of: 'draft updateImagePost',
		given: withDraft,
		parameters: { mediaId: 'draft1', title: '标题', imageMediaIds: 'cover' },
		requests: [['POST /cgi-bin/draft/update', { body: { articles: { article_type: 'newspic' } } }]],
	},
	{
		of: 'draft delete',
		given: withDraft,
		parameters: { mediaId: 'draft1' },
		requests: [['POST /cgi-bin/draft/delete', { body: { media_id: 'draft1' } }]],
	},
	{
		of: 'jsSdk signUrl',
		parameters: { url: 'https://example.com/page#top' },
		requests: [['GET /cgi-bin/ticket/getticket', { query: { type: 'jsapi' } }]],
	},
	...[
		'bankcard',
		'bizlicense',
		'drivinglicense',
		'idcard',
		'platenum',
		'menu',
		'comm',
		'driving',
	].map((document) => looking('recognizeText', `/cv/ocr/${document}`, { document })),
	looking('recognizeCodes', '/cv/img/qrcode'),
	looking('cropImage', '/cv/img/aicrop'),
	looking('enlargeImage', '/cv/img/superresolution'),
	{
		of: 'language translate',
		parameters: { text: '你好', from: 'zh_CN', to: 'en_US' },
		requests: [
			[
				'POST /cgi-bin/media/voice/translatecontent',
				{ query: { lfrom: 'zh_CN', lto: 'en_US' }, body: { content: '你好' } },
			],
		],
	},
	{
		of: 'language voiceToText',
		file: 'mp3',
		requests: [
			['POST /cgi-bin/media/voice/addvoicetorecofortext', { query: { format: 'mp3' } }],
			['POST /cgi-bin/media/voice/queryrecoresultfortext'],
		],
	},
	{
		of: 'media uploadTemporary',
		parameters: { mediaType: 'image' },
		file: 'png',
		requests: [
			[
				'POST /cgi-bin/media/upload',
				{ query: { type: 'image' }, body: { media: 'file.png 3 bytes' } },
			],
		],
	},
	{
		of: 'media uploadPermanent',
		parameters: { mediaType: 'video', videoTitle: '片', videoIntroduction: '介' },
		file: 'mp4',
		requests: [
			[
				'POST /cgi-bin/material/add_material',
				{ query: { type: 'video' }, body: { description: '{"title":"片","introduction":"介"}' } },
			],
		],
	},
	{
		of: 'media uploadArticleImage',
		file: 'png',
		requests: [['POST /cgi-bin/media/uploadimg', { body: { media: 'file.png 3 bytes' } }]],
	},
	{
		of: 'media get',
		given: (state) => {
			state.media.set('m1', { contentType: 'image/png', data: Buffer.from('abc') });
		},
		parameters: { mediaId: 'm1' },
		requests: [['GET /cgi-bin/media/get', { query: { media_id: 'm1' } }]],
	},
	{
		of: 'media get',
		given: (state) => {
			state.media.set('m1', { contentType: 'voice/speex', data: Buffer.from('abc') });
		},
		parameters: { mediaId: 'm1', isHighQuality: true },
		requests: [['GET /cgi-bin/media/get/jssdk', { query: { media_id: 'm1' } }]],
	},
	{
		of: 'media getPermanent',
		given: withCover,
		parameters: { mediaId: 'cover' },
		requests: [['POST /cgi-bin/material/get_material', { body: { media_id: 'cover' } }]],
	},
	{
		of: 'media getMany',
		given: withCover,
		parameters: { mediaType: 'image' },
		requests: [
			[
				'POST /cgi-bin/material/batchget_material',
				{ body: { type: 'image', offset: 0, count: 20 } },
			],
		],
	},
	{
		of: 'media getCount',
		given: withCover,
		requests: [['GET /cgi-bin/material/get_materialcount']],
	},
	{
		of: 'media delete',
		given: withCover,
		parameters: { mediaId: 'cover' },
		requests: [['POST /cgi-bin/material/del_material', { body: { media_id: 'cover' } }]],
	},
	{
		of: 'menu create',
		parameters: menu,
		requests: [['POST /cgi-bin/menu/create', { body: { button: BUTTONS } }]],
	},
	{
		of: 'menu publishIfChanged',
		parameters: menu,
		requests: [
			['GET /cgi-bin/menu/get'],
			['POST /cgi-bin/menu/create', { body: { button: BUTTONS } }],
		],
	},
	{
		of: 'menu publishConditionalIfChanged',
		given: (state) => {
			withMenu(state);
			for (const entry of state.conditionalMenus) entry.button = [{ ...BUTTONS[0], name: '旧' }];
		},
		parameters: { ...menu, shownTo: 'tag', ...tag },
		requests: [
			['GET /cgi-bin/menu/get'],
			[
				'POST /cgi-bin/menu/addconditional',
				{ body: { button: BUTTONS, matchrule: { tag_id: '101' } } },
			],
			['POST /cgi-bin/menu/delconditional', { body: { menuid: '400000001' } }],
		],
	},
	{
		of: 'menu publishDue',
		given: withMenu,
		calendar: [
			{ key: 'menu:all', name: '日常', isActive: true, menu: '优惠\n服务' },
			{ key: 'menu:tag', name: '专属', isActive: true, tag: '活跃', menu: '专属' },
		],
		requests: [
			['GET /cgi-bin/menu/get'],
			['POST /cgi-bin/menu/create', { body: { button: [{ name: '优惠' }, { name: '服务' }] } }],
			['GET /cgi-bin/tags/get'],
			['POST /cgi-bin/menu/addconditional', { body: { matchrule: { tag_id: '101' } } }],
			['POST /cgi-bin/menu/delconditional', { body: { menuid: '400000001' } }],
		],
	},
	{
		of: 'menu answerTap',
		calendar: [{ key: 'menu:all', isActive: true, menu: '营业时间：每天 9:00 到 21:00' }],
		item: { EventKey: '营业时间' },
		requests: [],
	},
	{ of: 'menu get', given: withMenu, requests: [['GET /cgi-bin/menu/get']] },
	{
		of: 'menu getSelfMenu',
		given: withMenu,
		requests: [['GET /cgi-bin/get_current_selfmenu_info']],
	},
	{ of: 'menu delete', given: withMenu, requests: [['GET /cgi-bin/menu/delete']] },
	{
		of: 'menu addConditional',
		given: withMenu,
		parameters: { ...menu, shownTo: 'tag', ...tag },
		requests: [['POST /cgi-bin/menu/addconditional', { body: { matchrule: { tag_id: '101' } } }]],
	},
	{
		of: 'menu deleteConditional',
		given: withMenu,
		parameters: { menuId: '400000001' },
		requests: [['POST /cgi-bin/menu/delconditional', { body: { menuid: '400000001' } }]],
	},
	{
		of: 'menu tryConditional',
		given: withMenu,
		parameters: { userId: 'oA' },
		requests: [['POST /cgi-bin/menu/trymatch', { body: { user_id: 'oA' } }]],
	},
	{
		of: 'publish submit',
		given: withDraft,
		parameters: { mediaId: 'draft1', wait: true },
		requests: [
			['POST /cgi-bin/freepublish/submit', { body: { media_id: 'draft1' } }],
			['POST /cgi-bin/freepublish/get'],
		],
	},
	{
		of: 'publish getStatus',
		given: withPublication,
		parameters: { publishId: 'publish1' },
		requests: [['POST /cgi-bin/freepublish/get', { body: { publish_id: 'publish1' } }]],
	},
	{
		of: 'publish getArticle',
		given: withPublication,
		parameters: { articleId: 'article1' },
		requests: [['POST /cgi-bin/freepublish/getarticle', { body: { article_id: 'article1' } }]],
	},
	{
		of: 'publish getMany',
		given: withPublication,
		requests: [['POST /cgi-bin/freepublish/batchget', { body: { offset: 0, count: 20 } }]],
	},
	{
		of: 'publish delete',
		given: withPublication,
		parameters: { articleId: 'article1', articleNumber: 1 },
		requests: [
			['POST /cgi-bin/freepublish/delete', { body: { article_id: 'article1', index: 1 } }],
		],
	},
	{
		of: 'qrCode create',
		parameters: { scene: 'store-12', lifetime: 'temporary', days: 7 },
		requests: [
			[
				'POST /cgi-bin/qrcode/create',
				{
					body: {
						expire_seconds: 604_800,
						action_name: 'QR_STR_SCENE',
						action_info: { scene: { scene_str: 'store-12' } },
					},
				},
			],
		],
	},
	{
		of: 'qrCode getImage',
		given: (state) => {
			state.qrCodes.set('ticket1', {});
		},
		parameters: { ticket: 'ticket1' },
		requests: [['GET /cgi-bin/showqrcode', { query: { ticket: 'ticket1' } }]],
	},
	{
		of: 'shortLink create',
		parameters: { data: 'https://example.com', days: 1 },
		requests: [
			[
				'POST /cgi-bin/shorten/gen',
				{ body: { long_data: 'https://example.com', expire_seconds: 86_400 } },
			],
		],
	},
	{
		of: 'shortLink resolve',
		given: (state) => {
			state.shortKeys.set('key1', { data: 'https://example.com', at: 1_700_000_000 });
		},
		parameters: { shortKey: 'key1' },
		requests: [['POST /cgi-bin/shorten/fetch', { body: { short_key: 'key1' } }]],
	},
	...statistics('getFollowers', ['getusersummary', 'getusercumulate']),
	...statistics('getArticles', [
		'getbizsummary',
		'getarticletotaldetail',
		'getarticleread',
		'getarticleshare',
	]),
	...statistics('getMessages', [
		'getupstreammsg',
		'getupstreammsghour',
		'getupstreammsgmonth',
		'getupstreammsgweek',
		'getupstreammsgdist',
		'getupstreammsgdistmonth',
		'getupstreammsgdistweek',
	]),
	...statistics('getInterface', ['getinterfacesummary', 'getinterfacesummaryhour']),
	{
		of: 'subscriptionNotice send',
		given: (state) => {
			withTemplates(state);
			withFollower(state);
		},
		parameters: {
			openId: 'oA',
			...template,
			fields: { mappingMode: 'defineBelow', value: { thing1: '您好' } },
			additionalFields: { page: 'https://example.com' },
		},
		requests: [
			[
				'POST /cgi-bin/message/subscribe/bizsend',
				{ body: { touser: 'oA', template_id: 'T1', page: 'https://example.com' } },
			],
		],
	},
	{
		of: 'subscriptionNotice getMany',
		given: withTemplates,
		requests: [['GET /wxaapi/newtmpl/gettemplate']],
	},
	{
		of: 'subscriptionNotice addTemplate',
		parameters: { libraryId: '1000', keywordIds: '1,2', use: '发货' },
		requests: [
			[
				'POST /wxaapi/newtmpl/addtemplate',
				{ body: { tid: '1000', kidList: [1, 2], sceneDesc: '发货' } },
			],
		],
	},
	{
		of: 'subscriptionNotice deleteTemplate',
		given: withTemplates,
		parameters: template,
		requests: [['POST /wxaapi/newtmpl/deltemplate', { body: { priTmplId: 'T1' } }]],
	},
	{ of: 'subscriptionNotice listCategories', requests: [['GET /wxaapi/newtmpl/getcategory']] },
	{
		of: 'subscriptionNotice listPublicTitles',
		parameters: { categoryIds: '616', returnAll: true },
		requests: [
			[
				'GET /wxaapi/newtmpl/getpubtemplatetitles',
				{ query: { ids: '616', start: '0', limit: '30' } },
			],
			['GET /wxaapi/newtmpl/getpubtemplatetitles', { query: { start: '30' } }],
		],
	},
	{
		of: 'subscriptionNotice listKeywords',
		parameters: { libraryId: '1000' },
		requests: [['GET /wxaapi/newtmpl/getpubtemplatekeywords', { query: { tid: '1000' } }]],
	},
	{
		of: 'subscriptionNotice buildConsentLink',
		parameters: { oneTimeTemplateId: 'T9', scene: 7, redirectUrl: 'https://example.com/back' },
		requests: [],
	},
	{
		of: 'subscriptionNotice sendOneTime',
		given: withFollower,
		parameters: { openId: 'oA', oneTimeTemplateId: 'T9', scene: 7, title: '到货', text: '已到货' },
		requests: [
			[
				'POST /cgi-bin/message/template/subscribe',
				{
					body: { touser: 'oA', scene: '7', title: '到货', data: { content: { value: '已到货' } } },
				},
			],
		],
	},
	{
		of: 'tag bringIntoStep',
		given: withTag,
		parameters: { openId: 'oA', tags: '新', managedTags: '新, 活跃' },
		requests: [
			['GET /cgi-bin/tags/get'],
			['POST /cgi-bin/tags/create', { body: { tag: { name: '新' } } }],
			['POST /cgi-bin/tags/members/batchtagging', { body: { openid_list: ['oA'] } }],
			['POST /cgi-bin/user/tag/get', { body: { tagid: 101 } }],
			['POST /cgi-bin/user/tag/get', { body: { tagid: 101 } }],
			['POST /cgi-bin/tags/members/batchuntagging', { body: { openid_list: ['oA'], tagid: 101 } }],
		],
	},
	{
		of: 'tag create',
		parameters: { name: '新客' },
		requests: [['POST /cgi-bin/tags/create', { body: { tag: { name: '新客' } } }]],
	},
	{
		of: 'tag update',
		given: withTag,
		parameters: { ...tag, name: '老客' },
		requests: [['POST /cgi-bin/tags/update', { body: { tag: { id: 101, name: '老客' } } }]],
	},
	{
		of: 'tag delete',
		given: withTag,
		parameters: tag,
		requests: [['POST /cgi-bin/tags/delete', { body: { tag: { id: 101 } } }]],
	},
	{ of: 'tag getMany', given: withTag, requests: [['GET /cgi-bin/tags/get']] },
	{
		of: 'tag getTagFollowers',
		given: withTag,
		parameters: tag,
		requests: [
			['POST /cgi-bin/user/tag/get', { body: { tagid: 101, next_openid: '' } }],
			['POST /cgi-bin/user/tag/get', { body: { tagid: 101, next_openid: 'oA' } }],
		],
	},
	{
		of: 'tag getUserTags',
		given: withTag,
		parameters: { openId: 'oA' },
		requests: [
			['POST /cgi-bin/tags/getidlist', { body: { openid: 'oA' } }],
			['GET /cgi-bin/tags/get'],
		],
	},
	...(['tagUsers', 'untagUsers'] as const).map(
		(operation): Row => ({
			of: `tag ${operation}`,
			given: withTag,
			parameters: { ...tag, openIds: 'oA' },
			requests: [
				[
					`POST /cgi-bin/tags/members/batch${operation === 'tagUsers' ? 'tagging' : 'untagging'}`,
					{ body: { openid_list: ['oA'], tagid: 101 } },
				],
			],
		}),
	),
	{
		of: 'templateMessage sendAndWait',
		given: (state) => {
			withTemplates(state);
			withFollower(state);
		},
		parameters: {
			openId: 'oA',
			...template,
			fields: { mappingMode: 'defineBelow', value: { thing1: '稿件' } },
			message: '同意发布吗？',
		},
		requests: [
			['POST /cgi-bin/message/template/send', { body: { touser: 'oA', template_id: 'T1' } }],
		],
		waits: true,
	},
	{
		of: 'templateMessage send',
		given: (state) => {
			withTemplates(state);
			withFollower(state);
		},
		parameters: {
			openId: 'oA',
			...template,
			fields: { mappingMode: 'defineBelow', value: { thing1: '您好' } },
		},
		requests: [
			[
				'POST /cgi-bin/message/template/send',
				{ body: { touser: 'oA', template_id: 'T1', data: { thing1: { value: '您好' } } } },
			],
		],
	},
	{
		of: 'templateMessage getMany',
		given: withTemplates,
		requests: [['GET /cgi-bin/template/get_all_private_template']],
	},
	{
		of: 'templateMessage addTemplate',
		parameters: { libraryId: '47123', keywords: '订单号，商品' },
		requests: [
			[
				'POST /cgi-bin/template/api_add_template',
				{ body: { template_id_short: '47123', keyword_name_list: ['订单号', '商品'] } },
			],
		],
	},
	{
		of: 'templateMessage deleteTemplate',
		given: withTemplates,
		parameters: template,
		requests: [['POST /cgi-bin/template/del_private_template', { body: { template_id: 'T1' } }]],
	},
	{ of: 'templateMessage getIndustry', requests: [['GET /cgi-bin/template/get_industry']] },
	{
		of: 'templateMessage setIndustry',
		parameters: { primary: 1, secondary: 4 },
		requests: [
			[
				'POST /cgi-bin/template/api_set_industry',
				{ body: { industry_id1: '1', industry_id2: '4' } },
			],
		],
	},
	{
		of: 'templateMessage listBlocked',
		parameters: template,
		requests: [['POST /wxa/sec/queryblocktmplmsg', { body: { tmpl_msg_id: 'T1', limit: 100 } }]],
	},
	{
		of: 'user get',
		given: withFollower,
		parameters: { openId: 'oA' },
		requests: [['GET /cgi-bin/user/info', { query: { openid: 'oA', lang: 'zh_CN' } }]],
	},
	{
		of: 'user getMany',
		given: withFollower,
		parameters: { openIds: 'oA' },
		requests: [
			[
				'POST /cgi-bin/user/info/batchget',
				{ body: { user_list: [{ openid: 'oA', lang: 'zh_CN' }] } },
			],
		],
	},
	{ of: 'user listFollowers', given: withFollower, requests: [['GET /cgi-bin/user/get']] },
	{
		of: 'user setRemark',
		given: withFollower,
		parameters: { openId: 'oA', remark: '甲' },
		requests: [['POST /cgi-bin/user/info/updateremark', { body: { openid: 'oA', remark: '甲' } }]],
	},
	...(['block', 'unblock'] as const).map(
		(operation): Row => ({
			of: `user ${operation}`,
			given: withFollower,
			parameters: { openIds: 'oA' },
			requests: [
				[
					`POST /cgi-bin/tags/members/batch${operation}list`.replace('blocklist', 'blacklist'),
					{ body: { openid_list: ['oA'] } },
				],
			],
		}),
	),
	{
		of: 'user listBlocked',
		given: (state) => {
			state.blocked.add('oA');
		},
		parameters: { returnAll: false, limit: 1 },
		requests: [['POST /cgi-bin/tags/members/getblacklist', { body: { begin_openid: '' } }]],
	},
	{
		of: 'user migrateOpenIds',
		parameters: { fromAppId: 'wxold', openIds: 'oA' },
		requests: [
			['POST /cgi-bin/changeopenid', { body: { from_appid: 'wxold', openid_list: ['oA'] } }],
		],
	},
	{
		of: 'user checkReachability',
		parameters: { openId: 'oA', interactions: '[{"kind":"text","at":"2020-01-01T00:00:00Z"}]' },
		requests: [],
	},
	{
		of: 'webAuthorization buildLink',
		parameters: { redirectUrl: 'https://example.com/a', scope: 'snsapi_base', state: 'x' },
		requests: [],
	},
	{
		of: 'webAuthorization exchangeCode',
		given: (state) => {
			state.codes.set('code1', 'oA');
		},
		parameters: { code: 'code1' },
		requests: [
			[
				'GET /sns/oauth2/access_token',
				{ query: { code: 'code1', grant_type: 'authorization_code' } },
			],
		],
	},
	{
		of: 'webAuthorization refresh',
		parameters: { renewal: 'refresh_oA' },
		requests: [['GET /sns/oauth2/refresh_token', { query: { grant_type: 'refresh_token' } }]],
	},
	{
		of: 'webAuthorization checkToken',
		parameters: { openId: 'oA', userGrant: 'user_oA' },
		requests: [['GET /sns/auth', { query: { openid: 'oA' } }]],
	},
	{
		of: 'webAuthorization getProfile',
		parameters: { openId: 'oA', userGrant: 'user_oA' },
		requests: [['GET /sns/userinfo', { query: { openid: 'oA', lang: 'zh_CN' } }]],
	},
];
