import { SOURCES, type RuleInfo } from './finding';

/** A rule about words. */
export interface TextRule extends RuleInfo {
	/** What is looked for; flags `gu`. */
	pattern: RegExp;
	/** Only where a reward or the right to take part is spoken of as well. */
	needsReward: boolean;
	/** What it is called when there is no reward in the same sentence; absent for no finding. */
	otherwise?: 'warn';
	/** Whether "not necessary", "voluntary" and the like before or after the words lift it. */
	canBeNegated: boolean;
}

/** Words of a reward, or of being allowed to take part. */
export const REWARD =
	/抽奖|抽取|抽中|中奖|得奖|获奖|[一二三特头]等奖|奖项|奖品|奖金|大奖|奖励|赢取|赢得|红包|积分|优惠券|代金券|卡券|礼品|礼包|礼物|好礼|领取|免费领|免费送|赠送|解锁|机会|概率|次数|资格|名额|参与|参加|返现|现金|话费|流量|福利|有奖|可领|可得/u;

/** Sharing of something of one's own in a submission is no forwarding. */
const OWN_STORY =
	/(?:一下|出|下)?(?:你|您|自己|我|他|她|大家|身边|属于你|最|那些|家乡){0,12}(?:们)?(?:的|喜欢的|难忘的|最难忘的)?.{0,4}(?:故事|经历|心得|经验|感受|看法|照片|作品|回忆|瞬间|体会|想法|感想|美照|做法|观点|妙招|读后感|建议|会)/u
		.source;

