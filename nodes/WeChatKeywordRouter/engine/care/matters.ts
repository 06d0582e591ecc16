/** Something that an account promises, and by which words it is known. */
export interface Matter {
	id: string;
	/** As the staff reads it. */
	label: string;
	kind: 'amount' | 'duration' | 'hours' | 'phone';
	words: RegExp;
	/** Whether what it is about has to be named in both answers: every product has a price of its own. */
	needsSubject?: boolean;
}

/* What followers rely on: answers that differ in it make one of them wrong. */
export const MATTERS: readonly Matter[] = [
	{
		id: 'claim',
		label: '领取（兑换）期限',
		kind: 'duration',
		words: /领取|领奖|兑换|兑奖|认领|核销/,
	},
	{ id: 'validity', label: '有效期', kind: 'duration', words: /有效|过期|失效|作废|到期/ },
	{ id: 'return', label: '退换货期限', kind: 'duration', words: /退货|退换|换货|无理由|退回/ },
	{ id: 'refund', label: '退款到账时间', kind: 'duration', words: /退款|到账|退还|原路/ },
	{ id: 'dispatch', label: '发货时间', kind: 'duration', words: /发货|发出|寄出|出库/ },
	{ id: 'delivery', label: '送达时间', kind: 'duration', words: /送达|到货|送到|运达|收货需|能到/ },
	{
		id: 'reply',
		label: '回复（处理）时间',
		kind: 'duration',
		words: /回复您|答复|处理完|审核|联系您/,
	},
	{ id: 'invoice', label: '开票时间', kind: 'duration', words: /发票|开票/ },
	{
		id: 'warranty',
		label: '质保期',
		kind: 'duration',
		words: /质保|保修|包换/,
		needsSubject: true,
	},
	{
		id: 'shelfLife',
		label: '保质期',
		kind: 'duration',
		words: /保质期|保存期/,
		needsSubject: true,
	},
	{ id: 'freeShipping', label: '包邮门槛', kind: 'amount', words: /包邮|免邮|免运费/ },
	{ id: 'shipping', label: '运费', kind: 'amount', words: /运费|邮费|快递费|配送费/ },
	{ id: 'deposit', label: '押金', kind: 'amount', words: /押金|定金|订金/ },
	{ id: 'fee', label: '会员费', kind: 'amount', words: /会员费|年费|月费|会费|工本费/ },
	{
		id: 'price',
		label: '价格',
		kind: 'amount',
		words: /价格|售价|原价|现价|单价|门票|票价/,
		needsSubject: true,
	},
	{ id: 'worth', label: '奖品价值', kind: 'amount', words: /价值|奖品|奖金/, needsSubject: true },
	{
		id: 'hours',
		label: '营业（服务）时间',
		kind: 'hours',
		words: /营业|开门|开放|服务时间|工作时间|客服|上班|门店|店里|接待/,
	},
	{
		id: 'phone',
		label: '电话',
		kind: 'phone',
		words: /电话|热线|客服|致电|拨打|联系|手机|座机|预约|咨询/,
	},
];

/** What makes another case of the same matter: both answers may be right where they differ in one of these. */
export const CASES =
	/偏远|新疆|西藏|内蒙|海外|港澳台|国际|周末|周[一二三四五六日]|工作日|节假日|春节|国庆|会员|非会员|新人|首单|首次|大促|双十一|预售|定制|生鲜|普通|加急|同城|省内|省外|外地|本地|冬季|夏季|旺季|淡季|老人|儿童|学生|成人|团体|线上|线下|早餐|午餐|晚餐|市内|市外|门店|客服|售后|投诉|前台|总部/gu;
