import { ARTICLE_ID, BROADCAST_ID, MENU, type World } from './world';

/** A call of a client, and what comes of it. */
export type Row = [
	call: string,
	given: unknown[] | ((world: World) => unknown[]),
	/** What it answers, or the code it fails with. */
	answer: object | number,
	/** What is different in the account then, and how. */
	look?: (world: World) => unknown,
	seen?: unknown,
];

const OK = { errcode: 0 };

const inbox = ({ state }: World) =>
	state.followers.get('oA')?.inbox.map(({ type, content }) => ({ type, content }));
const message = (call: string, given: unknown[], type: string, content: object): Row => [
	call,
	given,
	OK,
	inbox,
	[{ type, content }],
];

const reached = ({ state }: World) =>
	[...state.followers.values()]
		.filter(({ broadcasts }) => broadcasts.length > 0)
		.map(({ openId }) => openId);
const SENT = { errcode: 0, msg_id: expect.any(Number) as number };

const materials = ({ state }: World) => [...state.materials.values()].map(({ type }) => type);
const media = ({ state }: World) => state.media.size;

/** Figures of a day, by the days of a week and a month that have figures in the middle of May 2030. */
const figures = (call: string, row: object, day = '2030-05-14'): Row => [
	call,
	[day, day],
	{ list: [{ ref_date: day, ...row }] },
];