export const TEXT_RULES: TextRule[] = [
	{
		id: 'induced-sharing',
		severity: 'block',
		source: SOURCES.links,
		pattern: new RegExp(
			`转发|转给|转到|扩散|朋友圈|(?:微信|好友|家长|同事|亲友)群|分享(?!${OWN_STORY})`,
			'gu',
		),
		needsReward: true,
		otherwise: 'warn',
		canBeNegated: true,
		explanation: '以奖品、积分、抽奖资格或机会诱导用户分享、转发到朋友圈或微信群。',
		fix: '取消分享要求，改为在公众号内互动（发送关键词、答题、签到、留言）即可参加；分享只能完全自愿，且不影响资格和机会。',
	},
	{
		id: 'shares-for-chances',
		severity: 'block',
		source: SOURCES.links,
		pattern:
			/(?:转发|分享|邀请)[^。！？!?\n]{0,20}(?:增加|多|再|额外|加|翻倍|提高|提升)[^。！？!?\n]{0,6}(?:机会|次数|概率|几率|中奖率|抽奖|一次|1次)/gu,
		needsReward: false,
		canBeNegated: true,
		explanation: '声称分享或邀请可增加抽奖机会、中奖概率。',
		fix: '所有参加者机会相同；额外机会只能来自签到、答题等公众号内互动。',
	},
	{
		id: 'induced-following',
		severity: 'block',
		source: SOURCES.platform,
		pattern:
			/(?:关注|关\s?注)(?![^，。！？!?\n]{0,10}(?:公告|通知|动态|推文|后续|名单|进展|消息|健康|安全))(?:[^。！？!?\n]{0,16}?)(?:才能|才可|方可|即可|就能|就可|可以?领|可抽|领取|免费领|免费送|参与抽奖|参加抽奖|抽奖|抽取|领红包|解锁|即送|就送|送好礼|查看(?:答案|全文|内容|结果))/gu,
		needsReward: false,
		canBeNegated: true,
		explanation: '以利益或内容诱导关注：关注后才能参加、领取或查看。',
		fix: '不把关注作为条件；在公众号对话中发送关键词即可参加，或以活动开始前已关注的用户名单为准。',
	},
	{
		id: 'excludes-non-sharers',
		severity: 'block',
		source: SOURCES.platform,
		pattern:
			/(?:不|未|没有?|取消)(?:转发|分享|关注|点赞)[^。！？!?\n]{0,14}(?:不能|无法|不可|不得|不予|没有资格|无资格|无效|视为放弃|取消资格|取消.{0,4}资格)/gu,
		needsReward: false,
		canBeNegated: false,
		explanation: '未分享或未关注的用户被排除在外，等同于强制分享、强制关注。',
		fix: '删去这一条件。',
	},
	{
		id: 'induced-likes',
		severity: 'block',
		source: SOURCES.platform,
		pattern:
			/集\s?[满齐]?\s?\d*\s?个?赞|点赞|点个?赞|获赞|攒赞|求赞|赞数|(?:点|点击|点亮|点个)[“"「『【]?在看/gu,
		needsReward: true,
		otherwise: 'warn',
		canBeNegated: true,
		explanation: '以利益诱导点赞、点在看，或按点赞数发奖。',
		fix: '改为按公开的评审标准评选，或从全部有效参加者中随机抽取。',
	},
	{
		id: 'rewards-invitations',
		severity: 'block',
		source: SOURCES.links,
		pattern:
			/邀请[^，。！？!?\n]{0,8}(?:好友|朋友|新人|新用户|家人|同学|同事|\d+\s?[人位名])|拉新|拉人|裂变|好友助力|助力(?:好友|值|次数|成功)|[帮请找][^，。！？!?\n]{0,4}助力|砍价|砍一刀|拼团|加速包|推荐好友/gu,
		needsReward: true,
		otherwise: 'warn',
		canBeNegated: true,
		explanation: '以利益诱导邀请好友、助力、砍价、拼团等传播行为。',
		fix: '取消邀请奖励，奖励只与参加者本人的互动有关。',
	},
	{
		id: 'collecting-cards',
		severity: 'block',
		source: SOURCES.links,
		pattern: /集卡|集齐[^，。！？!?\n]{0,8}(?:卡|字|碎片|图)|向好友(?:索要|求)/gu,
		needsReward: true,
		canBeNegated: true,
		explanation: '集卡、集字等玩法靠用户间传播完成，属于诱导分享。',
		fix: '改为本人签到、答题累计。',
	},
	{
		id: 'paid-canvassing',
		severity: 'block',
		source: SOURCES.platform,
		pattern: /拉票|刷票|买票|票数最高/gu,
		needsReward: true,
		otherwise: 'warn',
		canBeNegated: true,
		explanation: '按票数发奖会促使参加者在朋友圈和群里拉票。',
		fix: '票数只作参考，奖项由评审按公开标准评定，或从投票者中随机抽取。',
	},
	{
		id: 'certain-win',
		severity: 'warn',
		source: SOURCES.competition,
		pattern: /(?:100)\s?%\s?(?:中奖|有奖)|百分之?百中奖|百分百|必中|包中|稳赚|人人有奖|人人中奖/gu,
		needsReward: false,
		canBeNegated: true,
		explanation: '宣称必定中奖；与实际中奖概率不符时属于欺骗性有奖销售。',
		fix: '写明真实的奖品数量或中奖概率；确实人人有奖时写明最低奖项。',
	},
	{
		id: 'external-link',
		severity: 'warn',
		source: SOURCES.links,
		pattern: /https?:\/\/(?!(?:mp\.|work\.)?weixin\.qq\.com|[a-z0-9.-]*\.?qq\.com)[^\s，。）)]+/giu,
		needsReward: false,
		canBeNegated: false,
		explanation: '含外部链接；活动页面须遵守微信外部链接规范，否则可能被停止访问。',
		fix: '尽量在公众号内完成；确需外链时确认页面不含诱导分享、强制下载。',
	},
	{
		id: 'final-interpretation',
		severity: 'warn',
		source: SOURCES.consumers,
		pattern: /最终解释权|单方解释权|有权随时(?:更改|修改|终止|取消)/gu,
		needsReward: false,
		canBeNegated: true,
		explanation: '“最终解释权”等格式条款无效；活动开始后不得改变规则使参加者受损。',
		fix: '删去该条款，写明争议处理方式和联系方式。',
	},
	{
		id: 'minors',
		severity: 'warn',
		source: SOURCES.minors,
		pattern: /小学生|中学生|小朋友|儿童|宝宝|未成年|幼儿|学生党/gu,
		needsReward: true,
		canBeNegated: true,
		explanation: '活动可能面向未成年人；收集其信息和发放奖品须经监护人同意。',
		fix: '限制为年满 18 周岁参加，或由监护人参加并确认。',
	},
	{
		id: 'sensitive-data',
		severity: 'warn',
		source: SOURCES.privacy,
		pattern: /身份证|银行卡|人脸|指纹/gu,
		needsReward: false,
		canBeNegated: true,
		explanation: '要求提供敏感个人信息；须有必要性并取得单独同意。',
		fix: '只收集寄送奖品必需的信息，中奖后再收集，并说明用途和保存期限。',
	},
];
