import type { Account } from '../lib/account';

type Row = Record<string, unknown> & { key: string };

/** A keyword of the library: name, other words for it, questions, reply. */
type Entry = [key: string, keyword: string, variants: string, questions: string, reply: string];

const BRAND: Entry[] = [
	[
		'example:brand',
		'品牌介绍',
		'关于我们,公司介绍,品牌故事',
		'你们是做什么的\n你们是个什么样的品牌',
		'我们从一家小店开始，只做用得久的东西。门店在城南老街 18 号，欢迎来看看。',
	],
	[
		'franchise',
		'加盟',
		'加盟费,代理',
		'',
		'目前接受华东地区的加盟申请，请回复“人工”留下城市和预算。',
	],
	[
		'careers',
		'招聘',
		'应聘,兼职,求职',
		'你们还招人吗',
		'正在招店长和新媒体运营，简历请发招聘邮箱。',
	],
	['authentic', '正品', '防伪,真假,授权店', '', '每件商品都有防伪码，刮开后扫码就能查。'],
	[
		'contact',
		'联系电话',
		'客服电话,电话,联系方式',
		'',
		'客服热线每天 9:00—21:00 有人接听，也可以回复“人工”。',
	],
	[
		'wholesale',
		'企业采购',
		'团购,批发,公司福利',
		'',
		'企业采购满 50 份有专属折扣，请回复“人工”留下公司名和数量。',
	],
];

const PRODUCTS: Entry[] = [
	[
		'starter',
		'入门套装',
		'入门装,新手套装',
		'',
		'【入门套装】第一次用就选它，128 元一套，附使用说明。',
	],
	['trial', '体验装', '试用装,小样', '', '【体验装】三件小样 29 元，满意再买正装。'],
	[
		'gift',
		'礼盒',
		'礼盒装,送礼,伴手礼',
		'送人送什么合适',
		'【礼盒】从 128 元到 688 元共五款，附手提袋和贺卡。',
	],
	[
		'example:product',
		'新品',
		'上新,新款',
		'最近有什么新品',
		'本季新品已经上架，点菜单“在线商城”看看。',
	],
];

