/*
 * People who offer something themselves: money to be earned, invoices, loans, followers, games of chance. They use the words of a
 * library (兼职, 发票), and ask nothing of it. Own work.
 */
import { anyOf } from '../../../shared/text/anyOf';

/** Signs by which words are torn apart: 刷 单, 代-开. */
const BETWEEN = /[^\p{L}\p{N}]+/gu;

/** Offers by themselves. */
const OFFERS = anyOf(
	/代开(?:各种|各类|各行|全国|正规|真实|增值税|专用|普通|电子|餐饮|住宿|建筑)*(?:发票|专票|普票|票据|证明|税票|收据)/u,
	/(?:出售|专业开|对外开|低点开|可开|有偿开)(?:各种|各类|全国)*(?:发票|专票|普票)|发票代开|开票(?:加|联系)/u,
	/刷单(?:兼职|员|赚|返|日|加|群|招)|(?:招|找)(?:聘)?刷(?:单|手)|兼职刷单|日(?:赚|入|结)(?:过)?[\d一二三五几百千万]+/u,
	/(?:月入|日入|日赚)(?:过)?[\d几]*[百千万元]|躺赚|轻松(?:赚|月入|日入)/u,
	/在家(?:就能|就可以|即可|可)?(?:赚钱|挣钱|月入|日入)|宝妈(?:兼职|副业)|手机兼职|一单一结|日结(?:工资|薪)/u,
	/(?:诚招|急招|招)(?:打字员|录入员|手工|点赞员|代理商?加)|加(?:v|微|薇|微信)领(?:红包|取|福利|资料)/u,
	/需要的老板(?:联系|加)|打字(?:员)?兼职|点赞(?:赚|兼职|员)/u,
	/(?:无抵押|信用|低息|小额|急速|极速|秒批|黑户|网上)(?:贷款|贷|放款|借款)/u,
	/(?:贷款|网贷|放款|借钱|借款)(?:秒批|秒到|秒下|不看征信|无视征信|当天|当日|加我|联系我|找我|办理|咨询|加v|加微)/u,
	/不看征信|征信修复|(?:信用卡|花呗|白条|京东白条)(?:套现|提现|提额|代还|取现)|套现/u,
	/办(?:理)?(?:假)?(?:证件|文凭|学历证)|刻章办证|涨粉(?:\d|服务|联系|加|软件)/u,
	/(?:刷|买|卖|增)(?:粉丝|粉|阅读量|点赞量|流量)(?:加|联系|找|服务|便宜|\d)|互粉|互关|粉丝代/u,
	/(?:出售|出租|收购)(?:账号|公众号|微信号|银行卡|电话卡|手机卡|对公账户)|出售\S{0,6}粉丝/u,
	/(?:高价|长期|大量|上门)?(?:回收|收购)(?:公众号|微信号|账号|礼品卡|购物卡|烟酒|茅台)|稳赚|高额返利|带你赚钱/u,
	/跟我赚钱|内幕(?:消息|号码)|(?:彩票|股票|炒股|期货|外汇)(?:内幕|推荐群|交流群|带单|老师|群)|荐股|百家乐|六合彩/u,
	/时时彩|网赌|约炮|裸聊|代写论文|代考/u,
);

/** Work and money, which count with a call to get in touch only: 兼职加我. */
const EARNING =
	/刷单|兼职|副业|赚钱|挣钱|创业项目|好项目|招代理|招(?:微商|下级)|贷款|借钱|借款|放款|网贷|额度|发票|办证|推广|引流|涨粉|加粉|粉丝|返利|投资|理财|股票|彩票|优化排名|代运营|代发|货源/u;
const CONTACT =
	/(?:加|\+|联系|私信|私聊|滴滴|找|咨询)(?:我|本人|微信|微|薇|威信|v信|vx|wx|v|q|qq|扣扣|群主)|(?:微信|薇信|vx|wx|qq|扣扣|电话|手机)(?:号)?[:：是]?[a-z]{0,20}\d{5,}|有意(?:者)?(?:加|联系|私)|需要的(?:加|联系|私|找)|扫码(?:进群|加)/u;

/** A link with a promise. */
const LINK = /https?:|www\.|[a-z0-9]\.(?:cn|com|cc|net|top|xyz|vip|me)\b/u;
const PROMISE = /点击|领取|免费|福利|红包|抽奖|中奖|低价|赚|特价|下载|注册送|链接/u;

/** Who asks whether something is possible asks the account: 可以加微信开发票吗. */
const ASKS =
	/吗|么$|怎么|可以加|能加|能不能|可不可以|有没有|多少|哪里|哪儿|[?？]|你们|贵司|怎样|如何/u;

/** One of these is in each of them: most messages end here. */
const HINT = /[单赚贷款票额证粉代职招收售卖租赌彩股套薪链点领加赔资荐聊炮刻征码:/]/u;

/** Longer texts are judged by their beginning. */
const LONGEST = 400;

/** Whether a text offers something instead of asking; in the form of `toPlainText`. */
export function isOffer(text: string): boolean {
	const normal = text.slice(0, LONGEST);
	if (!HINT.test(normal)) return false;
	const plain = normal.replace(BETWEEN, '');
	if (ASKS.test(normal)) return false;
	if (LINK.test(normal) && PROMISE.test(normal)) return true;
	return OFFERS.test(plain) || (EARNING.test(plain) && CONTACT.test(plain));
}
