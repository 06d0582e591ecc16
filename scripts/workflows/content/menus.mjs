/*
 * Menus of a tea shop, in WeChat's format. Names: up to 16 bytes on the first level (five Chinese
 * characters), 60 on the second. A key that starts a reply has its text in `menuReplies`.
 */
const tap = (name, key) => ({ type: 'click', name, key });
const link = (name, url) => ({ type: 'view', name, url });
const group = (name, ...entries) => ({ name, sub_button: entries });
const menu = (...button) => JSON.stringify({ button });

const SHOP = 'https://shop.example.com';

const service = group(
	'服务',
	tap('订单物流', 'ORDER'),
	tap('会员权益', 'MEMBER'),
	tap('门店地址', 'STORE'),
	tap('加入茶友群', 'GROUP'),
	tap('人工客服', 'HUMAN'),
);
const games = group(
	'玩一玩',
	tap('每日签到', 'CHECK_IN'),
	tap('答题赢茶礼', 'QUIZ'),
	tap('每周抽奖', 'LOTTERY'),
	tap('投稿有礼', 'SUBMIT'),
);
const recommend = tap('为我推荐', 'RECOMMEND');

/**
 * A menu is shown from `validFrom` to `validTo`, both included: a date, or month and day for every year.
 * Of several the one with the highest `priority` wins. Without `tagName` it is for everybody.
 */
export const menus = [
	{
		key: 'normal',
		name: '日常菜单',
		validFrom: '',
		validTo: '',
		priority: 0,
		tagName: '',
		menu: menu(group('茶铺', link('在线商城', SHOP), recommend), games, service),
		isActive: true,
		note: '没有其他菜单时显示',
	},
	{
		key: 'spring',
		name: '春茶季',
		validFrom: '03-10',
		validTo: '05-10',
		priority: 10,
		tagName: '',
		menu: menu(
			group(
				'春茶季',
				tap('春茶上新', 'SPRING_TEA'),
				link('明前茶预订', `${SHOP}/spring`),
				recommend,
			),
			games,
			service,
		),
		isActive: true,
		note: '月-日表示每年都显示',
	},
	{
		key: 'midAutumn',
		name: '中秋',
		validFrom: '2027-08-25',
		validTo: '2027-09-15',
		priority: 20,
		tagName: '',
		menu: menu(
			group(
				'中秋茶礼',
				tap('茶月礼盒', 'MID_AUTUMN'),
				link('团购咨询', `${SHOP}/gifts`),
				recommend,
			),
			games,
			service,
		),
		isActive: true,
		note: '农历节日每年日期不同，每年改一次',
	},
	{
		key: 'double11',
		name: '双十一',
		validFrom: '11-01',
		validTo: '11-12',
		priority: 30,
		tagName: '',
		menu: menu(
			group(
				'双十一',
				tap('满减攻略', 'DOUBLE_11'),
				link('进入会场', `${SHOP}/double11`),
				recommend,
			),
			games,
			service,
		),
		isActive: true,
		note: '活动结束第二天自动换回',
	},
	{
		key: 'highValue',
		name: '老茶客专属',
		validFrom: '',
		validTo: '',
		priority: 0,
		tagName: '高价值',
		menu: menu(
			group('老茶客', tap('专属茶样', 'VIP_SAMPLE'), link('会员商城', `${SHOP}/vip`), recommend),
			games,
			service,
		),
		isActive: true,
		note: '只有带这个标签的粉丝看到；标签由 12 号流程维护',
	},
];

/** Answers to taps, by key. RECOMMEND is answered by workflow 15. */
export const menuReplies = [
	{
		key: 'ORDER',
		text: '查订单：打开“在线商城”，点右下角“我的订单”。\n物流 48 小时没有更新，请回复“人工”，我们马上查。',
	},
	{
		key: 'MEMBER',
		text: '会员权益：\n① 消费 1 元积 1 分，100 分抵 1 元；\n② 生日当月寄一份茶样；\n③ 每月 8 日会员日 9 折。',
	},
	{
		key: 'STORE',
		text: '山野茶铺：城南老街 18 号，每天 9:30—21:00。\n到店出示本消息，免费试饮当季新茶一杯。',
	},
	{ key: 'GROUP', text: '回复“进群”，领取茶友群二维码。群里每周三晚有茶课。' },
	{ key: 'HUMAN', text: '回复“人工”并写下您的问题，客服（9:00—21:00）会尽快答复。' },
	{ key: 'CHECK_IN', text: '回复“签到”领积分，连续 7 天有茶样券；漏了一天可以回复“补签”。' },
	{ key: 'QUIZ', text: '回复“答题”开始，5 道茶知识题，答对就有机会赢茶礼。' },
	{ key: 'LOTTERY', text: '回复“参加抽奖”报名本周抽奖，每周五晚 8 点开奖，过程可查验。' },
	{
		key: 'SUBMIT',
		text: '回复“投稿：”加上您的茶故事，收到后 10 分钟内可以再发一张配图。入选送积分，并署名发表。',
	},
	{
		key: 'SPRING_TEA',
		text: '今年的春茶到了：\n· 明前龙井 128 元 / 50 克\n· 高山白茶 98 元 / 50 克\n点“明前茶预订”，48 小时内发货。',
	},
	{
		key: 'MID_AUTUMN',
		text: '茶月礼盒：一饼老白茶、四枚茶味月饼，298 元。\n9 月 10 日前下单，节前送达；十盒以上可印贺卡。',
	},
	{
		key: 'DOUBLE_11',
		text: '双十一满减：满 200 减 30，满 500 减 100，可与会员折扣同享。\n10 日 20:00 开始，点“进入会场”。',
	},
	{
		key: 'VIP_SAMPLE',
		text: '谢谢您一直喝我们的茶。回复“人工 茶样”，我们给您寄一份当季新茶，不收邮费。',
	},
].map((row) => ({ ...row, isActive: true }));