const SERVICE: Entry[] = [
	[
		'price',
		'价格',
		'多少钱,价目表,价位',
		'最便宜的是哪款',
		'完整价目在菜单“在线商城”，回复商品名看单品价格。',
	],
	[
		'discount',
		'优惠',
		'打折,促销,优惠活动,满减,便宜',
		'最近有没有什么好折扣',
		'本月满 199 减 30，每月 8 日会员日 9 折。',
	],
	[
		'coupon',
		'优惠券',
		'领券,代金券',
		'券在哪里看',
		'新朋友有 10 元券，在商城“我的—领券中心”领取。',
	],
	[
		'shipping',
		'物流',
		'快递,发货,查快递',
		'买的东西到哪了',
		'每天 16 点前下单当天发出，2—4 天送达，在“我的订单”查物流。',
	],
	['freight', '运费', '包邮,邮费', '', '实付满 99 元包邮，不足收 8 元运费。'],
	[
		'area',
		'配送范围',
		'送货范围,同城配送',
		'我家这边能不能送\n新疆能送吗',
		'全国都能寄，新疆、西藏约 5—7 天。',
	],
	[
		'refund',
		'退款',
		'退货,退钱,七天无理由',
		'东西不满意怎么办',
		'签收 7 天内可退：商城“我的订单—申请售后”。',
	],
	[
		'example:returns',
		'换货',
		'调换,发错货,退换货',
		'买错了可以换吗',
		'签收 7 天内可以换，请回复“人工”并附上订单号和照片。',
	],
	[
		'cancel',
		'取消订单',
		'不想要了,拍错了,单不要了',
		'',
		'未发货的订单在“我的订单”里直接取消，款项立即原路退回。',
	],
	[
		'address-change',
		'修改地址',
		'改地址,地址填错',
		'',
		'未发货的订单可以改：回复“人工”，附上订单号和新地址。',
	],
	[
		'invoice',
		'发票',
		'开票,电子发票,专票',
		'',
		'在“我的订单—开发票”填写抬头和税号，10 分钟内发到邮箱。',
	],
	[
		'damage',
		'破损',
		'售后,质量问题,漏发,少寄,碎了',
		'打开的时候发现盒子坏了',
		'非常抱歉！请回复“人工”，附上照片和订单号，我们补发。',
	],
	[
		'example:hours',
		'营业时间',
		'几点开门,几点关门',
		'周末营业吗',
		'门店每天 9:30—21:00，节假日照常。',
	],
	[
		'address',
		'门店地址',
		'门店,地址,在哪里',
		'我想去你们店里看看',
		'城南老街 18 号，地铁 2 号线南门站 C 口步行 6 分钟。',
	],
	['parking', '停车', '停车场,停车费', '', '老街入口有停车场，消费满 68 元免费停 2 小时。'],
	['wifi', '无线网', 'wifi,WiFi密码', '', '店内 Wi-Fi 的密码写在收银台旁边。'],
	['reservation', '预约', '订位,体验课', '', '体验课请提前一天预约：回复“人工”，写下日期和人数。'],
	['queue', '排队', '取号,等位', '', '周末下午人多，建议避开 14:00—16:00。'],
	['order', '下单', '怎么买,购买链接,网上商城', '', '点菜单“在线商城”选好商品直接下单。'],
	['payment', '支付方式', '付款,支付宝,货到付款', '', '支持微信支付、银行卡和储值卡。'],
	['stock', '补货', '有货,缺货', '', '显示“已抢光”的商品一般 3—5 天补货，可以点“到货提醒”。'],
	['shelf-life', '保质期', '有效期,生产日期', '', '保质期印在包装底部，一般 18 个月。'],
	['storage', '保存', '怎么存放', '', '密封后放在阴凉干燥的地方。'],
	[
		'manual',
		'使用说明',
		'怎么用,说明书',
		'第一次买不会弄',
		'说明书在包装里，也可以点菜单“使用教程”。',
	],
	[
		'recommend',
		'推荐',
		'招牌,爆款,哪款好',
		'不知道选什么好\n给长辈挑什么',
		'第一次买推荐入门套装，送人推荐礼盒。',
	],
	['membership', '会员', '办会员,会员卡,会员权益', '', '消费 1 元积 1 分，每月 8 日会员日 9 折。'],
	['points', '积分', '查积分,积分兑换', '', '签到和活动都有积分，回复“积分商城”看能换什么。'],
	['stored-value', '储值', '充值,礼品卡,余额', '', '储值 300 送 30、500 送 60，门店和商城通用。'],
	['birthday', '生日礼', '生日券,生日', '', '生日当月有一份小礼物，在商城“我的—资料”登记生日。'],
];

const rowsOf = (level: string, entries: Entry[]): Row[] =>
	entries.map(([key, keyword, variants, questions, reply]) => ({
		key,
		keyword,
		level,
		variants,
		questions,
		reply,
	}));

/** The keyword library of the account, in which the examples of a new table are replaced. */
export const LIBRARY: Row[] = [
	...rowsOf('brand', BRAND),
	...rowsOf('product', PRODUCTS),
	...rowsOf('function', SERVICE),
];

/** The template of the notice that a campaign may send. */
export const NOTICE = 'activity-notice';

const RULES = '本活动由城南小店举办，与微信官方无关。';

/** The campaign of the scenario, among the examples of a new table. */
export const CAMPAIGN = 'come-back';

/**
 * What an operator writes into the tables before the first day. The tables are there once the workflows have run.
 *
 * @param holdOutPercent share of the silent that is not written to
 */
export async function writeContent(account: Account, holdOutPercent: number): Promise<void> {
	const examples = LIBRARY.filter(({ key }) => key.startsWith('example:'));
	for (const row of examples) await account.write('keywords', row);
	await account.insert(
		'keywords',
		LIBRARY.filter(({ key }) => !key.startsWith('example:')),
	);
	for (const key of ['weekly-draw', 'weekly-quiz']) {
		await account.write('plans', { key, organiser: '城南小店', rules: RULES });
	}
	await account.write('groups', { key: 'group:members1', isActive: true });
	await account.write('menu_calendar', { key: 'menu:standard', isActive: true });
	const content = '活动：{{thing1.DATA}}\n说明：{{thing2.DATA}}';
	account.simulator.platform.state.notices.push({
		id: NOTICE,
		title: '活动通知',
		content,
		example: '',
	});
	await account.write('campaigns', {
		key: CAMPAIGN,
		isActive: true,
		noticeTemplateId: NOTICE,
		holdOutPercent,
	});
}
