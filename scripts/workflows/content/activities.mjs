/*
 * Activities of a tea shop. `key` is the activity ID of all rows that belong to it; a new round gets a new
 * key. `rules` is JSON, its names are explained in the workflow that reads them. In `text`, {from}, {to} and
 * {drawAt} are filled in when the activity is opened.
 */
const HOST = '主办方：山野茶铺商贸有限公司。咨询：在公众号内回复“人工”，或拨打门店电话。';

export const activities = [
	{
		key: 'tea-quiz-1',
		kind: 'quiz',
		name: '茶知识答题',
		text: [
			'【茶知识答题】',
			'活动时间：{from} 至 {to}。',
			'参与方式：在公众号内回复“答题”，每人一次，共 5 题，每题 10 分，不限时。转发与否不影响参加。',
			'奖项：得 50 分获大奖（老白茶饼一饼，5 份），得 30 分以上获进阶奖（当季茶样一盒，20 份），完成答题获参与奖（5 元优惠券，75 份），先到先得；高一档发完，顺延到下一档。',
			'领奖方式：奖券号在答题结束时给出，30 天内到店出示，或回复“人工”登记地址，免费寄出。',
			HOST,
		].join('\n'),
		rules: JSON.stringify({ questions: 5, secondsPerQuestion: 0, days: 30, blanks: 0 }),
		isActive: false,
	},
	{
		key: 'weekly',
		kind: 'lottery',
		name: '每周茶礼抽奖',
		text: [
			'【每周茶礼抽奖】',
			'活动时间：{from} 至 {to}。开奖时间：{drawAt}。',
			'参与方式：在公众号内回复“参加抽奖”，每人每期一次，所有参加者机会相同。转发与否不影响参加和中奖。',
			'奖品：一等奖老白茶饼 1 份（价值 298 元），二等奖当季新茶 3 份（价值 98 元），三等奖茶样一盒 6 份（价值 29 元）。',
			'抽奖方式：开放报名时公布种子的承诺值，报名截止时公布全部参与编号和摘要，开奖后公布种子，任何人都可以重新计算。',
			'领奖方式：开奖后 15 天内回复“人工”登记地址，免费寄出；逾期视为放弃，由候补依次替补。',
			HOST,
		].join('\n'),
		rules: JSON.stringify({ reserves: 2, beaconName: '' }),
		isActive: true,
	},
	{
		key: 'scratch-1',
		kind: 'instantWin',
		name: '刮奖',
		text: [
			'【刮奖】',
			'活动时间：{from} 至 {to}。',
			'参与方式：在公众号内回复“刮奖”，每人一次。转发与否不影响参加和中奖。',
			'奖品：100 张奖券中有 10 张中奖，每张得茶样一盒（价值 29 元），中奖概率 10%。',
			'抽奖方式：奖券事先切好并打乱，系统随机抽取，即时开奖，抽完为止。',
			'领奖方式：30 天内到店出示奖券号，或回复“人工”登记地址，免费寄出。',
			HOST,
		].join('\n'),
		rules: JSON.stringify({ blanks: 90, days: 30 }),
		isActive: false,
	},
];

/** `tier` and `minPoints` are for the quiz: the highest tier reached whose prize is not used up wins. */
export const prizes = [
	['tea-quiz-1', '大奖', 50, '老白茶饼一饼', 5, 29_800],
	['tea-quiz-1', '进阶奖', 30, '当季茶样一盒', 20, 2_900],
	['tea-quiz-1', '参与奖', 0, '5 元优惠券', 75, 500],
	['weekly', '一等奖', 0, '老白茶饼', 1, 29_800],
	['weekly', '二等奖', 0, '当季新茶', 3, 9_800],
	['weekly', '三等奖', 0, '茶样一盒', 6, 2_900],
	['scratch-1', '中奖', 0, '茶样一盒', 10, 2_900],
].map(([activityId, tier, minPoints, name, quantity, valueFen]) => ({
	key: `${activityId}|${tier}`,
	activityId,
	tier,
	minPoints,
	name,
	quantity,
	valueFen,
}));

/** Every question has four choices with | between; `answer` is the text of the right one. */
export const questions = [
	[
		'下列哪一种茶属于全发酵茶？',
		'红茶|绿茶|白茶|黄茶',
		'红茶',
		'红茶全发酵，绿茶不发酵，白茶和黄茶轻微发酵。',
	],
	[
		'西湖龙井属于哪一类茶？',
		'绿茶|乌龙茶|黑茶|花茶',
		'绿茶',
		'龙井是炒青绿茶，以“色绿、香郁、味甘、形美”著称。',
	],
	[
		'冲泡细嫩的绿茶，水温多少最合适？',
		'80—85℃|95—100℃|60℃ 以下|必须沸腾',
		'80—85℃',
		'水太烫会烫熟嫩芽，茶汤发黄发涩。',
	],
	[
		'铁观音的原产地是哪里？',
		'福建安溪|云南普洱|浙江杭州|安徽黄山',
		'福建安溪',
		'铁观音是乌龙茶，产于福建安溪。',
	],
	[
		'“明前茶”是指什么时候采摘的茶？',
		'清明节前|谷雨之后|立夏之后|中秋之前',
		'清明节前',
		'清明前采的芽叶细嫩，产量少，因此珍贵。',
	],
	[
		'民间说白茶“一年茶、三年药”，后面一句是什么？',
		'七年宝|五年酒|十年土|百年香',
		'七年宝',
		'说的是白茶耐存放，存放得当，风味会变得醇厚。',
	],
	['普洱茶主要产自哪个省？', '云南|贵州|四川|湖南', '云南', '普洱茶以云南大叶种晒青毛茶为原料。'],
	[
		'泡茶时第一泡快速倒掉，通常叫做什么？',
		'润茶|封茶|退火|杀青',
		'润茶',
		'润茶又叫醒茶，让紧结的茶叶舒展开来。',
	],
	[
		'绿茶制作中用高温停止发酵的工序叫什么？',
		'杀青|渥堆|闷黄|摇青',
		'杀青',
		'杀青用高温破坏酶的活性，保住绿色。',
	],
	[
		'《茶经》的作者是谁？',
		'陆羽|苏轼|李时珍|卢仝',
		'陆羽',
		'唐代陆羽著《茶经》，后人称他为“茶圣”。',
	],
	[
		'茶叶最怕下列哪一项？',
		'潮湿和异味|干燥|避光|密封',
		'潮湿和异味',
		'存茶要避光、密封、干燥、无异味，绿茶最好冷藏。',
	],
	[
		'盖碗又称“三才碗”，三才指的是什么？',
		'天、地、人|茶、水、器|色、香、味|日、月、星',
		'天、地、人',
		'盖为天，托为地，碗为人。',
	],
	[
		'大红袍属于哪一类茶？',
		'乌龙茶|红茶|黑茶|绿茶',
		'乌龙茶',
		'大红袍是武夷岩茶，属于半发酵的乌龙茶。',
	],
	[
		'黑茶特有的工序是什么？',
		'渥堆|萎凋|窨花|炒青',
		'渥堆',
		'渥堆让茶在湿热中后发酵，形成黑茶醇和的滋味。',
	],
	[
		'茉莉花茶吸收花香的工序叫什么？',
		'窨制|揉捻|摇青|烘焙',
		'窨制',
		'茶叶与鲜花拌在一起，反复吸香，称为窨制。',
	],
].map(([question, options, answer, explanation], position) => ({
	key: `tea-${String(position + 1).padStart(2, '0')}`,
	question,
	options,
	answer,
	points: 10,
	explanation,
}));