export const SHARED_ROWS: Row[] = [
	['getCustomServiceList', [], { kf_list: [{ kf_account: 'anna@gh1', kf_nick: '安娜' }] }],
	['getOnlineCustomServiceList', [], { kf_online_list: [{ kf_account: 'anna@gh1', status: 1 }] }],
	['deleteKfAccount', ['anna@gh1'], OK, ({ state }) => state.kfAccounts.size, 0],
	['setKfAccountAvatar', ({ file }) => ['anna@gh1', file('thumb.jpg')], OK],
	[
		'createKfSession',
		['anna@gh1', 'oB'],
		OK,
		({ state }) => [state.sessions.get('oB')?.account, state.waiting.size],
		['anna@gh1', 0],
	],
	figures('getUserSummary', { new_user: 3 }),
	figures('getUserCumulate', { cumulate_user: 1_217 }),
	figures('getUpstreamMsg', { msg_count: 9 }),
	figures('getUpstreamMsgHour', { ref_hour: 900 }),
	figures('getUpstreamMsgWeek', { msg_count: 9 }, '2030-05-06'),
	figures('getUpstreamMsgMonth', { msg_count: 9 }, '2030-05-01'),
	figures('getUpstreamMsgDist', { count_interval: 1 }),
	figures('getUpstreamMsgDistWeek', { count_interval: 1 }, '2030-05-06'),
	figures('getUpstreamMsgDistMonth', { count_interval: 1 }, '2030-05-01'),
	figures('getInterfaceSummary', { callback_count: 9 }),
	figures('getInterfaceSummaryHour', { ref_hour: 900 }),
	['getUpstreamMsgWeek', ['2030-05-06', '2030-05-13'], 61501],
	['getUserSummary', ({ daysAgo }) => [daysAgo(0), daysAgo(0)], 61501],
	['getIp', [], { ip_list: ['127.0.0.1', '198.51.100.0/25'] }],
	['getTicket', ['jsapi'], { ticket: 'jsapi_ticket_1' }],
	['getLatestTicket', [], { ticket: 'jsapi_ticket_1' }],
	[
		'getJsConfig',
		[{ debug: false, url: 'https://example.com/', jsApiList: ['share'] }],
		{ signature: expect.stringMatching(/^[0-9a-f]{40}$/) as string },
	],
	[
		'getCardExt',
		[{ card_id: 'c1' }],
		{ signature: expect.stringMatching(/^[0-9a-f]{40}$/) as string },
	],
	['massSend', [{ msgtype: 'text', text: { content: '好' } }, true], SENT, reached, ['oA', 'oB']],
	['massSendNews', ['draft', true], SENT, ({ state }) => state.drafts.size, 0],
	['massSendText', ['大家好', ['oA', 'oB']], SENT, reached, ['oA', 'oB']],
	['massSendVoice', ['m1', true], SENT, reached, ['oA', 'oB']],
	['massSendImage', ['m1', true], SENT, reached, ['oA', 'oB']],
	['massSendVideo', ['m1', true], SENT, reached, ['oA', 'oB']],
	['massSendImage', ['none', true], 40007],
	['massSendText', ['大家好', ['oA']], 40130],
	['deleteMass', [BROADCAST_ID], OK, ({ state }) => state.articles.length, 0],
	['getMassMessageStatus', [BROADCAST_ID], { msg_status: 'SEND_SUCCESS' }],
	['getMassMessageStatus', [7], 40059],
	['previewNews', ['oA', 'draft'], OK],
	['previewText', ['oA', '大家好'], OK],
	['previewVoice', ['oA', 'm1'], OK],
	['previewImage', ['oA', 'm1'], OK],
	['previewVideo', ['oA', 'm1'], OK],
	['previewText', ['oStranger', '大家好'], 40003],
	[
		'uploadMaterial',
		({ file }) => [file('cover.png'), 'image'],
		{ url: expect.stringContaining('qpic') as string },
		materials,
		['image', 'image'],
	],
	['uploadImageMaterial', ({ file }) => [file('cover.png')], {}, materials, ['image', 'image']],
	['uploadVoiceMaterial', ({ file }) => [file('voice.mp3')], {}, materials, ['image', 'voice']],
	['uploadThumbMaterial', ({ file }) => [file('thumb.jpg')], {}, materials, ['image', 'thumb']],
	['uploadThumbMaterial', ({ file }) => [file('cover.png')], 40005],
	[
		'uploadVideoMaterial',
		({ file }) => [file('film.mp4'), { title: '片', introduction: '介' }],
		{ media_id: expect.stringMatching(/^material_/) as string },
		({ state }) => [...state.materials.values()].at(-1)?.title,
		'片',
	],
	['getMaterial', ['cover'], Buffer.from('a picture')],
	['removeMaterial', ['cover'], OK, materials, []],
	['removeMaterial', ['none'], 40007],
	['getMaterialCount', [], { image_count: 1, video_count: 0, news_count: 0 }],
	[
		'getMaterials',
		['image', 0, 20],
		{ total_count: 1, item: [{ media_id: 'cover', name: 'cover.png' }] },
	],
	['getMaterials', ['image', 0, 21], 40097],
	['uploadMedia', ({ file }) => [file('cover.png'), 'image'], { type: 'image' }, media, 3],
	[
		'uploadImage',
		({ file }) => [file('cover.png')],
		{ url: expect.stringContaining('mmbiz') as string },
	],
	['uploadVoice', ({ file }) => [file('voice.mp3')], { type: 'voice' }, media, 3],
	['uploadVideo', ({ file }) => [file('film.mp4')], { type: 'video' }, media, 3],
	[
		'uploadThumb',
		({ file }) => [file('thumb.jpg')],
		{ thumb_media_id: expect.any(String) as string },
		media,
		3,
	],
	['getMedia', ['m1'], Buffer.from('a picture')],
	[
		'createMenu',
		[{ button: [{ type: 'view', name: '商城', url: 'https://example.com' }] }],
		OK,
		({ state }) => state.menu?.button[0]?.name,
		'商城',
	],
	['createMenu', [{ button: [{ type: 'view', name: '商城' }] }], 40020],
	[
		'getMenu',
		[],
		{ menu: MENU, conditionalmenu: [{ matchrule: { group_id: 101 }, menuid: 400_000_001 }] },
	],
	['getMenuConfig', [], { is_menu_open: 1, selfmenu_info: MENU }],
	[
		'removeMenu',
		[],
		OK,
		({ state }) => [state.menu, state.conditionalMenus.length],
		[undefined, 0],
	],
	message('sendText', ['oA', '您好'], 'text', { content: '您好' }),
	message('sendImage', ['oA', 'm1'], 'image', { media_id: 'm1' }),
	message('sendVoice', ['oA', 'm1'], 'voice', { media_id: 'm1' }),
	message('sendVideo', ['oA', 'm1', 't1'], 'video', { media_id: 'm1', thumb_media_id: 't1' }),
	message('sendMusic', ['oA', { musicurl: 'https://e.cn/a.mp3', thumb_media_id: 't1' }], 'music', {
		musicurl: 'https://e.cn/a.mp3',
		thumb_media_id: 't1',
	}),
	message('sendNews', ['oA', [{ title: '新品', url: 'https://e.cn' }]], 'news', {
		articles: [{ title: '新品', url: 'https://e.cn' }],
	}),
	['sendNews', ['oA', [{ title: '一' }, { title: '二' }]], 45008],
	// Retired: articles are sent by their article ID now.
	['sendMpNews', ['oA', ARTICLE_ID], 40008],
	['sendText', ['oB', '您好'], 45015],
	['createTmpQRCode', [7, 600], { expire_seconds: 600 }, ({ state }) => state.qrCodes.size, 1],
	['createLimitQRCode', [12], { ticket: expect.any(String) as string }],
	['createLimitQRCode', [0], 40053],
	[
		'setIndustry',
		[{ industry_id1: '1', industry_id2: '4' }],
		OK,
		({ state }) => state.industry,
		['1', '4'],
	],
	['getIndustry', [], { primary_industry: { first_class: 'IT科技' } }],
	['addTemplate', ['TM00015'], OK, ({ state }) => state.templates.length, 2],
	['getAllPrivateTemplate', [], { template_list: [{ template_id: 'T1', title: '通知' }] }],
	['delPrivateTemplate', ['T1'], OK, ({ state }) => state.templates.length, 0],
	['delPrivateTemplate', ['none'], 40037],
	['getUser', [{ openid: 'oA', lang: 'zh_CN' }], { subscribe: 1, tagid_list: [101] }],
	['getUser', [{ openid: 'oStranger', lang: 'zh_CN' }], 40003],
	['batchGetUsers', [['oA', 'oB']], { user_info_list: [{ openid: 'oA' }, { openid: 'oB' }] }],
	['getFollowers', [''], { total: 2, count: 2, data: { openid: ['oA', 'oB'] }, next_openid: 'oB' }],
	['getFollowers', ['oB'], { total: 2, count: 0 }],
	['updateRemark', ['oA', '老客'], OK, ({ state }) => state.followers.get('oA')?.remark, '老客'],
	['updateRemark', ['oA', '长'.repeat(10)], 40097],
	['getTags', [], { tags: [{ id: 2 }, { id: 101, name: '活跃', count: 1 }] }],
	['deleteTag', [101], OK, ({ state }) => state.followers.get('oA')?.tagIds, []],
	['deleteTag', [2], 45058],
];
