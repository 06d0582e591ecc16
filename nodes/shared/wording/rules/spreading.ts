import { SOURCES } from '../finding';
import type { TextRule } from '../rule';
import { NUMBER, PASSING_ON, SHARING } from '../words';

/** Who is brought along. */
const NEW_PEOPLE =
	/(?:好友|朋友|新人|新用户|新粉|家人|同学|同事|闺蜜|亲友|邻居|小伙伴|人(?!员|气|工|生|家|民|物|才|数)|[位名个]|粉)/u
		.source;

/** Rules against rewards for passing something on to others. */
export const SPREADING_RULES: TextRule[] = [
	{
		id: 'induced-sharing',
		severity: 'block',
		source: SOURCES.links,
		pattern: new RegExp(`${PASSING_ON}|${SHARING}`, 'giu'),
		needsReward: true,
		otherwise: 'warn',
		canBeNegated: true,
		notAfter:
			/(?:给|为|跟|和|与|向)(?:大家|您|你|各位|读者|朋友们|粉丝)[^，]{0,4}$|(?:小编|我们|本期|老师|专家|嘉宾|作者|掌柜|店主|店员|快递|商家|客服)[^，]{0,8}$|(?:为|被|从|替)$/u,
		explanation:
			'诱导分享：以奖品、积分、抽奖资格或机会诱导用户转发、分享到朋友圈、微信群或发给好友。',
		fix: '取消分享要求，改为在公众号内互动（发送关键词、答题、签到、留言）即可参加，例如“回复‘抽奖’即可参加，无需转发”；分享只能完全自愿，且不影响资格和机会。',
	},
	{
		id: 'shares-for-chances',
		severity: 'block',
		source: SOURCES.links,
		pattern: new RegExp(
			`(?:转发|分享|邀请?|推荐|拉|带|助力)[^。！？!?\\n]{0,20}(?:增加|多|再|额外|加|翻倍|提高|提升|\\+)[^。！？!?\\n]{0,6}(?:机会|次数|概率|几率|中奖率|抽奖|[一1]次|积分|名额)|(?:转发|分享|邀请|助力)(?:越多|数越高|人数)[^。！？!?\\n]{0,14}(?:奖|机会|率|概率|优先|得)|按(?:转发|分享|邀请|助力)[^。！？!?\\n]{0,8}(?:排|发|奖)`,
			'gu',
		),
		canBeNegated: true,
		unless: /分享(?:你|您|自己)/u,
		explanation: '诱导分享：声称分享、推荐或邀请可增加抽奖机会、中奖概率或奖励。',
		fix: '所有参加者机会相同；额外机会只能来自签到、答题等公众号内互动，例如“每天签到一次，多一次抽奖机会”。',
	},
	{
		id: 'coerced-sharing',
		severity: 'block',
		source: SOURCES.links,
		pattern:
			/不转(?:发)?(?:不是|就|会|的都|后悔|不孝)|转发[^。！？!?\n]{0,8}(?:保平安|好运|发财|积德|行善|走运|全家|有福|转运)|是[^。！？!?，\n]{0,6}(?:人|的)[^。！？!?\n]{0,2}就?(?:请|快)?转(?!人工|账|让|到|头|身)|看完必转|不转[^。！？!?\n]{0,6}(?:倒霉|遗憾|后悔)|赶紧转发|速转|疯转|紧急扩散|转疯了|含泪转/gu,
		canBeNegated: false,
		unless: /谣|辟|骗|警惕|举报/u,
		explanation: '诱导分享：以胁迫、煽动的说法要求转发。',
		fix: '写清内容本身为何值得一读，把是否分享留给读者，例如“觉得有用，欢迎收藏”。',
	},
	{
		id: 'rewards-invitations',
		severity: 'block',
		source: SOURCES.links,
		pattern: new RegExp(
			`(?:邀请|邀)[^，。！？!?\\n]{0,8}${NEW_PEOPLE}|(?:推荐|介绍|拉|带|约|喊|叫)[^，。！？!?\\n]{0,3}${NUMBER}\\s?[个位名]?${NEW_PEOPLE}|(?:推荐|介绍|拉来?|带上?来?|约上?|喊上?|叫上?)(?:新|好|亲|朋)(?:人|用户|客|友|顾客|会员|粉)|拉新|拉人|拉满|裂变|老带新|以老带新|好友助力|助力(?:好友|值|次数|成功|码|满)|[帮请找求为][^，。！？!?\\n]{0,4}(?:助力|砍|加油(?!站))|砍价|砍[一1]?刀|砍到底|帮砍|拼团|拼单|组队(?:好友|瓜分)?|加速包|师徒|收徒|下线|分销|团长招募|返佣|佣金|人头`,
			'gu',
		),
		needsReward: true,
		otherwise: 'warn',
		canBeNegated: true,
		notAfter: /(?:我们|本店|特|诚|诚挚|将|会)(?:邀请|邀)?$/u,
		unless: /邀请(?:函|到|了)|诚邀|应邀|邀请[^，。]{0,6}(?:老师|专家|嘉宾|教授|医生|作者|设计师)/u,
		explanation: '诱导分享：以利益诱导邀请好友、拉新、助力、砍价、拼团等传播行为。',
		fix: '取消邀请奖励，奖励只与参加者本人的互动有关，例如“本人连续签到 7 天可兑换”。',
	},
	{
		id: 'collecting-cards',
		severity: 'block',
		source: SOURCES.links,
		pattern:
			/集卡|集字|集福|集碎片|[集凑]齐[^，。！？!?\n]{0,8}(?:卡|字|碎片|图|福)|向(?:好友|朋友)(?:索要|求|讨|要)|好友(?:互赠|互换|赠送)|互换[^，。！？!?\n]{0,3}卡|(?:求|找)(?:好友|朋友)[^，。！？!?\n]{0,4}(?:送|换)/gu,
		needsReward: true,
		otherwise: 'warn',
		canBeNegated: true,
		explanation: '诱导分享：集卡、集字等玩法靠用户间传播完成。',
		fix: '改为本人签到、答题累计，例如“连续签到 5 天集齐 5 枚印章”。',
	},
	{
		id: 'paid-canvassing',
		severity: 'block',
		source: SOURCES.platform,
		pattern:
			/拉票|刷票|买票(?!须知|入场|窗口)|票数(?:最高|前|排)|得票(?:最高|最多|前)|按票数|[帮求请][^，。！？!?\n]{0,5}投[我他她]?一票|为[^，。！？!?\n]{0,6}拉票/gu,
		needsReward: true,
		otherwise: 'warn',
		canBeNegated: true,
		explanation: '诱导互动：按票数发奖会促使参加者在朋友圈和群里拉票。',
		fix: '票数只作参考，奖项由评审按公开标准评定，或从投票者中随机抽取。',
	},
];
