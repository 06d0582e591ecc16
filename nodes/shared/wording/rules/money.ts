import { isTotal, largestAmount, MAX_PRIZE_FEN } from '../amounts';
import { SOURCES } from '../finding';
import type { TextRule } from '../rule';

/** Rules for promises of money, for games of chance and for the value of prizes. */
export const MONEY_RULES: TextRule[] = [
	{
		id: 'finance-promises',
		severity: 'block',
		source: SOURCES.returns,
		pattern:
			/保本|保息|保收益|稳赚|稳赢|包赚|只赚不赔|稳赚不赔|零风险|[0零]风险|无风险|年化[^，。！？!?\n]{0,6}\d|(?:日|月|周|年)(?:赚|入|收益|息)[^，。！？!?\n]{0,2}[\d一二三五十百千万过]|高回报|高额?收益|高额?返利|收益(?:翻倍|翻番|稳定|率?高达|率?可达|保证)|翻[倍番]收益|保证(?:收益|盈利|赚)|刚性兑付|躺赚|睡后收入|被动收入|轻松[^，。！？!?\n]{0,3}赚|回本快|[一二三几\d]+个?月回本|回报率|内幕消息|内部消息|荐股|牛股|带单|涨停(?:密码|票)|秒批|秒下款|秒到账|无抵押|黑户|不看征信|财务自由|一夜暴富|投\d+[^，。！？!?\n]{0,6}(?:返|赚|得|变)\d*|存\d+[^，。！？!?\n]{0,4}(?:返|赚)/gu,
		canBeNegated: true,
		unless: /投资有风险|风险提示|不构成|谨慎|反诈|理性投资/u,
		explanation: '对收益作保证性承诺，或宣传保本、无风险、轻松赚钱。',
		fix: '删去收益承诺；介绍投资类产品须由有资质的机构发布并写明风险，例如“投资有风险，过往业绩不代表未来”。',
	},
	{
		id: 'gambling',
		severity: 'block',
		source: SOURCES.gambling,
		pattern:
			/下注|押注|押[大小单双宝\d]|赔率|博彩|赌[场球博马盘资徒钱]|网赌|百家乐|六合彩|时时彩|老虎机|彩票(?:群|内幕|计划|预测)|开盘口|庄家|一元夺宝|[一1]元[抢抽赢购换拼][^，。！？!?\n]{0,8}(?:手机|iPhone|车|大奖|苹果|黄金|华为|相机|包)|(?:付|花|充值?|支付|交|缴|投)[^，。！？!?\n]{0,3}[\d一二三五十百]+元?(?:块|元)[^，。！？!?\n]{0,6}(?:抽奖|抽一次|抽[\d一]次|参与抽|博|赢)|(?:购买|买)(?:抽奖|夺宝)(?:码|券|次数|机会)|猜[^，。！？!?\n]{0,12}(?:赢现金|赢钱|赢双倍|翻倍|押)|赢家通吃|翻倍赢|输赢|以小博大|单车变摩托/gu,
		canBeNegated: true,
		unless: /公安|戒赌|拒赌|禁赌|反赌|涉赌|赌博罪|民警|举报/u,
		explanation: '付费博取奖金、押注、夺宝等玩法涉嫌变相赌博。',
		fix: '参加活动不得要求付费或押注，例如改为“免费答题，答对者随机抽取 10 位赠书”。',
	},
	{
		id: 'prize-too-valuable',
		severity: 'block',
		source: SOURCES.competition,
		pattern: /\d|[一二两三四五六七八九十百]+万/gu,
		with: /抽[奖中取出\d]|中奖|开奖|大奖|[一二三特头]等奖|锦鲤|幸运/u,
		canBeNegated: false,
		counts: (_, { text }) => !isTotal(text) && largestAmount(text) > MAX_PRIZE_FEN,
		explanation: '抽奖式有奖销售的最高奖超过 50,000 元。',
		fix: '把单项最高奖降到 50,000 元以内；使用权、旅游等非现金奖品按市场价计算。',
	},
];
